internal import Writers

/// A stream bytes are written to.
struct OutputStream: Sendable {
  let descriptor: Int32

  static let standardOutput = OutputStream(descriptor: 1)
  static let standardError = OutputStream(descriptor: 2)

  /// Writes all bytes.
  func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      rest = rest.dropFirst(try CLibrary.writeBytes(rest, to: descriptor))
    }
  }

  /// Writes all bytes.
  func write(_ buffer: ByteBuffer) throws(SystemError) {
    var count = 0
    try buffer.forEachChunk { chunk throws(SystemError) in
      try write(chunk)
      count += chunk.count
    }
    // A chunk that was kept in a file could not be read back.
    if count < buffer.count { throw SystemError.device }
  }

  /// Writes a text; there is nobody to tell when it cannot be written.
  func print(_ text: String) {
    try? write(Array(text.utf8)[...])
  }
}

extension OutputStream {
  /// Writes the whole of what a command prints; a reader that has seen enough is no failure.
  func printWhole(_ buffer: ByteBuffer) throws(CommandError) {
    do throws(SystemError) {
      try write(buffer)
    } catch  where error.isClosedPipe {
      return
    } catch {
      throw CommandError.output(nil, error)
    }
  }

  /// Writes the whole text a command prints; a reader that has seen enough is no failure.
  func printWhole(_ text: String) throws(CommandError) {
    do throws(SystemError) {
      try write(Array(text.utf8)[...])
    } catch  where error.isClosedPipe {
      return
    } catch {
      throw CommandError.output(nil, error)
    }
  }
}
