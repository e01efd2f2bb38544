internal import IR

/// What in a text could be read as markup: found out once, so that only that is escaped.
struct MarkdownMarks {
  var asterisks: DelimiterRuns
  var underscores: DelimiterRuns
  var tildes: DelimiterRuns
  /// Whether backticks may pair to code.
  let hasCode: Bool
  /// Whether dollar signs may pair to a formula.
  let hasFormula: Bool
  /// Whether addresses must not become links: backslashes would be part of them.
  let hidesLinks: Bool

  /// Looks at a text.
  init(_ text: Span<UInt8>) {
    asterisks = DelimiterRuns(of: UInt8(ascii: "*"), in: text)
    underscores = DelimiterRuns(of: UInt8(ascii: "_"), isTextInWords: true, in: text)
    tildes = DelimiterRuns(of: UInt8(ascii: "~"), in: text)
    var backtickRuns = 0
    var dollars = 0
    var isLinkable = false
    var isPlain = true
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "`"):
        if index == 0 || text[index - 1] != UInt8(ascii: "`") { backtickRuns += 1 }
      case UInt8(ascii: "$"): dollars += 1
      case UInt8(ascii: ":"), UInt8(ascii: "."):
        if Self.endsLinkPrefix(text, at: index) { isLinkable = true }
      case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "&"),
        UInt8(ascii: "<"), UInt8(ascii: "]"):
        isPlain = false
      case 0x20 where index == 0 || index + 1 == text.count: isPlain = false
      default: break
      }
    }
    hasCode = backtickRuns > 1
    hasFormula = dollars > 1
    let hasRuns = asterisks.formMarkup || underscores.formMarkup || tildes.formMarkup
    hidesLinks = isLinkable && (!isPlain || hasRuns || hasCode || hasFormula)
  }

  /// Whether the colon or full stop at an offset ends what an address begins with (GFM 6.9).
  static func endsLinkPrefix(_ text: Span<UInt8>, at index: Int) -> Bool {
    if text[index] == UInt8(ascii: ".") { return hasWord("www", text, before: index) }
    if index + 2 < text.count, text[index + 1] == UInt8(ascii: "/"),
      text[index + 2] == UInt8(ascii: "/")
    {
      return true
    }
    return hasWord("mailto", text, before: index) || hasWord("xmpp", text, before: index)
  }

  private static func hasWord(
    _ word: StaticString, _ text: Span<UInt8>, before end: Int
  ) -> Bool {
    var index = end - word.utf8CodeUnitCount
    guard index >= 0 else { return false }
    for byte in word.description.utf8 {
      if text[index] | 0x20 != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether the colon at an offset begins the name of an emoji, such as `:tada:`.
  ///
  /// Digits alone are mostly a time; only two emoji are called so.
  static func beginsEmoji(_ text: Span<UInt8>, at start: Int) -> Bool {
    var index = start + 1
    var hasLetter = false
    while index < text.count, index - start <= 64 {
      switch text[index] {
      case let byte where byte.isLetter: hasLetter = true
      case let byte where byte.isDigit: break
      case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: ":"):
        if hasLetter { return true }
        let name = String(decoding: (start + 1..<index).map { text[$0] }, as: UTF8.self)
        return ["100", "1234", "+1", "-1"].contains(name)
      default: return false
      }
      index += 1
    }
    return false
  }

  /// Whether the ampersand at an offset begins a character reference.
  static func beginsReference(_ text: Span<UInt8>, at start: Int) -> Bool {
    var index = start + 1
    if index < text.count, text[index] == UInt8(ascii: "#") { index += 1 }
    let first = index
    while index < text.count, text[index].isLetterOrDigit { index += 1 }
    return index > first && index < text.count && text[index] == UInt8(ascii: ";")
  }

  /// Whether the `<` at an offset could begin a tag, a comment or an address in brackets.
  static func beginsTag(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start + 1 < text.count else { return false }
    return text[start + 1].isLetter || "/!?".utf8.contains(text[start + 1])
  }
}
