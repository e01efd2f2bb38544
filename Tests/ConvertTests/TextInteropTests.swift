import Foundation
import IR
import TestSupport
import Testing
import Writers

/// Other programs read in what is written the texts that were to be written.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["FORMCONVERT_INTEROP"] != nil,
    "needs cmark-gfm and pandoc; scripts/test --interop installs them"))
struct TextInteropTests {
  /// Documents of random blocks, and one of every nasty text as cell, heading and paragraph.
  private static let documents: [DocumentContent] = {
    var blocks: [DocumentContent.Block] = []
    for text in NastyTexts.all {
      blocks.append(.paragraph(text))
      blocks.append(.heading(3, text))
      let cells = [
        DocumentContent.Cell(text, row: 0, column: 0), .init("甲", row: 0, column: 1),
        .init("乙", row: 1, column: 0), .init(text, row: 1, column: 1),
      ]
      blocks.append(.table(cells, rows: 2, columns: 2, caption: nil))
    }
    var random = SplitMix64(seed: 20)
    for _ in 0..<300 {
      blocks += NastyTexts.document(&random, hasSpans: true).blocks
    }
    return stride(from: 0, to: blocks.count, by: 50).map {
      DocumentContent(Array(blocks[$0..<min($0 + 50, blocks.count)]))
    }
  }()

  /// What a document says, as the tools in `Tests/Tools` take it.
  private static func json(_ content: DocumentContent, hasSpans: Bool) -> [UInt8] {
    let blocks = (hasSpans ? content : content.flattened).blocks.map { block -> CanonicalJSON in
      switch block {
      case .heading(let level, let text): ["heading": .integer(level), "text": .string(text)]
      case .paragraph(let text): ["text": .string(text)]
      case .table(let cells, _, _, let caption) where hasSpans:
        [
          "caption": caption.map(CanonicalJSON.string) ?? .null,
          "cells": .array(cells.map(json)),
        ]
      case .table(let cells, let rows, let columns, _):
        [
          "rows": .array(
            (0..<rows).map { row in
              .array(cells[row * columns..<(row + 1) * columns].map { .string($0.text) })
            })
        ]
      }
    }
    return CanonicalJSON.array(blocks).buffer.bytes
  }

  private static func json(_ cell: DocumentContent.Cell) -> CanonicalJSON {
    [
      .integer(cell.row), .integer(cell.column), .integer(cell.rowSpan), .integer(cell.columnSpan),
      .boolean(cell.isHeader), .string(cell.text),
    ]
  }

  /// Writes a document and lets a tool compare.
  private static func compare(
    _ number: Int, _ writer: some DocumentWriter, hasSpans: Bool = false,
    _ run: (Command, _ files: [String]) throws -> Command.Outcome
  ) throws {
    let content = documents[number]
    let folder = try TemporaryFolder()
    var writer = writer
    try writer.append(content.document)
    try folder.write(writer.finish().bytes, to: "written")
    try folder.write(json(content, hasSpans: hasSpans), to: "expected.json")
    let verdict = try run(Command(folder: folder.url), ["written", "expected.json"])
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }

  private static func tool(_ name: String) -> URL {
    Fixture.package.appending(path: "Tests/Tools/\(name)")
  }

  @Test(arguments: documents.indices)
  func cmarkAndPandocReadTheMarkdown(_ number: Int) throws {
    try Self.compare(number, MarkdownWriter()) { command, files in
      try command.run(Self.tool("compare-gfm"), files, input: [], environment: [:])
    }
  }

  @Test(arguments: documents.indices)
  func html5libReadsTheHTML(_ number: Int) throws {
    try Self.compare(number, HTMLWriter(), hasSpans: true) { command, files in
      try PythonTools.run("compare-html", files, in: command)
    }
  }

  @Test(arguments: documents.indices)
  func pythonReadsTheTSV(_ number: Int) throws {
    try Self.compare(number, TSVWriter()) { command, files in
      try PythonTools.run("compare-tsv", ["iana"] + files, in: command)
    }
    try Self.compare(number, ExcelTextWriter()) { command, files in
      try PythonTools.run("compare-tsv", ["excel"] + files, in: command)
    }
    try Self.compare(number, ExcelTextWriter(.comma)) { command, files in
      try PythonTools.run("compare-tsv", ["csv"] + files, in: command)
    }
  }
}
