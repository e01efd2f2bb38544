internal import IR

extension InputFile {
  /// How much is read at once; a file may shrink or grow meanwhile.
  private static let pieceByteCount = 1 << 20

  /// Reads all bytes.
  ///
  /// - Parameter limit: The most bytes an input may have.
  func readBytes(limit: Int) throws(InputError) -> [UInt8] {
    if let failure { throw InputError(message: failure) }
    let bytes: [UInt8]
    do throws(SystemError) {
      if isStandardInput {
        bytes = try Self.readBytes(of: 0, limit: limit)
      } else {
        bytes = try Self.readBytes(ofFile: path, limit: limit)
      }
    } catch {
      throw InputError(message: error.message(reading: path))
    }
    guard bytes.count <= limit else {
      throw InputError(
        message: LocalizedText(
          en: "more than \(limit) bytes; '--max-input-bytes' raises the limit",
          zh: "超过 \(limit) 字节；可用 --max-input-bytes 提高上限"))
    }
    return bytes
  }

  /// Reads one byte more than the limit at most, so that it shows when it is broken.
  static func readBytes(ofFile path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = try CLibrary.openFile(path, .read)
    defer { try? CLibrary.closeFile(descriptor) }
    return try readBytes(of: descriptor, limit: limit)
  }

  private static func readBytes(
    of descriptor: Int32, limit: Int
  ) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = try CLibrary.status(of: descriptor)
    if status.kind == .file { bytes.reserveCapacity(min(status.byteCount, limit) + 1) }
    while bytes.count <= limit {
      let room = bytes.capacity - bytes.count
      let count = min(room > 0 ? room : pieceByteCount, pieceByteCount, limit + 1 - bytes.count)
      if try CLibrary.readBytes(descriptor, upTo: count, into: &bytes) == 0 { break }
    }
    return bytes
  }
}

/// Why an input could not be read.
struct InputError: Error {
  /// What went wrong, and what to do about it.
  var message: LocalizedText
  /// Where it went wrong.
  var position: LineTable.Position?
}
