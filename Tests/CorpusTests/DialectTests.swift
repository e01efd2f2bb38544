import Forms
import IR
import Readers
import TestSupport
import Testing
import Writers

/// A form of two pages reads the same from the output of every engine of character recognition.
struct DialectTests {
  private static let engines = ["mineru", "marker", "paddleocr", "docling", "olmocr"]

  private static func json(_ engine: String, name: String?) throws -> JSONValue {
    let bytes = try Fixture.bytes("dialects/\(engine).md")
    let source = try SourceText(reading: bytes, name: name)
    let document = try Document(reading: source)
    var writer = FormJSONWriter(source)
    writer.append(Recognition(recognizing: document), from: document)
    return try JSONValue(parsing: writer.finish().bytes)
  }

  private static func expectation() throws -> JSONValue {
    try JSONValue(parsing: Fixture.bytes("dialects/expected.json"))
  }

  @Test(arguments: engines)
  func theFormIsRead(_ engine: String) throws {
    let actual = try Self.json(engine, name: engine + ".md")
    let differences = Difference.all(
      try Self.expectation()["forms"]?.without("line"), actual["forms"]?.without("line"),
      at: "/forms")
    #expect(differences.isEmpty, "\(differences.report)")
    #expect(actual["tables"] == nil)
  }

  @Test(arguments: engines)
  func whatStandsBetweenPagesIsKept(_ engine: String) throws {
    let outside = try Self.json(engine, name: engine + ".md")["outside"]?.elements ?? []
    let lines = outside.sorted { ($0["line"]?.integer ?? 0) < ($1["line"]?.integer ?? 0) }
      .compactMap { $0["text"]?.text }
    let expected = try Self.expectation()["outside"]?[engine + ".md"]?.elements ?? []
    #expect(lines == expected.compactMap(\.text))
  }

  /// Nothing is in doubt, so nobody has to look.
  @Test(arguments: engines)
  func nothingIsWarnedAbout(_ engine: String) throws {
    let diagnostics = try Self.json(engine, name: engine + ".md")["diagnostics"]?.elements ?? []
    let severities = diagnostics.compactMap { $0["severity"]?.text }
    #expect(severities.filter { $0 != "note" && $0 != "repair" } == [], "\(diagnostics)")
  }
}
