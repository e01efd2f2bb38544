/// The bytes of a package, of which any run can be had: what is needed of a large file is read
/// when it is needed.
public protocol PackageBytes: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// The bytes of a run, which lies within the package.
  func bytes(in run: Range<Int>) throws(ReadError) -> [UInt8]
}

/// A package that is in memory.
struct PackageInMemory: PackageBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func bytes(in run: Range<Int>) -> [UInt8] { Array(bytes[run]) }
}
