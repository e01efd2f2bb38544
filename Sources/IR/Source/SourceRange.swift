/// A half-open range of bytes in the UTF-8 text of a source.
///
/// Offsets count from the first byte of ``SourceText/utf8``; `UInt32` keeps a cell small, and
/// ``Limits/inputBytes`` keeps every input below its reach.
public struct SourceRange: Sendable, Hashable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset after the last byte.
  public var end: UInt32

  /// Creates a range from its offsets.
  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// Creates a range from a range of array indices.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(
      start: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }

  /// The range as array indices.
  @inlinable public var indices: Range<Int> { Int(start)..<Int(end) }
}
