/// Texts that try to be something else, in one format or another.
public enum NastyTexts {
  /// Whole texts.
  public static let all: [String] = [
    // Numbers, formulas and identifiers that spreadsheets change.
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-1", "007", "110101199003070011", "1E5", "2-1",
    "1/2", "TRUE", "'=1", "\t=1", "_x0041_", "_x0041\u{1}", "_x0041\u{FFFE}",
    "=HYPERLINK(\"http://x\")", "＝1+1",
    // Quotes and blanks.
    "\"", "\"\"", "\"a\"", "\"a\"b\"", "a\"b", "'a'", " a", "a ", " ", "  ", "a  b", "a\u{A0}b",
    "\u{3000}a\u{3000}", "\ta", "a\t", "a\tb",
    // Line ends.
    "a\nb", "a\n\nb", "a\n\n\nb", "\na", "a\n", "\n", "a \n b", "a\r\nb", "a\rb", "\r",
    "# a\n- b\n1. c\n> d\n=\n---\n| a | b |\n|---|---|",
    // Control characters and rare ones.
    "\u{1}", "a\u{B}b\u{C}c", "\u{7F}", "\u{80}\u{85}\u{9F}", "\u{FEFF}a", "a\u{FEFF}",
    "\u{2028}\u{2029}", "\u{FFFE}", "\u{1F600}", "👩‍👩‍👧", "e\u{301}", "é", "\u{10FFFF}", "豈",
    // Bars and backslashes.
    "|", "||", "a|b", "\\|", "\\\\|", "|\\", "\\", "\\\\", "a\\", "C:\\new\\table", "\\n", "\\t",
    "\\\\n", "\\#", "\\*", "|---|", "---|---", "| a | b |", ":---", ":--:", "-|-", "--", "---",
    // Emphasis, code, strikethrough, formulas.
    "*", "**", "***", "****", "*a*", "**a**", "***a***", "3*4*5", "a * b * c", "*a", "a*", "_",
    "__", "___", "_a_", "__a__", "a_b_c", "_a b_", "甲_乙_丙", "____年____月", "~", "~~", "~~~",
    "1~3月~5月", "~~a~~", "~a~", "`", "``", "`a`", "``a`b``", "a`b`c`d", "```", "``` a\nb\n```",
    "$", "$a$", "$\\geq 98\\%$", "$$x$$", "5$和6$", "\\geq", "≥98%", "<2%", "*甲*。_乙_", "** a **",
    "a**“b”**c", "*a_b*c_",
    // Tags, references, comments.
    "<b>", "<b>a</b>", "a<b", "a<b>c", "</td>", "<br>", "<br/>", "<!-- a -->", "<!doctype html>",
    "<?xml?>", "<![CDATA[a]]>", "<script>alert(1)</script>", "<table><tr><td>a", "<a@b.c>",
    "<http://a.b>", "<input type=checkbox checked>", "</table>", "</style>", "<plaintext>", "&amp;",
    "&", "&amp", "&lt;b&gt;", "&#65;", "&#x41;", "&copy", "&copy;", "&nbsp;", "a&b;c", "&#0;",
    "&notit;",
    // Links, notes, emoji, addresses.
    "[a](b)", "![a](b)", "[a]", "[a][b]", "[a]: b", "[^1]", "[^1]: a", "[ ]", "[x] a", "- [ ] a",
    "[[a]]", "http://a.b/c_d_e", "https://www.example.com/?a=1&copy=2*b*", "www.a.com",
    "www.a.com/_b_",
    "www.a.b/*c*", "a@b.cn", "mailto:a@b.c", "ftp://a/b|c", "http://a/\\_b", "http://a.b&lt;",
    ":tada:",
    ":100:", "10:30:45", ":a:b:", "a:b", "1:2:3",
    // Blocks.
    "# a", "#", "## a ##", "a #", "a#", "#a", "####### a", "- a", "-", "+ a", "* a", "1. a", "1)",
    "1.", "1.5", "1234567890. a", "> a", ">", "=", "===", "    a", "```", "~~~ a", "***", "* * *",
    "_ _ _", "- - -", "☑是 ☐否", "☑", "#escapes: \\n \\t \\r \\\\", "#escapes: \n \t \r \\",
    // Ours, and Chinese.
    "财政项目支出绩效目标申报表", "12333 热线", "（盖章）", "及时|准确", "①《办法》；②“十四五”", "0.00",
    "225,000.00", "2024-01-01", "98%", "—",
  ]

  /// The pieces random texts are made of.
  public static let pieces: [String] =
    Array("ab1 \t\n|\\`*_~[]()<>&;:#-+=.!$\"'@/甲，。\u{3000}é👍\r\u{1}").map(String.init)
    + [
      "<b>", "&amp;", "http://", "www.", "**", "```", "\\|", "](", "<br>", ":tada:", "---", "\n\n",
      "\\n",
    ]

  /// A text: one of the list, or made at random.
  public static func text(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return ""
    case 1...5: return all.randomElement(using: &random) ?? ""
    default:
      let count = Int.random(in: 1...12, using: &random)
      return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  /// A document of random blocks.
  ///
  /// - Parameter hasSpans: Whether cells are merged.
  public static func document(
    _ random: inout SplitMix64, hasSpans: Bool
  ) -> DocumentContent {
    let count = Int.random(in: 1...5, using: &random)
    return DocumentContent(
      (0..<count).map { _ in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .heading(Int.random(in: 1...6, using: &random), nonEmptyText(&random))
        case 1: .paragraph(nonEmptyText(&random))
        default: table(&random, hasSpans: hasSpans)
        }
      })
  }

  private static func nonEmptyText(_ random: inout SplitMix64) -> String {
    let text = text(&random)
    return text.isEmpty ? "甲" : text
  }

  private static func table(
    _ random: inout SplitMix64, hasSpans: Bool
  ) -> DocumentContent.Block {
    let rows = Int.random(in: 1...5, using: &random)
    let columns = Int.random(in: 1...5, using: &random)
    let headerRows = Int.random(in: 0...2, using: &random)
    var isTaken = Array(repeating: Array(repeating: false, count: columns), count: rows)
    var cells: [DocumentContent.Cell] = []
    for row in 0..<rows {
      for column in 0..<columns where !isTaken[row][column] {
        var cell = DocumentContent.Cell(text(&random), row: row, column: column)
        cell.isHeader = row < headerRows || random.chance(10)
        if hasSpans, random.chance(25) {
          cell.rowSpan = Int.random(in: 1...rows - row, using: &random)
          while column + cell.columnSpan < columns, !isTaken[row][column + cell.columnSpan],
            random.chance(40)
          {
            cell.columnSpan += 1
          }
        }
        for r in row..<row + cell.rowSpan {
          for c in column..<column + cell.columnSpan { isTaken[r][c] = true }
        }
        cells.append(cell)
      }
    }
    let caption = random.chance(20) ? nonEmptyText(&random) : nil
    return .table(cells, rows: rows, columns: columns, caption: caption)
  }
}
