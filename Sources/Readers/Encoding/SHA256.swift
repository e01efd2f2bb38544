internal import CNettle

/// The SHA-256 digest (FIPS 180-4) of bytes, through libnettle.
package struct SHA256 {
  private var context = sha256_ctx()

  // The pointers are used only during these calls, with the counts of their own buffers.

  /// Begins a digest.
  package init() { unsafe nettle_sha256_init(&context) }

  /// Goes on with further bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
  }

  /// The 32 bytes of the digest.
  package consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
    }
    return digest
  }

  /// The digest in lower-case hexadecimal digits.
  package consuming func finishHexadecimal() -> String { Self.hexadecimal(finish()) }

  /// The digest in lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String { hexadecimal(digest(of: bytes)) }

  /// The 32 bytes of the digest.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.append(bytes.span)
    return digest.finish()
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 0xF))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
