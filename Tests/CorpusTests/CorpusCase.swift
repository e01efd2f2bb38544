import Foundation
import Forms
import IR
import Readers
import TestSupport
import Testing
import Writers

/// A folder of the corpus: a document, what it says, and the document in other clothes.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  /// The folder.
  let folder: URL
  /// The document as it came.
  let source: URL
  /// The same document written in other ways.
  let renditions: [URL]

  var testDescription: String { folder.lastPathComponent }

  /// All cases, found by what is in the folder `corpus`.
  static let all: [CorpusCase] = contents(of: Fixture.package.appending(path: "corpus"))
    .compactMap(CorpusCase.init)

  private init?(_ folder: URL) {
    let sources = Self.contents(of: folder).filter { $0.lastPathComponent.hasPrefix("source.") }
    guard let source = sources.first else { return nil }
    self.folder = folder
    self.source = source
    renditions = Self.contents(of: folder.appending(path: "renditions"))
  }

  private static func contents(of folder: URL) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  /// The document as a file of the corpus.
  var sourceFile: CorpusFile { CorpusFile(corpusCase: self, url: source) }

  /// What a reader of the document wrote down.
  func expectation() throws -> JSONValue {
    let data = try Data(contentsOf: folder.appending(path: "expected.json"))
    return try JSONValue(parsing: Array(data))
  }
}

/// A file of the corpus.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  /// The case it belongs to.
  let corpusCase: CorpusCase
  /// The file.
  let url: URL

  var testDescription: String {
    "\(corpusCase.folder.lastPathComponent)/\(url.lastPathComponent)"
  }

  /// All files of all cases.
  static let all: [CorpusFile] = CorpusCase.all.flatMap { corpusCase in
    ([corpusCase.source] + corpusCase.renditions).map {
      CorpusFile(corpusCase: corpusCase, url: $0)
    }
  }

  /// Whether it is the source in another encoding or with other line ends.
  var isReencoded: Bool {
    let name = url.lastPathComponent
    return ["as-crlf", "as-gb18030", "as-utf16"].contains { name.hasPrefix($0) }
  }

  /// Whether it is the print before it was damaged.
  var isUndamaged: Bool { url.lastPathComponent.hasPrefix("as-html") }

  /// The input, decoded.
  func sourceText() throws -> SourceText {
    let bytes = try Array(Data(contentsOf: url))
    return try SourceText(reading: bytes, name: url.lastPathComponent)
  }

  /// The canonical JSON of the file, read as a whole.
  func json() throws -> [UInt8] {
    let source = try sourceText()
    let document = try Document(reading: source)
    var writer = FormJSONWriter(source)
    writer.append(Recognition(recognizing: document), from: document)
    return writer.finish().bytes
  }

  /// The canonical JSON of the file, read in windows of about so many bytes.
  func json(windowByteCount: Int) throws -> [UInt8] {
    let source = try sourceText()
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var recognizer = FormRecognizer()
    var writer = FormJSONWriter(source)
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: windowByteCount)
      let (found, blockCount) = recognizer.recognize(document, isComplete: !hasMore)
      writer.append(found, from: document)
      document.discardBlocks(blockCount)
    }
    return writer.finish().bytes
  }
}
