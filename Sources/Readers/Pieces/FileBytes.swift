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
struct BytesInMemory: FileBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  var hasGrown: Bool { false }

  func append(_ run: Range<Int>, to other: inout [UInt8]) { other += bytes[run] }
}
