internal import IR
internal import Readers

/// A large text file of which only a piece is in memory at a time.
///
/// It is read twice: first as a whole, to find out what it is written as, then piece by piece.
final class PiecedText: PiecedSource {
  /// How much is read at once.
  private static let pieceByteCount = 1 << 20

  /// The file with the current piece of its text.
  private(set) var source: SourceText
  let sheetNames: [String] = []
  let splitsTables = false
  private let descriptor: Int32
  /// What was read after the last line end of the piece.
  private var rest: [UInt8] = []
  private var digest = SHA256()

  deinit { try? CLibrary.closeFile(descriptor) }

  /// Opens a file that is large and can be read piece by piece; `nil` for any other.
  init?(_ input: InputFile, options: ReadOptions) throws(ReadError) {
    guard input.failure == nil, !input.isStandardInput,
      let status = try? CLibrary.status(of: input.path), status.kind == .file,
      status.byteCount >= SourceSurvey.headByteCount,
      status.byteCount <= options.limits.inputBytes,
      let descriptor = try? CLibrary.openFile(input.path, .read)
    else { return nil }
    // The object owns the file from here on.
    self.descriptor = descriptor
    source = SourceText(
      name: input.name, format: .markdown, encoding: .utf8, utf8: [], byteCount: 0, sha256: "")
    guard let source = Self.survey(descriptor, input.name, options) else { return nil }
    self.source = source
    try fill()
  }

  /// Looks through the file, and goes back to its start.
  private static func survey(
    _ descriptor: Int32, _ name: String?, _ options: ReadOptions
  ) -> SourceText? {
    do throws(SystemError) {
      var head: [UInt8] = []
      while head.count < SourceSurvey.headByteCount {
        guard try CLibrary.readBytes(descriptor, upTo: pieceByteCount, into: &head) > 0 else {
          return nil
        }
      }
      guard var survey = SourceSurvey(head: head, name: name, options: options) else { return nil }
      var piece: [UInt8] = []
      piece.reserveCapacity(pieceByteCount)
      while try CLibrary.readBytes(descriptor, upTo: pieceByteCount, into: &piece) > 0 {
        survey.append(piece)
        piece.removeAll(keepingCapacity: true)
      }
      try CLibrary.rewind(descriptor)
      let source = survey.finish()
      guard let source, source.byteCount <= options.limits.inputBytes else { return nil }
      return source
    } catch {
      return nil
    }
  }

  /// Goes on to the next piece, which keeps what the reader and the document still need.
  func advance(_ reader: inout DocumentReader, _ document: inout Document) throws(ReadError) {
    let needed = min(reader.position, document.firstBlockStart ?? .max)
    // Lines stay whole, for the columns of places.
    let start = source.utf8[..<needed].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var piece = source.piece ?? SourcePiece()
    piece.precedingByteCount += start
    piece.precedingLineCount += LineTable.endedLineCount(
      in: source.utf8.span.extracting(..<start))
    source.piece = piece
    source.utf8.removeFirst(start)
    try fill()
    reader.move(to: source, by: start, &document)
  }

  /// Reads on to the end of a line: as much again as there is, so that what is longer than a
  /// piece does not take quadratic time.
  private func fill() throws(ReadError) {
    let wanted = source.utf8.count + max(source.utf8.count, Self.pieceByteCount)
    while source.utf8.count < wanted, source.piece?.isLast == false {
      var bytes: [UInt8] = []
      let count: Int
      do throws(SystemError) {
        count = try CLibrary.readBytes(descriptor, upTo: Self.pieceByteCount, into: &bytes)
      } catch {
        throw ReadError(error.message)
      }
      digest.append(bytes.span)
      if count == 0 {
        source.piece?.isLast = true
        source.utf8 += rest
        rest = []
        try checkEnd()
      } else if let lineEnd = bytes.lastIndex(of: 0x0A) {
        source.utf8 += rest
        source.utf8 += bytes[...lineEnd]
        rest = Array(bytes[(lineEnd + 1)...])
      } else {
        rest += bytes
      }
    }
  }

  /// Makes sure that what was read is what was looked through.
  private func checkEnd() throws(ReadError) {
    guard digest.finishHexadecimal() != source.sha256 else { return }
    throw .changed
  }
}
