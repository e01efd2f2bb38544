/// A run of text of a ``Document``: bytes of its source, or of its store of decoded text.
///
/// Most cells say what the source says, byte for byte, so nothing is copied for them. A cell with
/// entities, tags or escapes has its text decoded into ``Document/decodedText``.
public struct TextRange: Sendable, Hashable {
  private var bits: UInt32
  private var length: UInt32

  /// A run of the source's own text.
  @inlinable
  public init(source range: Range<Int>) {
    self.init(bits: UInt32(range.lowerBound), length: UInt32(range.count))
  }

  /// A run of the decoded text.
  @inlinable
  public init(decoded range: Range<Int>) {
    self.init(bits: UInt32(range.lowerBound) | 1 << 31, length: UInt32(range.count))
  }

  @usableFromInline
  init(bits: UInt32, length: UInt32) {
    self.bits = bits
    self.length = length
  }

  /// The empty text.
  public static let empty = TextRange(bits: 0, length: 0)

  /// Whether the bytes are in ``Document/decodedText``, not in the source.
  public var isDecoded: Bool { bits >> 31 != 0 }
  /// The indices of the bytes in their array.
  public var indices: Range<Int> {
    let start = Int(bits & 0x7FFF_FFFF)
    return start..<start + Int(length)
  }
  /// The number of UTF-8 bytes.
  public var count: Int { Int(length) }
  /// Whether there is no text.
  public var isEmpty: Bool { length == 0 }
}
