/// Bytes on their way out.
public struct ByteBuffer: Sendable {
  /// The bytes.
  public internal(set) var bytes: [UInt8] = []

  /// Creates an empty buffer.
  public init() {}
}
