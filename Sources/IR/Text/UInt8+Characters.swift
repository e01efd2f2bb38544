/// What a byte of UTF-8 is by itself: the classes of ASCII that formats are made of, and where a
/// scalar begins.
///
/// Inlinable, because readers ask for nearly every byte.
extension UInt8 {
  /// Whether it is a digit of ASCII.
  @inlinable package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether it is a letter of ASCII.
  @inlinable package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether it is a letter or a digit of ASCII.
  @inlinable package var isLetterOrDigit: Bool { isLetter || isDigit }

  /// What it says as a hexadecimal digit; `nil` where it is none.
  @inlinable package var hexadecimalValue: UInt8? {
    if isDigit { return self &- UInt8(ascii: "0") }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter &+ 10 : nil
  }

  /// Whether it is white space as HTML and CommonMark have it: a space, a tab, a line end or a form
  /// feed.
  @inlinable package var isSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }

  /// Whether it is punctuation of ASCII (CommonMark 2.1).
  @inlinable package var isPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isLetterOrDigit
  }

  /// Whether it is in the middle of a scalar.
  @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// The number of bytes of the scalar that it begins.
  @inlinable package var scalarLength: Int {
    self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4
  }
}
