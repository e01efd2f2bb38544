// A program for scripts/bench: the stages of a conversion that the command line does not end at.
internal import FoundationEssentials
internal import IR
internal import Readers
internal import Writers

/// Runs one stage on one file and says what came of it.
@main
struct Stages {
  /// About as much of a source as the command line turns into blocks at once.
  private static let windowByteCount = 256 << 10

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let stage = arguments.first, let path = arguments.dropFirst().first else {
      print("usage: stages read|write-json FILE")
      return
    }
    let url = URL(filePath: path)
    let bytes = Array(try Data(contentsOf: url))
    let source = try SourceText(reading: bytes, name: url.lastPathComponent)
    switch stage {
    case "read": try read(source)
    case "write-json": try writeJSON(source)
    default: print("there is no stage \(stage)")
    }
  }

  /// Reads a source into blocks and cells, and forgets them again.
  private static func read(_ source: SourceText) throws {
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var (cellCount, textByteCount) = (0, 0)
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: windowByteCount)
      cellCount += document.cells.count
      textByteCount += document.cells.reduce(0) { $0 + $1.text.count }
      document.discardBlocks(document.blocks.count)
    }
    print("\(document.tableCount) tables, \(cellCount) cells, \(textByteCount) bytes of text")
  }

  /// Writes the tables of a source as canonical JSON, and copies the same bytes: seconds of both.
  private static func writeJSON(_ source: SourceText) throws {
    let document = try Document(reading: source)
    let clock = ContinuousClock()
    var writing = Duration.seconds(60)
    var output = ByteBuffer()
    for _ in 0..<5 {
      output = ByteBuffer()
      let time = clock.measure {
        var writer = TableJSONWriter(source)
        writer.append(document)
        output = writer.finish()
      }
      writing = min(writing, time)
    }
    let bytes = output.bytes
    var copying = Duration.seconds(60)
    for _ in 0..<5 {
      var copy: [UInt8] = []
      let time = clock.measure { copy = bytes.map { $0 } }
      guard copy.count == bytes.count else { return }
      copying = min(copying, time)
    }
    print("\(bytes.count) bytes written in \(writing), copied in \(copying)")
  }
}
