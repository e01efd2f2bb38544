internal import IR
internal import Readers

/// A large file, of which only the runs that are asked for are in memory.
final class LargeFile: FileBytes {
  /// The size from which a file may hold more than should be in memory.
  private static let leastByteCount = 256 << 10
  private static let pieceByteCount = 1 << 20

  let count: Int
  /// Whether it begins as a package does, which a workbook is.
  let isPackage: Bool
  private let descriptor: Int32

  deinit { try? CLibrary.closeFile(descriptor) }

  /// Opens a file that is large; `nil` for any other.
  init?(_ input: InputFile, limit: Int) {
    guard input.failure == nil, !input.isStandardInput,
      let status = try? CLibrary.status(of: input.path), status.kind == .file,
      status.byteCount >= Self.leastByteCount, status.byteCount <= limit,
      let descriptor = try? CLibrary.openFile(input.path, .read)
    else { return nil }
    // The object owns the file from here on.
    self.descriptor = descriptor
    count = status.byteCount
    var head: [UInt8] = []
    _ = try? CLibrary.readBytes(descriptor, at: 0, upTo: 4, into: &head)
    isPackage = head == [0x50, 0x4B, 0x03, 0x04]
  }

  var hasGrown: Bool { (try? CLibrary.status(of: descriptor).byteCount) ?? 0 > count }

  func append(_ run: Range<Int>, to bytes: inout [UInt8]) throws(ReadError) {
    var next = run.lowerBound
    while next < run.upperBound {
      let count: Int
      do throws(SystemError) {
        count = try CLibrary.readBytes(
          descriptor, at: next, upTo: run.upperBound - next, into: &bytes)
      } catch {
        throw ReadError(error.message)
      }
      guard count > 0 else { throw .changed }
      next += count
    }
  }

  /// The digest of the whole file.
  func digest() throws(ReadError) -> String {
    var digest = SHA256()
    var start = 0
    while start < count {
      let piece = try bytes(in: start..<min(start + Self.pieceByteCount, count))
      digest.append(piece.span)
      start += piece.count
    }
    return digest.finishHexadecimal()
  }
}
