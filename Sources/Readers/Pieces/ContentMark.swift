internal import IR

/// A number for some bytes that hardly ever is that of others, for finding out whether a file was
/// changed between two times it was read.
///
/// Made in a fraction of the time of a digest; against somebody who means to deceive it is no use.
struct ContentMark: Equatable {
  // Four, so that one multiplication need not wait for the other.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// Goes on with further bytes; both times in the same runs.
  mutating func append(_ bytes: Span<UInt8>) {
    var (first, second, third, fourth) = (first, second, third, fourth)
    var index = 0
    while index &+ 4 &* ByteWord.byteCount <= bytes.count {
      first = Self.mix(first, ByteWord(bytes, at: index))
      second = Self.mix(second, ByteWord(bytes, at: index &+ ByteWord.byteCount))
      third = Self.mix(third, ByteWord(bytes, at: index &+ 2 &* ByteWord.byteCount))
      fourth = Self.mix(fourth, ByteWord(bytes, at: index &+ 3 &* ByteWord.byteCount))
      index &+= 4 &* ByteWord.byteCount
    }
    while index < bytes.count {
      first = Self.mix(first, ByteWord(bits: UInt64(bytes[index])))
      index &+= 1
    }
    (self.first, self.second, self.third, self.fourth) = (
      first, second, third, fourth ^ UInt64(bytes.count)
    )
  }

  /// A multiplication takes every bit up, turning the bytes around the upper ones down.
  @inline(__always)
  private static func mix(_ mark: UInt64, _ word: ByteWord) -> UInt64 {
    ((mark ^ word.bits) &* 0x9E37_79B9_7F4A_7C15).byteSwapped
  }
}
