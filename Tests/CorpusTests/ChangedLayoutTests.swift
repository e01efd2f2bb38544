import Foundation
import Forms
import IR
import Readers
import Testing
import Writers

/// The 2019 forms of the corpus against what a person made of them by the table of the design.
struct ChangedLayoutTests {
  /// A document with 2019 forms, and what they are in 2024.
  private struct Case {
    let corpusCase: CorpusCase
    let forms2019: JSONValue
    let forms2024: JSONValue
  }

  /// A format forms leave and come back in.
  enum Format: String, CaseIterable, Sendable {
    case json, markdown, html, tsv, excelText, xlsx
  }

  private static func cases() throws -> [Case] {
    try CorpusCase.all.compactMap { corpusCase in
      let file = corpusCase.folder.appending(path: "expected-2024.json")
      guard let data = try? Data(contentsOf: file) else { return nil }
      let changed = try JSONValue(parsing: Array(data))
      return Case(
        corpusCase: corpusCase,
        forms2019: .array(try corpusCase.expectation()["forms"]?.elements ?? []),
        forms2024: .array(changed["forms"]?.elements ?? []))
    }
  }

  /// Every document with a form of 2019 has a file that says what becomes of it.
  @Test func noDocumentIsLeftOut() throws {
    let names = try CorpusCase.all.filter { corpusCase in
      try corpusCase.expectation()["forms"]?.elements.contains { $0["layout"]?.text == "2019" }
        ?? false
    }.map(\.testDescription)
    #expect(!names.isEmpty)
    #expect(try Self.cases().map(\.corpusCase.testDescription) == names)
  }

  @Test(arguments: CorpusFile.all)
  func formsOf2024AreThoseOfTheTable(_ file: CorpusFile) throws {
    for item in try Self.cases() where item.corpusCase.folder == file.corpusCase.folder {
      let document = try Document(reading: file.sourceText())
      let forms = try changed(Recognition(recognizing: document).forms, to: "2024")
      try expect(forms, item.forms2024)
      try expect(changed(forms, to: "2019"), item.forms2019)
    }
  }

  @Test(arguments: Format.allCases)
  func theyComeBackFromEveryFormat(_ format: Format) throws {
    for item in try Self.cases() {
      let document = try Document(reading: item.corpusCase.sourceFile.sourceText())
      let forms = try changed(Recognition(recognizing: document).forms, to: "2024")
      let read = try Self.read(forms, through: format)
      try expect(read, item.forms2024)
      try expect(changed(read, to: "2019"), item.forms2019)
    }
  }

  private func changed(_ forms: [Form], to layout: String) throws -> [Form] {
    let normalizer = FormNormalizer()
    return try forms.map { try normalizer.normalize($0, to: layout).form }
  }

  private func expect(_ forms: [Form], _ expected: JSONValue) throws {
    let actual = try JSONValue(parsing: Self.json(forms).bytes)["forms"]?.without("line")
    let differences = Difference.all(expected, actual, at: "/forms")
    #expect(differences.isEmpty, "\(differences.report)")
  }

  private static func json(_ forms: [Form]) throws -> ByteBuffer {
    var found = Recognition()
    found.forms = forms
    let source = try SourceText(reading: Array("forms".utf8), name: "forms.md")
    var writer = FormJSONWriter(source)
    writer.append(found, from: Document(source: source))
    return writer.finish()
  }

  /// Writes forms and reads them again, without telling the reader their format.
  private static func read(_ forms: [Form], through format: Format) throws -> [Form] {
    let sheets = try forms.map { try FormRenderer().render($0) }
    let bytes =
      switch format {
      case .json: try json(forms).bytes
      case .markdown: try MarkdownWriter().write(sheets).bytes
      case .html: try HTMLWriter().write(sheets).bytes
      case .tsv: try TSVWriter().write(sheets).bytes
      case .excelText: try ExcelTextWriter().write(sheets).bytes
      case .xlsx: try XLSXWriter().write(sheets).bytes
      }
    let source = try SourceText(reading: bytes, name: nil)
    guard format == .json else {
      return Recognition(recognizing: try Document(reading: source)).forms
    }
    return try JSONContent(reading: source).forms ?? []
  }
}
