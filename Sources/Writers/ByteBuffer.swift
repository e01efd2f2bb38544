/// Bytes on their way out, in chunks, so that a large output is never copied as it grows.
public struct ByteBuffer: Sendable {
  /// The size from which a chunk is closed and the next one begun.
  static let chunkByteCount = 1 << 20
  /// The size below which a buffer that is appended is copied, not kept as a chunk of its own.
  private static let copiedByteCount = 1 << 16

  private var closed: [[UInt8]] = []
  private var closedByteCount = 0
  /// The chunk that is being filled; call ``closeFullChunk()`` now and then.
  var open: [UInt8] = []

  /// Creates an empty buffer.
  public init() {}

  /// The number of bytes.
  public var count: Int { closedByteCount + open.count }

  /// Whether there are no bytes.
  public var isEmpty: Bool { count == 0 }

  /// The bytes in one array; copies them.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    forEachChunk { result += $0 }
    return result
  }

  /// Passes the chunks on in order.
  public func forEachChunk<Failure: Error>(
    _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for chunk in closed { try body(chunk) }
    if !open.isEmpty { try body(open) }
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    open.append(contentsOf: text.utf8)
  }

  /// Appends the bytes of another buffer.
  mutating func append(_ other: consuming ByteBuffer) {
    guard other.count > Self.copiedByteCount else {
      other.forEachChunk { open += $0 }
      return
    }
    close()
    closed += other.closed
    closedByteCount += other.closedByteCount
    open = other.open
  }

  /// Begins the next chunk when the open one is full.
  mutating func closeFullChunk() {
    guard open.count >= Self.chunkByteCount else { return }
    close()
    open.reserveCapacity(Self.chunkByteCount + Self.copiedByteCount)
  }

  private mutating func close() {
    guard !open.isEmpty else { return }
    closedByteCount += open.count
    closed.append(open)
    open = []
  }

  /// Takes the first chunk out of the buffer.
  mutating func takeChunks() -> [[UInt8]] {
    close()
    defer { self = ByteBuffer() }
    return closed
  }
}
