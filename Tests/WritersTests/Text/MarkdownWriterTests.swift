import IR
import TestSupport
import Testing
import Writers

/// Markdown as it is written; what is expected is written by hand.
@Suite struct MarkdownWriterTests {
  private static func write(
    _ blocks: DocumentContent.Block..., keepsMerged: Bool = false
  ) throws -> String {
    var writer = MarkdownWriter(keepsMerged: keepsMerged)
    try writer.append(DocumentContent(blocks).document)
    return String(decoding: writer.finish().bytes, as: UTF8.self)
  }

  /// A table of plain rows.
  private static func table(_ rows: [String]...) -> DocumentContent.Block {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { DocumentContent.Cell($1, row: row, column: $0) }
    }
    return .table(
      cells, rows: rows.count, columns: rows.map(\.count).max() ?? 0, caption: nil)
  }

  @Test func columnsAreAlignedByDisplayWidth() throws {
    let text = try Self.write(
      .heading(1, "申报表"), .paragraph("(2024年度)"),
      Self.table(["一级指标", "值"], ["产出", "≥98%"], ["x", ""]))
    #expect(
      text == """
        # 申报表

        (2024年度)

        | 一级指标 | 值   |
        | -------- | ---- |
        | 产出     | ≥98% |
        | x        |      |

        """)
  }

  @Test func aLongTextDoesNotWidenItsColumn() throws {
    let long = String(repeating: "长", count: 31)
    let text = try Self.write(
      Self.table(["甲", "乙"], [long, "1"], [String(long.dropLast()), "2"]))
    let width = String(repeating: " ", count: 58)
    #expect(
      text == """
        | 甲\(width) | 乙  |
        | \(String(repeating: "-", count: 60)) | --- |
        | \(long) | 1   |
        | \(long.dropLast()) | 2   |

        """)
  }

  @Test func mergedCellsAreInTheirFirstSlot() throws {
    let cells = [
      DocumentContent.Cell("甲", row: 0, column: 0, rowSpan: 2),
      .init("乙", row: 0, column: 1, columnSpan: 2), .init("丙", row: 1, column: 2),
    ]
    let text = try Self.write(.table(cells, rows: 2, columns: 3, caption: "表一"))
    #expect(
      text == """
        表一

        | 甲  | 乙  |     |
        | --- | --- | --- |
        |     |     | 丙  |

        """)
  }

  @Test func tablesWithMergedCellsMayBeHTML() throws {
    let merged = DocumentContent.Block.table(
      [
        DocumentContent.Cell("甲", row: 0, column: 0, rowSpan: 2),
        .init("a|*b*\nc", row: 0, column: 1, columnSpan: 2), .init("", row: 1, column: 1),
        .init("丙", row: 1, column: 2),
      ], rows: 2, columns: 3, caption: "表一")
    let text = try Self.write(merged, Self.table(["丁"]), keepsMerged: true)
    // A block of HTML ends with a blank line (CommonMark 4.6), so there is none within it.
    #expect(
      text == """
        <table>
        <caption>表一</caption>
        <tbody>
        <tr><td rowspan="2">甲</td><td colspan="2">a|*b*<br>c</td></tr>
        <tr><td></td><td>丙</td></tr>
        </tbody>
        </table>

        | 丁  |
        | --- |

        """)
  }

  /// What is text already gets no backslash.
  @Test(arguments: [
    "a_b_c", "3*4", "a * b * c", "C:\\new", "a < b", "<2%", "R&D", "A&B", "&;", "[1]", "10:30:45",
    "~5", "a`b", "#1", "1. a", "- a", "> a", "50$", "http://a.cn/b_c?d=1", "a@b.cn", "___", "**",
    "！#（）", "☑是 ☐否",
  ])
  func plainCellsStayPlain(_ text: String) throws {
    #expect(try Self.write(Self.table([text])).hasPrefix("| \(text)"))
  }

  /// A cell and its source.
  @Test(arguments: [
    ("a|b", "a\\|b"), ("*a*", "\\*a\\*"), ("1~3~5", "1\\~3\\~5"), ("<b>", "\\<b>"),
    ("&amp;", "\\&amp;"), ("[a](b)", "[a\\](b)"), ("`a`", "\\`a\\`"), ("a\nb", "a<br>b"),
    ("\\|", "\\\\&#124;"), (":tada:", "\\:tada:"), (" a", "&#32;a"), ("$a$", "\\$a\\$"),
    ("http://a/*b*", "http\\://a/\\*b\\*"), ("\\", "\\\\"), ("\u{1}", "&#1;"), ("\0", "\u{FFFD}"),
  ])
  func onlyMarkupIsEscaped(_ text: String, _ source: String) throws {
    #expect(try Self.write(Self.table([text])).hasPrefix("| \(source) "))
  }

  /// A paragraph and its source.
  @Test(arguments: [
    ("# a", "\\# a"), ("#a", "#a"), ("- a", "\\- a"), ("-a", "-a"), ("1. a", "1\\. a"),
    ("+---+", "\\+---+"), ("+-3", "+-3"), ("::: a", "\\::: a"), (":a", ":a"),
    ("---- ---", "\\---- ---"), ("1.5", "1.5"), ("---", "\\---"), ("> a", "\\> a"),
    ("a\n===", "a<br>\n\\==="), ("a|b", "a|b"),
    ("[a]: b", "\\[a]: b"), ("    a", "&#32;&#32;&#32;&#32;a"), ("a\n|-", "a<br>\n\\|-"),
  ])
  func onlyBlocksAreEscaped(_ text: String, _ source: String) throws {
    #expect(try Self.write(.paragraph(text)) == source + "\n")
  }

  @Test func spansOfAHostileTableAreRefused() throws {
    let cell = DocumentContent.Cell("甲", row: 0, column: 0, rowSpan: 60_000, columnSpan: 1_000)
    let error = #expect(throws: WriteError.self) {
      try Self.write(.table([cell], rows: 60_000, columns: 1_000, caption: nil))
    }
    #expect(error?.message.english.contains("the limit empty-slots") == true)
  }
}
