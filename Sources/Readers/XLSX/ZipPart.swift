internal import IR

/// One part of an archive, unpacked piece by piece.
///
/// Its size, its checksum and the limits are checked as it goes: nothing it claims is believed.
final class ZipPart {
  private static let pieceByteCount = 1 << 16

  private let entry: ZipArchive.Entry
  private let package: any FileBytes
  private let limits: Limits
  /// What of the package was not read yet.
  private var content: Range<Int>
  private var input: [UInt8] = []
  private var inputOffset = 0
  /// Unpacks; `nil` where the part is not compressed.
  private var inflater: Inflater?
  private var count = 0
  private var checksum: UInt32 = 0
  private var isAtEnd = false
  /// How many bytes may still be unpacked.
  private(set) var bytesLeft: Int

  /// Begins with a part.
  ///
  /// - Parameter content: Where it is in the package.
  init(
    _ entry: ZipArchive.Entry, content: Range<Int>, of package: any FileBytes, limits: Limits,
    bytesLeft: Int
  ) throws(ReadError) {
    self.entry = entry
    self.content = content
    self.package = package
    self.limits = limits
    self.bytesLeft = bytesLeft
    switch entry.method {
    case 0: inflater = nil
    case 8:
      guard let inflater = Inflater() else { throw .noParser }
      self.inflater = consume inflater
    default: throw .damaged(entry.name)
    }
  }

  /// Passes the next piece on; `false` when there was none.
  func next(_ body: (Span<UInt8>) throws(ReadError) -> Void) throws(ReadError) -> Bool {
    guard !isAtEnd else { return false }
    if inputOffset == input.count { try refill() }
    if inflater == nil {
      let piece = input
      if !piece.isEmpty { try take(piece.span, body) }
      inputOffset = input.count
      isAtEnd = content.isEmpty
    } else {
      try inflate(body)
    }
    if isAtEnd { try checkEnd() }
    return true
  }

  private func refill() throws(ReadError) {
    let run = content.prefix(Self.pieceByteCount)
    input = try package.bytes(in: run)
    inputOffset = 0
    content = run.upperBound..<content.upperBound
  }

  private func inflate(
    _ body: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    let outcome = inflater?.step(input, &inputOffset, end: input.count) ?? .damaged
    guard outcome != .damaged else { throw .damaged(entry.name) }
    if let output = inflater?.output, !output.isEmpty { try take(output.span, body) }
    isAtEnd = outcome == .end
  }

  private func take(
    _ piece: Span<UInt8>, _ body: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    count += piece.count
    bytesLeft -= piece.count
    checksum = Inflater.checksum(checksum, piece)
    guard bytesLeft >= 0 else {
      throw .packageLimit("package-bytes", limits.packageBytes, entry.name)
    }
    let ratio = count / max(entry.compressedCount, 1)
    guard count <= limits.freelyUnpackedBytes || ratio <= limits.compressionRatio else {
      throw .packageLimit("compression-ratio", limits.compressionRatio, entry.name)
    }
    try body(piece)
  }

  private func checkEnd() throws(ReadError) {
    guard count == entry.count, checksum == entry.checksum else { throw .damaged(entry.name) }
  }
}
