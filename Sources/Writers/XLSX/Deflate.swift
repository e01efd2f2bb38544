internal import CDeflate

/// Compression (RFC 1951) and checksums through libdeflate; the only file here that touches C
/// memory.
///
/// libdeflate takes a whole part at once and is about three times as fast as zlib at the same
/// size; a part is made in memory anyway.
@safe struct Deflate: ~Copyable {
  /// How much time a part is worth.
  enum Effort: Int32 {
    /// For large parts: a quarter of the time of the other, for a seventh more.
    case small = 1
    /// The level at which parts come out about as small as zlib's default makes them; the next one
    /// takes a third longer for a thirtieth less.
    case usual = 4
  }

  private let compressor: OpaquePointer

  /// Creates a compressor; `nil` when there is no memory for one.
  init?(_ effort: Effort) {
    guard let compressor = unsafe libdeflate_alloc_compressor(effort.rawValue) else { return nil }
    unsafe self.compressor = compressor
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// Compresses bytes; `nil` when they do not become smaller.
  func compress(_ bytes: [UInt8]) -> [UInt8]? {
    let room = bytes.count - 1
    guard room > 0 else { return nil }
    let compressed = [UInt8](capacity: room) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // Both counts are those of their own buffers; libdeflate gives 0 when the room is short.
        unsafe bytes.withUnsafeBytes { input in
          count = unsafe libdeflate_deflate_compress(
            compressor, input.baseAddress, input.count, buffer.baseAddress, room)
        }
      }
    }
    return compressed.isEmpty ? nil : compressed
  }

  /// The CRC-32 of bytes (ISO 3309), as ZIP archives have it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
