/// Marks that come in pairs: quotation marks, parentheses and the marks of titles.
enum PairedMarks {
  /// Those that open.
  static let openings = WordSet("“ （ ( 《")
  /// Those that close.
  static let closings = WordSet("” ） ) 》")

  /// How many marks a text opens and does not close.
  static func depth(of text: Span<UInt8>) -> Int {
    var depth = 0
    for index in text.indices {
      let rest = text.extracting(index...)
      if openings.containsPrefix(of: rest) { depth += 1 }
      if closings.containsPrefix(of: rest) { depth -= 1 }
    }
    return depth
  }

  /// Whether the last parenthesis of a key is one that opens: ≥2400(平.
  static func isOpen(_ key: Span<UInt8>) -> Bool {
    var index = key.count
    while index > 0 {
      index -= 1
      if key[index] == UInt8(ascii: "(") { return true }
      if key[index] == UInt8(ascii: ")") { return false }
    }
    return false
  }
}
