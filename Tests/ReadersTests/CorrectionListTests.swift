import IR
import Readers
import Testing

/// Lists of corrections: what is read, and what is refused where.
struct CorrectionListTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)
  private static let header = "sha256\tpointer\twas\tis\twho\twhy\tdate\n"

  private static func line(_ cells: String...) -> String {
    ([digest] + cells).joined(separator: "\t") + "\n"
  }

  private static func mistakes(_ text: String) -> [String] {
    do throws(CorrectionList.Failure) {
      _ = try CorrectionList(reading: Array(text.utf8))
      return []
    } catch {
      return error.mistakes.map {
        "\($0.position.line):\($0.position.column): \($0.message(.english))"
      }
    }
  }

  @Test func allColumns() throws {
    let text =
      Self.header
      + Self.line("/forms/0/goals/annual", "a\\tb", "c\\nd\\\\e\\r", "李", "原件", "2026-01-31")
    let list = try CorrectionList(reading: Array(text.utf8))
    #expect(
      list.corrections(of: Self.digest) == [
        Correction(
          pointer: "/forms/0/goals/annual", before: "a\tb", after: "c\nd\\e\r", who: "李",
          why: "原件", date: "2026-01-31")
      ])
    #expect(list.corrections(of: String(repeating: "0", count: 64)).isEmpty)
    #expect(list.entries.map(\.line) == [2])
  }

  /// A mark at the beginning, CRLF, empty lines, other columns first, and none that need not be.
  @Test func otherShapes() throws {
    let text = "\u{FEFF}is\tpointer\tsha256\twas\r\n\r\n新\t/forms/0/title\t\(Self.digest)\t\r\n"
    let list = try CorrectionList(reading: Array(text.utf8))
    #expect(
      list.entries.map(\.correction) == [
        Correction(pointer: "/forms/0/title", before: "", after: "新")
      ])
  }

  @Test(arguments: [
    (
      "", "1:1: no header; the first line must name the columns: sha256 pointer was is who why date"
    ),
    (
      "sha256\tpointer\twas\tIs\n",
      "1:20: 'Is' is no column; the first line must name the columns: sha256 pointer was is who why date"
    ),
    ("sha256\tpointer\twas\tis\twas\n", "1:23: column 'was' is named twice"),
    ("sha256\twas\tis\n", "1:1: column 'pointer' is missing"),
  ])
  func headers(_ text: String, _ expected: String) {
    #expect(Self.mistakes(text).first == expected)
  }

  @Test func everyMistakeIsTold() {
    let text =
      Self.header
      + "abc\t/forms/0/title\ta\tb\t\t\t\n"
      + Self.line("title", "a", "b", "", "", "")
      + Self.line("/forms/0/title", "中\\x", "b", "", "", "")
      + Self.line("/forms/0/title", "a", "b", "", "", "2026-13-01")
      + Self.line("/forms/0/title", "a", "b")
      + Self.line("/forms/0/title", "a", "a", "", "", "")
      + Self.line("/forms/0/year", "1", "2", "", "", "")
      + Self.line("/forms/0/year", "1", "2", "", "", "")
      + Self.line("/forms/0/year", "1", "3", "", "", "")
    #expect(
      Self.mistakes(text) == [
        "2:1: 'abc' is no SHA-256; 64 digits 0-9 a-f are expected",
        "3:66: 'title' is no pointer to a value, such as /forms/0/project/name",
        "4:82: '\\x' is no escape; a backslash itself is written \\\\",
        "5:87: '2026-13-01' is no date, such as 2026-01-31 or 2026-01-31T08:30:00Z",
        "6:1: 4 cells, but the first line names 7 columns",
        "7:1: 'was' and 'is' are the same; nothing is corrected",
        "9:1: the same correction as on line 8; remove one of them",
        "10:1: line 9 corrects the same value to something else; keep one of them",
      ])
  }

  @Test func notUTF8() {
    do throws(CorrectionList.Failure) {
      _ = try CorrectionList(reading: [0x73, 0xC4, 0xE3, 0x0A])
      Issue.record("was read")
    } catch {
      #expect(error.mistakes.map(\.position) == [LineTable.Position(line: 1, column: 1)])
    }
  }
}
