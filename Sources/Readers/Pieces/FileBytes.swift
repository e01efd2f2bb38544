/// The bytes of a file, of which any run can be had: what is needed of a large file is read when it
/// is needed.
public protocol FileBytes: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// Whether there have come more since.
  var hasGrown: Bool { get }

  /// Appends the bytes of a run, which lies within the file, to others.
  func append(_ run: Range<Int>, to bytes: inout [UInt8]) throws(ReadError)
}

extension FileBytes {
  /// The bytes of a run, which lies within the file.
  public func bytes(in run: Range<Int>) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    try append(run, to: &bytes)
    return bytes
  }
}

/// A file that is in memory.
public struct BytesInMemory: FileBytes {
  private let bytes: [UInt8]

  /// Creates a file of some bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// Never: it is a copy.
  public var hasGrown: Bool { false }

  /// Appends the bytes of a run, which lies within the file, to others.
  public func append(_ run: Range<Int>, to other: inout [UInt8]) { other += bytes[run] }
}
