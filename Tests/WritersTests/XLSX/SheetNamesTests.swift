import Testing

@testable import Writers

struct SheetNamesTests {
  private static func names(_ wishes: String...) -> [String] {
    var names = SheetNames()
    return wishes.map { names.name(for: $0) }
  }

  @Test func aNameThatIsLegalStays() {
    #expect(Self.names("机关事业单位运行保障经费", "A-1 (x)", "it's") == ["机关事业单位运行保障经费", "A-1 (x)", "it's"])
  }

  @Test func whatExcelForbidsIsReplaced() {
    #expect(
      Self.names("a[b]c:d*e?f/g\\h", "'quoted'", "", " ", "''", "a\nb\t\u{1}c", "x\u{FFFF}")
        == ["a［b］c：d＊e？f／g＼h", "quoted", "Sheet", "Sheet (2)", "Sheet (3)", "a b c", "x"])
  }

  @Test func historyIsTaken() {
    #expect(Self.names("History", "HISTORY") == ["History (2)", "HISTORY (3)"])
  }

  @Test func namesDifferBeyondCaseAndWidth() {
    #expect(Self.names("ab", "AB", "ＡＢ", "ab (2)") == ["ab", "AB (2)", "ＡＢ (3)", "ab (2) (2)"])
  }

  @Test func namesHaveAtMost31Units() {
    let long = String(repeating: "长", count: 40)
    let pairs = String(repeating: "𠀀", count: 20)
    for name in Self.names(long, long, long + "x", pairs, pairs, "é\u{301}" + long) {
      #expect(name.utf16.count <= 31 && !name.isEmpty)
    }
    #expect(Self.names(long, long)[1] == String(repeating: "长", count: 27) + " (2)")
    #expect(Self.names(pairs)[0] == String(repeating: "𠀀", count: 15))
    // What the cut leaves at the end must be legal too.
    #expect(
      Self.names(String(repeating: "a", count: 30) + "' b")[0] == String(repeating: "a", count: 30))
  }

  @Test func manyEqualNamesStayDifferent() {
    var names = SheetNames()
    let all = (0..<1_200).map { _ in names.name(for: String(repeating: "同", count: 31)) }
    #expect(Set(all).count == all.count && all.allSatisfy { $0.utf16.count <= 31 })
  }
}
