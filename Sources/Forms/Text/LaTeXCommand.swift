internal import IR

/// One LaTeX command of the few that OCR writes into forms.
struct LaTeXCommand {
  /// What the command stands for.
  enum Meaning {
    /// A character; its UTF-8 bytes.
    case character([UInt8])
    /// The text between the braces that follow; its place in the source.
    case group(Range<Int>)
    /// A thin space, which is no white space of the text.
    case nothing
  }

  /// What the command stands for.
  var meaning: Meaning
  /// The index after the command and the white space that it takes.
  var end: Int

  /// Reads the command that starts with the `\` or `^` at `start`, if it is a known one.
  ///
  /// - Parameter isMath: Whether it stands within `$…$`, where a backslash before a space is one too.
  init?(_ text: Span<UInt8>, in range: Range<Int>, isMath: Bool = false) {
    let next = range.lowerBound + 1
    guard next < range.upperBound else { return nil }
    if text[range.lowerBound] == UInt8(ascii: "^") {
      self.init(degreeIn: text, after: next, limit: range.upperBound)
    } else if text[next].isLetter {
      self.init(wordIn: text, from: next, limit: range.upperBound)
    } else {
      self.init(symbol: text[next], isMath: isMath, end: next + 1)
    }
  }

  private init(_ meaning: Meaning, end: Int) {
    self.meaning = meaning
    self.end = end
  }

  /// A command of one character, such as `\%`; as in TeX, it takes no white space.
  private init?(symbol: UInt8, isMath: Bool, end: Int) {
    switch symbol {
    case UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "$"):
      self.init(.character([symbol]), end: end)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      self.init(.nothing, end: end)
    case UInt8(ascii: " ") where isMath:
      self.init(.nothing, end: end)
    default:
      return nil
    }
  }

  /// A command of letters, such as `\geq`.
  private init?(wordIn text: Span<UInt8>, from start: Int, limit: Int) {
    var end = start
    while end < limit, text[end].isLetter { end += 1 }
    if let character = Self.character(named: text.extracting(start..<end)) {
      self.init(.character(character), end: Self.skipSpace(text, from: end, limit: limit))
      return
    }
    guard Self.isTextCommand(text.extracting(start..<end)) else { return nil }
    let brace = Self.skipSpace(text, from: end, limit: limit)
    guard brace < limit, text[brace] == UInt8(ascii: "{") else { return nil }
    var close = brace + 1
    while close < limit, text[close] != UInt8(ascii: "}") {
      // A brace inside is not understood; giving up at once also keeps the search linear.
      if text[close] == UInt8(ascii: "{") { return nil }
      close += 1
    }
    guard close < limit else { return nil }
    self.init(.group(brace + 1..<close), end: close + 1)
  }

  /// `^\circ` or `^{\circ}`, the degree sign.
  private init?(degreeIn text: Span<UInt8>, after start: Int, limit: Int) {
    var index = Self.skipSpace(text, from: start, limit: limit)
    let isBraced = index < limit && text[index] == UInt8(ascii: "{")
    if isBraced { index = Self.skipSpace(text, from: index + 1, limit: limit) }
    let nameEnd = index + Self.circle.count
    guard nameEnd <= limit,
      text.extracting(index..<nameEnd).isEqual(to: Self.circle.span)
    else { return nil }
    index = nameEnd
    if index < limit, text[index].isLetter { return nil }
    index = Self.skipSpace(text, from: index, limit: limit)
    if isBraced {
      guard index < limit, text[index] == UInt8(ascii: "}") else { return nil }
      index = Self.skipSpace(text, from: index + 1, limit: limit)
    }
    self.init(.character(Array("°".utf8)), end: index)
  }
}

extension LaTeXCommand {
  private static let characters: [(name: [UInt8], character: [UInt8])] = [
    ("geq", "≥"), ("ge", "≥"), ("geqslant", "≥"), ("leq", "≤"), ("le", "≤"), ("leqslant", "≤"),
    ("neq", "≠"), ("ne", "≠"), ("times", "×"), ("sim", "~"), ("pm", "±"), ("div", "÷"),
    ("cdot", "·"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let circle = Array("\\circ".utf8)

  private static let textCommands: [[UInt8]] = ["text", "mathrm"].map { Array($0.utf8) }

  private static func character(named name: Span<UInt8>) -> [UInt8]? {
    for entry in characters where name.isEqual(to: entry.name.span) { return entry.character }
    return nil
  }

  private static func isTextCommand(_ name: Span<UInt8>) -> Bool {
    for command in textCommands where name.isEqual(to: command.span) { return true }
    return false
  }

  private static func skipSpace(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let scalar = ClassifiedScalar(text, at: index)
      guard scalar.kind == .space || scalar.kind == .lineBreak else { break }
      index += scalar.length
    }
    return min(index, limit)
  }
}
