// A program for scripts/bench: the stages of a conversion that the command line does not end at.
internal import Glibc
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
    let file = try OpenFile(path)
    // No peer makes a digest.
    var options = ReadOptions()
    options.makesDigest = false
    // Piece by piece where the command line does so.
    if stage == "read",
      let pieces = try TextPieces(file, name: file.name, options: options, allowsParts: true)
    {
      return try read(pieces.source, pieces)
    }
    let source = try SourceText(
      reading: file.bytes(in: 0..<file.count), name: file.name, options: options)
    switch stage {
    case "read": try read(source)
    case "write-json": try writeJSON(source)
    default: print("there is no stage \(stage)")
    }
  }

  /// Reads a source into blocks and cells, and forgets them again.
  private static func read(_ source: SourceText, _ pieces: TextPieces? = nil) throws {
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var (cellCount, textByteCount) = (0, 0)
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: windowByteCount)
      cellCount += document.cells.count
      textByteCount += document.cells.reduce(0) { $0 + $1.text.count }
      document.discardBlocks(document.blocks.count)
      if reader.needsText { try pieces?.advance(&reader, &document) }
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

/// A file of which runs are read where they are needed, as the command line does.
private struct OpenFile: FileBytes {
  let name: String
  let count: Int
  let hasGrown = false
  private let descriptor: Int32

  init(_ path: String) throws(ReadError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    // Swift passes the path as a C string that lives for the length of the call.
    descriptor = unsafe open(path, O_RDONLY)
    count = lseek(descriptor, 0, SEEK_END)
    guard count >= 0 else { throw Self.failure }
  }

  func append(_ run: Range<Int>, to bytes: inout [UInt8]) throws(ReadError) {
    let end = bytes.count + run.count
    bytes.append(addingCapacity: run.count) { output in
      // `pread` fills the buffer, which has the room, from its start.
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        count = unsafe max(pread(descriptor, buffer.baseAddress, run.count, run.lowerBound), 0)
      }
    }
    guard bytes.count == end else { throw Self.failure }
  }

  private static let failure = ReadError(LocalizedText(en: "no such file", zh: "没有这个文件"))
}
