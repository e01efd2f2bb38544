import IR
import Readers
import Testing

/// A look through a large file finds out the same as reading it.
struct SourceSurveyTests {
  private static let rows = "| 浦东新区 | 培训 |\n|---|---|\n| 1 | 二 |\n\n"

  /// More than what is looked at first.
  private static func text(_ line: String = rows) -> [UInt8] {
    let once = Array(line.utf8)
    return [[UInt8]](repeating: once, count: SourceSurvey.headByteCount / once.count + 100)
      .flatMap { $0 }
  }

  private func survey(_ bytes: [UInt8], pieceByteCount: Int = 1_000_003) -> SourceText? {
    let head = Array(bytes.prefix(SourceSurvey.headByteCount))
    guard var survey = SourceSurvey(head: head, name: "a.md") else { return nil }
    var start = 0
    while start < bytes.count {
      let end = min(start + pieceByteCount, bytes.count)
      survey.append(bytes.span.extracting(start..<end))
      start = end
    }
    return survey.finish()
  }

  @Test(arguments: [1, 2, 5_000_000])
  func saysWhatReadingSays(_ pieceByteCount: Int) throws {
    let bytes = Self.text() + Array("末尾，没有换行".utf8)
    let found = try #require(survey(bytes, pieceByteCount: pieceByteCount))
    let read = try SourceText(reading: bytes, name: "a.md")
    #expect(found.sha256 == read.sha256 && found.byteCount == read.byteCount)
    #expect(found.format == read.format && found.encoding == read.encoding)
    #expect(found.utf8.isEmpty && found.name == "a.md")
  }

  @Test func findsTabSeparatedText() throws {
    let bytes = Self.text("甲\t乙\n")
    #expect(try #require(survey(bytes)).format == .tsv)
    #expect(survey(bytes + Array("#escapes: \\n \\t \\r \\\\\n".utf8)) == nil)
  }

  @Test func leavesAllElseToBeReadAsAWhole() {
    let text = Self.text()
    #expect(survey(Array(text.prefix(1000))) == nil)
    #expect(survey([0xEF, 0xBB, 0xBF] + text) == nil)
    #expect(survey(Array("<table>\n".utf8) + text) == nil)
    #expect(survey(text + [0xFF, 0x0A]) == nil)
    #expect(survey(text + [0xE4, 0xB8]) == nil)
    #expect(survey(text + [0xB8, 0x80, 0x0A]) == nil)
    #expect(survey(text + Array("#escapes: \\n \\t \\r \\\\\n".utf8)) == nil)
    #expect(survey(text + Array("#escapes\n".utf8)) != nil)
  }
}
