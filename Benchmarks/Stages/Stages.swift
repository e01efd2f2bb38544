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
    // One copy of the file, as the command line makes.
    let bytes = Array(try Data(contentsOf: url, options: .alwaysMapped))
    // No peer makes a digest.
    var options = ReadOptions()
    options.makesDigest = false
    let source = try SourceText(reading: bytes, name: url.lastPathComponent, options: options)
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

  /// Writes the tables of a source as canonical JSON, and copies the same bytes: the number of
  /// bytes, and the seconds of the fastest of five runs of each.
  private static func writeJSON(_ source: SourceText) throws {
    let document = try Document(reading: source)
    var output = ByteBuffer()
    let writing = fastest {
      var writer = TableJSONWriter(source)
      writer.append(document)
      output = writer.finish()
    }
    let bytes = output.bytes
    var copy: [UInt8] = []
    let copying = fastest {
      copy = []
      copy.reserveCapacity(bytes.count)
      copy.append(contentsOf: bytes)
    }
    guard copy == bytes else { return }
    print(bytes.count, writing / .seconds(1), copying / .seconds(1))
  }

  private static func fastest(_ work: () -> Void) -> Duration {
    (0..<5).map { _ in ContinuousClock().measure(work) }.min() ?? .zero
  }
}
