import Forms
import Testing

/// The rules of the model's section Text; every expected value was written down from them.
@Suite struct TextNormalizerTests {
  private func normalized(_ text: String, _ mode: TextNormalizer.Mode) -> String {
    var output: [UInt8] = []
    TextNormalizer.append(Array(text.utf8).span, mode: mode, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func isLaTeX(_ text: String) -> Bool {
    var output: [UInt8] = []
    return TextNormalizer.append(Array(text.utf8).span, mode: .measure, to: &output)
  }

  @Test(arguments: [
    ("12333 热线", "12333热线"), ("2019. 1. 1", "2019. 1. 1"), ("年度 总体 目标", "年度总体目标"),
    ("上海市社会保险事业管理中心（盖章）", "上海市社会保险事业管理中心（盖章）"),
    ("  项目 名称\t", "项目名称"), ("a \t b", "a b"), ("a\u{A0}\u{3000}b", "a b"),
    ("指标\u{3000}内容", "指标内容"), ("\u{3000}甲\u{A0}", "甲"), ("第一行\n第二行", "第一行第二行"),
    ("line\none", "line one"), ("line \r\n one", "line one"),
    ("“引号” a", "“引号”a"), ("甲 — b", "甲—b"), ("a … b", "a…b"), ("a · b", "a·b"), ("① a", "①a"),
    ("⑳ a", "⑳a"), ("㉑ a", "㉑a"), ("㉈ a", "㉈ a"), ("‘x’ y", "‘x’y"),
    ("师资继续教育 - “激活”", "师资继续教育-“激活”"),
    ("Ａ b", "Ａb"), ("ab", "ab"), ("", ""), (" ", ""), ("\u{3000}\n", ""), ("≥ 98 (%)", "≥ 98 (%)"),
    ("联系电话 63678103", "联系电话63678103"), ("a\u{2003}b", "a b"), ("한글 a", "한글a"),
    ("😀 a", "😀a"), ("é è", "é è"), ("a\u{2028}b", "a b"),
  ])
  func valuesLoseWhiteSpaceBesideWideCharacters(text: String, expected: String) {
    #expect(normalized(text, .value) == expected)
  }

  @Test(arguments: [
    ("< 4.97 元/分钟", "<4.97元/分钟"), ("≥98 (%)", "≥98 (%)"), (">= 50 人", ">=50人"),
    ("响应时间： ≤ 30 分钟内，故障处理时间 ≤ 180 分钟", "响应时间：≤30分钟内，故障处理时间≤180分钟"),
    ("= 100 %", "=100 %"), ("＝ 5", "＝5"), ("≠ 0", "≠0"), ("a > b", "a>b"), ("≦ 5", "≦5"),
  ])
  func measuresLoseWhiteSpaceBesideRelations(text: String, expected: String) {
    #expect(normalized(text, .measure) == expected)
  }

  @Test(arguments: [
    ("甲。 乙", "甲。乙"), ("甲 \u{3000}乙", "甲 乙"), ("开展 2 次", "开展2次"), ("a  b", "a b"),
    ("第一段\n第二段", "第一段\n第二段"), ("第一段 \n\n \n 第二段", "第一段\n第二段"), ("\n甲\n", "甲"),
    ("a\r\nb", "a\nb"), ("《通知》 财预【2014】85号 关于", "《通知》财预【2014】85号 关于"),
    ("类： 1、项目； 2、资金", "类：1、项目；2、资金"), ("1. 产出", "1.产出"), ("1. a", "1. a"),
  ])
  func proseKeepsLinesAndWordBreaks(text: String, expected: String) {
    #expect(normalized(text, .prose) == expected)
  }

  @Test(arguments: [
    ("$\\geq 98.00\\%$", "≥98.00%"), ("$\\leq 20.00\\%$", "≤20.00%"), ("\\ge  5", "≥5"),
    ("\\geqslant98", "≥98"), ("\\leqslant 3", "≤3"), ("\\le 3", "≤3"), ("\\neq 0", "≠0"),
    ("\\ne 0", "≠0"), ("98\\%", "98%"), ("a\\_b", "a_b"), ("a\\&b", "a&b"), ("\\$5", "$5"),
    ("5\\sim 8", "5~8"), ("\\pm 2", "±2"), ("6\\div 2", "6÷2"), ("a\\cdot b", "a·b"),
    ("3\\times 4", "3×4"), ("$25^{\\circ}C$", "25°C"), ("$25^\\circ C$", "25°C"),
    ("$25^{ \\circ }$", "25°"), ("$\\leq 2\\text{小时}$", "≤2小时"), ("$\\leq 2 \\mathrm{ h}$", "≤2 h"),
    ("$\\ge 36\\ \\mathrm{km}$", "≥36km"),
    ("$ \\geq 98 $", "≥98"), ("$$\\geq 98$$", "≥98"), ("数量 $\\geq 2$ 次", "数量≥2次"),
    ("$= 3$ 个", "=3个"), ("$<2$", "<2"), ("$= 100 \\%$", "=100%"), ("$\\geq 9 5 \\%$", "≥95%"),
    ("$\\geq 98\\,\\%$", "≥98%"), ("$\\ge$5", "≥5"), ("$1\\%$至$2\\%$", "1%至2%"),
    ("$2024$ 年 $11$ 月底", "2024年11月底"), ("约 $3,000.5$", "约3,000.5"),
    ("$\\\\geq 98.00\\\\%$", "≥98.00%"),
  ])
  func latexIsDecoded(text: String, expected: String) {
    #expect(normalized(text, .measure) == expected)
    #expect(isLaTeX(text))
  }

  @Test(arguments: [
    "$100", "$5 $", "$=$", "$=a$", "$3=3$", "$98$", "US$5$6", "$5 $年", "$x^2$", "\\geqx", "\\alpha",
    "\\", "$", "$$",
    "$$$", "\\\\geq", "a^2",
    "^{\\circ", "\\text{a", "\\text{{a}}", "US$5-$6", "^", "\\text", "^\\circa",
  ])
  func otherDollarsAndBackslashesStay(text: String) {
    #expect(normalized(text, .value) == text)
    #expect(!isLaTeX(text))
  }

  @Test func aFormulaWithAnUnknownCommandKeepsItsDollars() {
    #expect(normalized("$\\alpha\\geq 5$", .value) == "$\\alpha≥5$")
    #expect(!isLaTeX("$\\alpha$"))
  }

  @Test func itAppends() {
    var output = Array("前".utf8)
    TextNormalizer.append(Array(" 后 面 ".utf8).span, mode: .value, to: &output)
    TextNormalizer.append(Array("a".utf8).span, mode: .value, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "前后面a")
  }

  /// Splits inside characters, and bytes that are no UTF-8, must not trap.
  @Test func brokenBytesDoNoHarm() {
    let text = Array("甲 $\\geq 5\\%$ ﹪\u{3000}😀 ^{\\circ}\\text{乙}".utf8)
    for start in text.indices {
      for end in start...text.count {
        var output: [UInt8] = []
        for mode in [TextNormalizer.Mode.value, .measure, .prose] {
          TextNormalizer.append(text[start..<end].span, mode: mode, to: &output)
        }
        LabelKey.make(text[start..<end].span, into: &output)
      }
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        var output: [UInt8] = []
        TextNormalizer.append([0x20, first, second].span, mode: .value, to: &output)
        LabelKey.make([first, second].span, into: &output)
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["$", "\\text{", "$\\geq ", "$ ", "^{", "\\", " ", "\n", "$$ "])
  func hostileRepetitionTakesLinearTime(unit: String) {
    let text = Array(String(repeating: unit, count: 200_000).utf8)
    var output: [UInt8] = []
    TextNormalizer.append(text.span, mode: .prose, to: &output)
    #expect(output.count <= text.count)
  }

  @Test(arguments: [
    ("项目 名称", "项目名称"), ("绩效\n指标", "绩效指标"), ("（元）：", "(元):"), ("ＡＢ１２～", "AB12~"),
    ("！", "!"), ("其中：\u{3000}财政资金", "其中:财政资金"), ("\u{A0}a\u{2003}b\u{2028}", "ab"), ("，。", ",。"),
    ("￥", "￥"), ("｟", "｟"), ("a\tb\rc\u{0B}\u{0C}d", "abcd"), ("😀é·", "😀é·"), ("", ""),
    ("\u{FF00}", "\u{FF00}"),
  ])
  func labelKeys(text: String, expected: String) {
    var key = Array("old".utf8)
    LabelKey.make(Array(text.utf8).span, into: &key)
    #expect(String(decoding: key, as: UTF8.self) == expected)
  }
}
