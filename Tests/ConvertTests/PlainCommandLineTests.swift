import Foundation
import TestSupport
import Testing

/// A command line that is understood without the argument parser does what the parser's does.
struct PlainCommandLineTests {
  /// What is asked for in as many ways as there are plain words, right and wrong.
  private static let lines: [[String]] = [
    ["a.md"], ["convert", "a.md"], ["a.md", "-q"], ["--quiet", "a.md", "--pretty"],
    ["a.md", "b.tsv"], ["a.md", "b.tsv", "-o", "out"], [".", "-o", "out"], ["a.md", "-o", "x.md"],
    ["a.md", "--output", "x.xlsx"], ["a.md", "--to", "html"], ["a.md", "--to", "word"],
    ["a.md", "--pretty", "--to", "tsv"], ["a.md", "--pretty", "-o", "x.tsv"], ["a.md", "-o"],
    ["a.md", "-o", "-q"], ["-"], ["-", "-"], ["missing.md"], ["a.md", "--to"], ["convrt"],
    ["a.md", "-o", "x", "-o", "y"], ["--", "a.md"], ["a.md", "check"], ["", "-q"], ["-x", "a.md"],
    ["a.md", "-o", "a.md"], ["--pretty"], ["a.md", "--jobs", "1"],
    ["--jobs", "2", ".", "-o", "out"],
    ["a.md", "--jobs", "0"], ["a.md", "--jobs", "-1"], ["a.md", "--jobs", "two"],

    ["a.md", "--jobs", "1", "--jobs", "2"], ["a.md", "--jobs", "+1"], ["a.md", "--strict"],
    ["a.md", "--strict", "-q"], ["a.md", "--as", "tables"],
    ["b.tsv", "--as", "tables", "--to", "md"],
    ["a.md", "--as", "cells"], ["a.md", "--as", "forms", "--as", "tables"],
    ["a.md", "--lang", "zh", "--to", "html"], ["missing.md", "--lang", "zh"],
    ["a.md", "--lang", "fr"],
  ]

  @Test(arguments: lines)
  func isReadAsTheParserReadsIt(_ line: [String]) throws {
    let plain = try outcome(of: line)
    // An option that says what holds anyway, and that only the parser knows.
    let option = ["--diagnostics=text"]
    let parsed = try outcome(of: line.first == "--" ? option + line : line + option)
    #expect(plain.status == parsed.status)
    #expect(plain.output == parsed.output)
    #expect(plain.messages == parsed.messages)
    #expect(plain.files == parsed.files)
  }

  private func outcome(
    of line: [String]
  ) throws -> (status: Int32, output: [UInt8], messages: String, files: [String]) {
    let folder = try TemporaryFolder()
    try folder.write("| 项目名称 | 甲 |\n|---|---|\n| 1 | 2 |\n", to: "a.md")
    try folder.write("1\t2\n3\t4\n", to: "b.tsv")
    let result = try Command(folder: folder.url).run(line)
    return (result.status, result.output, result.messages, folder.files)
  }
}
