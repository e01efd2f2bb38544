import Foundation
import TestSupport
import Testing
import Writers

/// RFC 8785 by its published vectors.
struct CanonicalJSONTests {
  @Test(arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func publishedVector(_ name: String) throws {
    let value = try JSONParser.parse(Fixture.bytes("jcs/input/\(name).json"))
    let hexadecimal = String(decoding: try Fixture.bytes("jcs/outhex/\(name).txt"), as: UTF8.self)
    #expect(value.buffer.bytes == Fixture.bytes(hexadecimal: hexadecimal))
  }

  @Test func casesThatCanBeWritten() throws {
    let cases = try JSONParser.parse(Fixture.bytes("jcs/cases.json")).elements ?? []
    let written = cases.filter { $0["kind"]?.text == "canonicalise" }
    #expect(written.count == 109)
    for entry in written {
      let input = try #require(entry["input"]?.text)
      let expected = try #require(entry["canonicalHex"]?.text)
      let value = try JSONParser.parse(Array(input.utf8))
      #expect(
        value.buffer.bytes == Fixture.bytes(hexadecimal: expected),
        "\(entry["name"]?.text ?? "")")
    }
  }

  @Test func numbersOfECMAScript() throws {
    let lines = String(decoding: try Fixture.bytes("jcs/es6-numbers.txt"), as: UTF8.self)
    #expect(try Self.check(lines) == 1_000)
  }

  @Test(
    .enabled(if: Tools.conformance("jcs/es6-numbers-40000.txt") != nil, "there are no cases"))
  func manyNumbersOfECMAScript() throws {
    let file = try #require(Tools.conformance("jcs/es6-numbers-40000.txt"))
    #expect(try Self.check(String(contentsOf: file, encoding: .utf8)) == 40_000)
  }

  /// Checks lines of the bits of a number and how it is written; gives their number.
  private static func check(_ lines: String) throws -> Int {
    var count = 0
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ",")
      let bits = try #require(UInt64(parts[0], radix: 16))
      let written = CanonicalJSON.number(Double(bitPattern: bits)).buffer.bytes
      #expect(written == Array(parts[1].utf8), "\(line)")
      count += 1
    }
    return count
  }

  @Test func numbersOfAppendixB() throws {
    let entries = try JSONParser.parse(Fixture.bytes("jcs/rfc8785-appendix-b.json")).elements ?? []
    #expect(entries.count == 27)
    for entry in entries {
      guard let expected = entry["expected"]?.text else { continue }
      let hexadecimal = try #require(entry["ieee754"]?.text)
      let bits = try #require(UInt64(hexadecimal, radix: 16))
      let written = CanonicalJSON.number(Double(bitPattern: bits)).buffer.bytes
      #expect(written == Array(expected.utf8))
    }
  }

  /// U+20BB7 is written with surrogates, which come before U+E000.
  @Test func keysGoByUTF16CodeUnits() {
    let value: CanonicalJSON = ["\u{E000}": 1, "\u{20BB7}": 2, "\u{4E00}": 3]
    #expect(value.buffer.bytes == Array("{\"一\":3,\"\u{20BB7}\":2,\"\u{E000}\":1}".utf8))
  }

  @Test func largeOutputIsTheSameInChunks() {
    let text = String(repeating: "绩效", count: 100_000)
    let value = CanonicalJSON.array(Array(repeating: ["a": .string(text)], count: 5))
    let element = "{\"a\":\"\(text)\"}"
    let expected = "[" + Array(repeating: element, count: 5).joined(separator: ",") + "]"
    var chunkCount = 0
    value.buffer.forEachChunk { _ in chunkCount += 1 }
    #expect(chunkCount > 1)
    #expect(value.buffer.bytes == Array(expected.utf8))
    #expect(value.buffer.count == expected.utf8.count)
  }
}
