internal import IR

/// A few bytes that are written very often, such as the start of a cell.
///
/// They are put down as whole words, whatever their number, and what is too much is written over:
/// so nothing is copied byte by byte.
struct ShortText: Sendable {
  /// The most bytes there may be.
  static let limit = 24

  /// The bytes, the first one in the lowest bits.
  let words: (UInt64, UInt64, UInt64)
  /// The number of bytes.
  let count: Int

  /// Takes a text that is short enough.
  init(_ text: String) {
    precondition(text.utf8.count <= Self.limit)
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for (index, byte) in text.utf8.enumerated() {
      let bits = UInt64(byte) << UInt64(8 * (index % 8))
      switch index / 8 {
      case 0: words.0 |= bits
      case 1: words.1 |= bits
      default: words.2 |= bits
      }
    }
    self.words = words
    count = text.utf8.count
  }

  /// The digits of a number.
  init(decimal number: Int) {
    guard number >= 0, number < 100_000_000 else {
      self = ShortText(String(number))
      return
    }
    var rest = UInt32(truncatingIfNeeded: number)
    var word: UInt64 = 0
    var count = 0
    repeat {
      word = word &<< 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
      count &+= 1
    } while rest > 0
    words = (word, 0, 0)
    self.count = count
  }

  /// Puts the bytes down at a place, which moves on behind them; up to ``limit`` bytes are written
  /// over.
  @inline(__always)
  func store(in output: inout MutableSpan<UInt8>, at place: inout Int) {
    ByteWord(bits: words.0).store(in: &output, at: place)
    if count > 8 {
      ByteWord(bits: words.1).store(in: &output, at: place &+ 8)
      ByteWord(bits: words.2).store(in: &output, at: place &+ 16)
    }
    place &+= count
  }
}
