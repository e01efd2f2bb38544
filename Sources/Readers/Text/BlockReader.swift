internal import IR

/// A reader that takes a text block by block from a position on.
protocol BlockReader {
  /// The offset of the next block.
  var position: Int { get }

  /// Reads the next block, or skips what separates blocks; always moves the position.
  mutating func readBlock(_ text: Span<UInt8>, into document: inout Document)
}

extension BlockReader {
  /// Appends the next blocks, about `byteCount` bytes of text.
  ///
  /// - Returns: Whether there may be more.
  mutating func readBlocks(
    of text: Span<UInt8>, into document: inout Document, byteCount: Int
  ) -> Bool {
    let start = position
    while position < text.count {
      guard position - start < byteCount else { return true }
      readBlock(text, into: &document)
    }
    return false
  }
}
