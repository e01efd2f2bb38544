import IR
import LayoutFiles
import Testing

/// Files that would take all time or memory are refused, with the limit that they break.
struct HostileFileTests {
  private let clock = ContinuousClock()

  private func problems(_ bytes: [UInt8]) -> [String] {
    var problems: [String] = []
    let time = clock.measure {
      problems = LayoutText.problems(of: [LayoutFile(name: "x", bytes: bytes)])
    }
    #expect(time < .seconds(5))
    return problems
  }

  @Test func aliasesThatMultiplyAreCounted() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(
      problems(Array(text.utf8)) == [
        "6:10: more than 100000 values, aliases counted as what they stand for"
      ])
  }

  @Test(arguments: ["\n  [", "- ", "\n  {a:", "? "])
  func nestingIsLimited(_ opening: String) {
    let text = "layouts: \n" + String(repeating: opening, count: 100_000)
    let problems = problems(Array(text.utf8))
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("nested deeper than 32 levels") == true, "\(problems)")
  }

  @Test func endlessBracketsEndSoon() {
    let text = "layouts: " + String(repeating: "[", count: 500_000)
    #expect(problems(Array(text.utf8)).count == 1)
  }

  @Test func aliasesNestToo() {
    var text = "a0: &a0 [x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(problems(Array(text.utf8)) == ["32:12: nested deeper than 32 levels"])
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: LayoutFileLimits.bytes + 1)
    #expect(problems(bytes) == ["more than 1048576 bytes; a layout takes a few thousand"])
    #expect(problems(Array(bytes.dropLast())).count == 1)
  }

  @Test func otherEncodingsAreTold() {
    // 版式 in GB 18030.
    #expect(
      problems(Array("id: x\nname: ".utf8) + [0xB0, 0xE6, 0xCA, 0xBD, 0x0A]) == [
        "2:7: not UTF-8; save the file as UTF-8"
      ])
    #expect(
      problems([0x7B, 0x00, 0x01]).first?.contains("control characters are not allowed") == true)
  }

  @Test func manyMistakesAreCut() {
    let text = "layouts:\n" + String(repeating: "- 1\n", count: 5_000)
    let problems = problems(Array(text.utf8))
    #expect(problems.count == 101)
    #expect(problems.last == "more than 100 problems; the others are not listed")
  }

  @Test func manyLevelsAreRefused() {
    let classes = (1...65).map { "          - {label: 第\($0)类指标, topic: cost}" }
    let text = LayoutText.small.replacing(
      "          - {label: 数量指标, topic: quantity}", with: classes.joined(separator: "\n"))
    #expect(
      text.problems() == ["21:7: 66 levels; at most 64 can be told apart in a layout"])
  }

  @Test func manyLabelsAreRefused() {
    let labels = (1...25_000).map { "名\($0)" }.joined(separator: ", ")
    let text = LayoutText.small.replacing("labels: [项目名称]", with: "labels: [\(labels)]")
    #expect(text.problems().first?.contains("different labels in all; at most 20000") == true)
  }

  @Test func longTextsAreRefused() {
    let text = LayoutText.small.replacing(
      "labels: [项目名称]", with: "labels: [\(String(repeating: "长", count: 501))]")
    #expect(text.problems() == ["8:18: longer than 500 characters"])
  }

  /// Every cut and every byte changed gives problems or a layout, and never a crash.
  @Test func damagedFilesAreReadOrRefused() throws {
    let bytes = LayoutText.small.file.bytes
    for end in stride(from: 0, to: bytes.count, by: 7) {
      _ = LayoutText.problems(of: [LayoutFile(name: "x", bytes: Array(bytes[..<end]))])
    }
    let signs = Array("[]{}:-#&*!|>'\"%@`,? \n\u{0}".utf8)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] = signs[place % signs.count]
      _ = LayoutText.problems(of: [LayoutFile(name: "x", bytes: damaged)])
    }
  }
}
