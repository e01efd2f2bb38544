internal import CZlib

/// Decompression (RFC 1951) piece by piece through zlib; the only file here that touches its
/// memory.
@safe struct Inflater: ~Copyable {
  /// What became of a piece.
  enum Outcome {
    /// There may be more.
    case more
    /// The data ended.
    case end
    /// The data is damaged.
    case damaged
  }

  private static let pieceByteCount = 1 << 16

  // zlib keeps a pointer back to the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var piece = [UInt8](repeating: 0, count: pieceByteCount)
  private var count = 0

  /// Begins to decompress; `nil` when there is no memory.
  init?() {
    unsafe stream = .allocate(capacity: 1)
    guard unsafe formconvert_inflate_begin(stream) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The bytes the last step gave; to be let go before the next one.
  var output: ArraySlice<UInt8> { piece[..<count] }

  /// Decompresses the next piece.
  ///
  /// - Parameter offset: Where the input goes on; moved over what was used.
  mutating func step(_ bytes: [UInt8], _ offset: inout Int, end: Int) -> Outcome {
    let stream = unsafe self.stream
    let start = offset
    var used = 0
    var left = 0
    // The pointers are set anew for each call and end with their buffers.
    let result = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe piece.withUnsafeMutableBufferPointer { output in
        let room = min(end - start, Int(Int32.max))
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: start))
        unsafe stream.pointee.avail_in = UInt32(room)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        let result = unsafe inflate(stream, Z_NO_FLUSH)
        used = unsafe room - Int(stream.pointee.avail_in)
        left = unsafe Int(stream.pointee.avail_out)
        return result
      }
    }
    offset += used
    count = piece.count - left
    switch result {
    case Z_STREAM_END: return .end
    case Z_OK: return .more
    default: return .damaged
    }
  }

  /// The CRC-32 of bytes that follow others.
  static func checksum(_ previous: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(previous), buffer.baseAddress, buffer.count))
    }
  }
}
