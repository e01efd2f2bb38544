internal import IR
internal import Readers

/// A large package, of which only the runs that are asked for are in memory.
final class PackageFile: PackageBytes {
  /// The size from which a package may hold more than should be in memory.
  private static let leastByteCount = 256 << 10
  private static let pieceByteCount = 1 << 20

  let count: Int
  private let descriptor: Int32

  deinit { try? CLibrary.closeFile(descriptor) }

  /// Opens a file that is large and begins like a package; `nil` for any other.
  init?(_ input: InputFile, limit: Int) {
    guard input.failure == nil, !input.isStandardInput,
      let status = try? CLibrary.status(of: input.path), status.kind == .file,
      status.byteCount >= Self.leastByteCount, status.byteCount <= limit,
      let descriptor = try? CLibrary.openFile(input.path, .read)
    else { return nil }
    // The object owns the file from here on.
    self.descriptor = descriptor
    count = status.byteCount
    guard let head = try? CLibrary.readBytes(descriptor, at: 0, count: 4),
      head == [0x50, 0x4B, 0x03, 0x04]
    else { return nil }
  }

  func bytes(in run: Range<Int>) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < run.count {
      let piece: [UInt8]
      do throws(SystemError) {
        piece = try CLibrary.readBytes(
          descriptor, at: run.lowerBound + bytes.count, count: run.count - bytes.count)
      } catch {
        throw ReadError(error.message)
      }
      guard !piece.isEmpty else { throw .changed }
      bytes = bytes.isEmpty ? piece : bytes + piece
    }
    return bytes
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
