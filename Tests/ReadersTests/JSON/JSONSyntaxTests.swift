import IR
import Readers
import Testing

/// What is no JSON, or not the model's, is refused with its place.
@Suite struct JSONSyntaxTests {
  /// The error for a text that is read as JSON.
  private static func error(_ text: String) throws -> ReadError? {
    var options = ReadOptions()
    options.format = .json
    let source = try SourceText(reading: Array(text.utf8), name: nil, options: options)
    do {
      _ = try JSONContent(reading: source)
      return nil
    } catch {
      return error
    }
  }

  /// A text, the line and column of what is wrong in it, and a piece of the message.
  @Test(arguments: [
    ("{", 1, 2, "expected a key in quotes"), ("{\n  \"a\" 1}", 2, 7, "expected ':'"),
    ("{\"a\":1,}", 1, 8, "expected a key in quotes"), ("{\"a\":[1,]}", 1, 9, "expected a value"),
    ("{\"a\":01}", 1, 7, "leading zero"), ("{\"a\":1.}", 1, 8, "expected a digit"),
    ("{\"a\":+1}", 1, 6, "expected a value"), ("{\"a\":1e}", 1, 8, "expected a digit"),
    ("{\"a\":-}", 1, 7, "expected a digit"), ("{\"a\":nul}", 1, 6, "expected a value"),
    ("{'a':1}", 1, 2, "expected a key in quotes"), ("{\"a\":\"甲\u{1}\"}", 1, 8, "U+0001"),
    ("{\"a\":\"\\x\"}", 1, 8, "one of"), ("{\"a\":\"\\u12g4\"}", 1, 11, "hexadecimal"),
    ("{\"a\":\"甲\\ud800\"}", 1, 8, "lone surrogate \\ud800"),
    ("{\"a\":\"\\ud800\\u0041\"}", 1, 7, "lone surrogate \\ud800"),
    ("{\"a\":\"\\udc00\"}", 1, 7, "lone surrogate \\udc00"),
    ("{\"a\":1,\"\\u0061\":2}", 1, 8, "'a' is there twice"), ("{\"a\":\"", 1, 7, "ends too early"),
    ("{\"a\":1} x", 1, 9, "expected a value"), ("{\"a\":1}]", 1, 8, "expected a value"),
    ("// a\n{}", 1, 1, "expected a value"), ("{\"a\":NaN}", 1, 6, "expected a value"),
    ("[]", 1, 1, "expected an object"), ("1", 1, 1, "expected an object"),
  ])
  func syntax(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let error = try #require(try Self.error(text))
    #expect(error.message.english.contains(message), "\(error.message.english)")
    #expect(error.position == .init(line: line, column: column))
  }

  @Test func theByteIsCountedInUTF8() throws {
    #expect(try Self.error("{\"甲\":x}")?.byte == 7)
  }

  @Test func nestingHasALimit() throws {
    let text = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(try Self.error(text)?.message.english.contains("the limit json-depth") == true)
  }

  /// A document whose only form has these members.
  private static func form(_ members: String) -> String {
    """
    {"format":"formconvert","forms":[{"layout":"2024","type":"target-declaration"\(members)}],\
    "source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}
    """
  }

  /// Members of a form, the pointer of what is wrong, and a piece of the message.
  @Test(arguments: [
    (",\"colour\":1", "/forms/0/colour", "has no key 'colour'"),
    (",\"title\":\"\"", "/forms/0/title", "an empty string"),
    (",\"title\":null", "/forms/0/title", "expected a string, found null"),
    (",\"year\":\"2024\"", "/forms/0/year", "expected a number"),
    (",\"year\":2024.5", "/forms/0/year", "a whole number from 0 to 9999"),
    (",\"project\":{}", "/forms/0/project", "without members"),
    (",\"project\":{\"nome\":\"x\"}", "/forms/0/project/nome", "has no key 'nome'"),
    (",\"project\":{\"start\":\"2024\"}", "/forms/0/project/start", "expected an object"),
    (
      ",\"project\":{\"start\":{\"text\":\"x\",\"date\":\"2024-1\"}}",
      "/forms/0/project/start/date",
      "expected a date"
    ),
    (",\"project\":{\"start\":{\"date\":\"2024\"}}", "/forms/0/project/start", "'text' is missing"),
    (
      ",\"funding\":{\"total\":{\"text\":\"1\",\"amount\":1}}", "/forms/0/funding/total/amount",
      "expected a string"
    ),
    (
      ",\"funding\":{\"total\":{\"text\":\"1\",\"amount\":\"1,0\"}}",
      "/forms/0/funding/total/amount",
      "expected a decimal"
    ),
    (
      ",\"indicators\":[{\"name\":\"a\"},{\"target\":{\"text\":\"1\",\"relation\":\">=\"}}]",
      "/forms/0/indicators/1/target/relation", "expected one of"
    ),
    (",\"indicators\":[]", "/forms/0/indicators", "an empty array"),
    (",\"blank\":[\"goals\"]", "/forms/0/blank/0", "expected a JSON pointer"),
    (",\"unplaced\":[{\"text\":\"a\",\"line\":0}]", "/forms/0/unplaced/0/line", "from 1"),
    (
      ",\"project\":{\"types\":[{\"label\":\"a\"}]}", "/forms/0/project/types/0",
      "'checked' is missing"
    ),
  ])
  func shape(_ members: String, _ pointer: String, _ message: String) throws {
    let error = try #require(try Self.error(Self.form(members)))
    #expect(error.message.english.hasPrefix(pointer + ": "), "\(error.message.english)")
    #expect(error.message.english.contains(message), "\(error.message.english)")
    #expect(error.position != nil && error.byte != nil)
  }

  /// Members of a document, and a piece of the message.
  @Test(arguments: [
    ("\"forms\":[],\"version\":1", "'format' is missing"),
    ("\"format\":\"formconvert\",\"forms\":[],\"version\":2", "from 1 to 1"),
    ("\"format\":\"other\",\"forms\":[],\"version\":1", "expected one of 'formconvert'"),
    ("\"format\":\"formconvert\",\"version\":1", "'source' is missing"),
    ("\"form\":{\"layout\":\"a\",\"type\":\"self-evaluation\"}", "was cut off"),
    ("\"source\":\"a\"", "/source: expected an object"),
  ])
  func document(_ members: String, _ message: String) throws {
    let error = try #require(try Self.error("{\(members)}"))
    #expect(error.message.english.contains(message), "\(error.message.english)")
  }

  /// Members of a table of two rows and two columns, and a piece of the message.
  @Test(arguments: [
    ("\"cells\":[{\"row\":2,\"column\":0}]", "from 0 to 1"),
    ("\"cells\":[{\"row\":1,\"column\":0,\"rowSpan\":2}]", "reaches beyond its table"),
    ("\"cells\":[{\"row\":0,\"column\":0,\"rowSpan\":1}]", "from 2"),
    ("\"cells\":[{\"row\":1,\"column\":0},{\"row\":0,\"column\":1}]", "cells go by row"),
    ("\"cells\":[{\"row\":0,\"column\":0,\"header\":false}]", "expected true"),
    ("\"cells\":[{\"row\":0}]", "'column' is missing"),
  ])
  func table(_ members: String, _ message: String) throws {
    let text = """
      {"format":"formconvert","source":{"bytes":1,"encoding":"utf-8","format":"tsv"},\
      "tables":[{"rows":2,"columns":2,\(members)}],"version":1}
      """
    let error = try #require(try Self.error(text))
    #expect(error.message.english.hasPrefix("/tables/0"), "\(error.message.english)")
    #expect(error.message.english.contains(message), "\(error.message.english)")
  }

  @Test func aTableOfNothingHasALimit() throws {
    let text = """
      {"format":"formconvert","source":{"bytes":1,"encoding":"utf-8","format":"tsv"},\
      "tables":[{"rows":2000000000,"columns":0,"cells":[]}],"version":1}
      """
    #expect(try Self.error(text)?.message.english.contains("the limit empty-slots") == true)
  }
}
