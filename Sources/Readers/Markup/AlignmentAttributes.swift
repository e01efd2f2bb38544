internal import IR

/// What the attributes of a cell say about its alignment: the property `text-align` of `style`, or else
/// the obsolete `align` (WHATWG HTML, 16.3.8).
struct AlignmentAttributes {
  private var style: Range<Int>?
  private var align: Range<Int>?

  /// Whether there are any.
  var isThere: Bool { style != nil || align != nil }

  /// Takes an attribute; the first of two of one name counts.
  mutating func add(_ text: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) {
    if style == nil, TagScanner.equals(text, name, "style") { style = value }
    if align == nil, TagScanner.equals(text, name, "align") { align = value }
  }

  /// The alignment they ask for.
  func alignment(in text: Span<UInt8>) -> ColumnAlignment {
    if let style, let value = Self.textAlign(text, style) { return Self.alignment(text, value) }
    return align.map { Self.alignment(text, text.trimmed($0)) } ?? .none
  }

  /// The value of the property `text-align` among declarations (CSS Style Attributes).
  private static func textAlign(_ text: Span<UInt8>, _ style: Range<Int>) -> Range<Int>? {
    var start = style.lowerBound
    var found: Range<Int>?
    while start < style.upperBound {
      var colon: Int?
      var end = start
      while end < style.upperBound, text[end] != UInt8(ascii: ";") {
        if colon == nil, text[end] == UInt8(ascii: ":") { colon = end }
        end += 1
      }
      // The last of several declarations counts.
      if let colon, TagScanner.equals(text, text.trimmed(start..<colon), "text-align") {
        found = text.trimmed(colon + 1..<end)
      }
      start = end + 1
    }
    return found
  }

  private static func alignment(_ text: Span<UInt8>, _ value: Range<Int>) -> ColumnAlignment {
    // Behind the word may stand `!important`.
    var end = value.lowerBound
    while end < value.upperBound, text[end].isLetter { end += 1 }
    let word = value.lowerBound..<end
    if TagScanner.equals(text, word, "left") { return .left }
    if TagScanner.equals(text, word, "center") { return .center }
    return TagScanner.equals(text, word, "right") ? .right : .none
  }
}
