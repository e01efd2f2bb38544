internal import IR

/// Writes a text so that every reader of GitHub Flavored Markdown gives it back, with no more
/// backslashes than that takes.
struct MarkdownEscaper {
  /// Where the text stands.
  enum Place {
    case cell, heading, paragraph
  }

  private let place: Place
  private var marks: MarkdownMarks

  /// Appends a text, UTF-8, with its markup escaped.
  static func append(_ text: Span<UInt8>, in place: Place, to out: inout [UInt8]) {
    if isPlain(text, in: place) {
      out.append(copying: text)
    } else {
      var escaper = MarkdownEscaper(place: place, marks: MarkdownMarks(text))
      escaper.appendLines(text, to: &out)
    }
  }

  /// Whether a text holds no byte that means anything to markdown; most do not.
  private static func isPlain(_ text: Span<UInt8>, in place: Place) -> Bool {
    // What begins a paragraph may be read as another block; a mark at the start of a file is none.
    guard place == .cell, !text.isEmpty else { return text.isEmpty }
    guard text[0] != 0x20, text[text.count - 1] != 0x20 else { return false }
    for index in text.indices {
      switch text[index] {
      case 0..<0x20, UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: ":"),
        UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"),
        UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        return false
      case UInt8(ascii: ".") where MarkdownMarks.endsLinkPrefix(text, at: index): return false
      default: break
      }
    }
    return true
  }

  // MARK: Lines

  private mutating func appendLines(_ text: Span<UInt8>, to out: inout [UInt8]) {
    var end = text.count
    while end > 0, text[end - 1] == 0x0A { end -= 1 }
    var start = 0
    var isAtStart = true
    while true {
      var lineEnd = start
      while lineEnd < text.count, text[lineEnd] != 0x0A { lineEnd += 1 }
      appendLine(text, start..<lineEnd, isAtStart: isAtStart, to: &out)
      guard lineEnd < text.count else { return }
      // Readers take breaks in a row for one; a reference is a line end of its own.
      let isKept = lineEnd == start || lineEnd >= end
      out += isKept ? Array("&#10;".utf8) : Array("<br>".utf8)
      isAtStart = place == .paragraph && !isKept
      if isAtStart { out.append(0x0A) }
      start = lineEnd + 1
    }
  }

  private mutating func appendLine(
    _ text: Span<UInt8>, _ line: Range<Int>, isAtStart: Bool, to out: inout [UInt8]
  ) {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == 0x20 {
      out += Array("&#32;".utf8)
      index += 1
    }
    var end = line.upperBound
    while end > index, text[end - 1] == 0x20 { end -= 1 }
    var escaped: Int?
    if index < end {
      if place == .paragraph, isAtStart { escaped = BlockStart.escape(text, index..<end) }
      if place == .heading { escaped = BlockStart.closingEscape(text, index..<end) }
    }
    if place == .paragraph, isAtStart, text.hasByteOrderMark(at: index) {
      out += Array("&#65279;".utf8)
      index += 3
    }
    while index < end {
      if index == escaped { out.append(UInt8(ascii: "\\")) }
      appendByte(text, at: index, lineEnd: line.upperBound, isEscaped: index == escaped, to: &out)
      index += 1
    }
    for _ in end..<line.upperBound { out += Array("&#32;".utf8) }
  }

  // MARK: Characters

  private mutating func appendByte(
    _ text: Span<UInt8>, at index: Int, lineEnd: Int, isEscaped: Bool, to out: inout [UInt8]
  ) {
    let byte = text[index]
    switch byte {
    case 0: out += [0xEF, 0xBF, 0xBD]
    case 1..<0x20: out += Array("&#\(byte);".utf8)
    case UInt8(ascii: "|") where place == .cell && !isEscaped:
      // After a backslash of the text, readers do not agree on what another one escapes.
      let followsBackslash = index > 0 && text[index - 1] == UInt8(ascii: "\\")
      out += Array((followsBackslash ? "&#124;" : "\\|").utf8)
    default:
      if !isEscaped, needsBackslash(text, at: index, lineEnd: lineEnd) {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte)
    }
  }

  private mutating func needsBackslash(_ text: Span<UInt8>, at index: Int, lineEnd: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\\"):
      // A control character becomes a reference, and so may a blank.
      index + 1 == lineEnd || text[index + 1] <= 0x20 || text[index + 1].isPunctuation
    case UInt8(ascii: "*"): marks.asterisks.needsEscape(at: index, in: text)
    case UInt8(ascii: "_"): marks.underscores.needsEscape(at: index, in: text)
    case UInt8(ascii: "~"): marks.tildes.needsEscape(at: index, in: text)
    case UInt8(ascii: "`"): marks.hasCode
    case UInt8(ascii: "$"): marks.hasFormula
    case UInt8(ascii: "<"): MarkdownMarks.beginsTag(text, at: index)
    case UInt8(ascii: "&"): MarkdownMarks.beginsReference(text, at: index)
    case UInt8(ascii: "]"): index + 1 < text.count && text[index + 1] == UInt8(ascii: "(")
    case UInt8(ascii: "."): marks.hidesLinks && MarkdownMarks.endsLinkPrefix(text, at: index)
    case UInt8(ascii: ":"):
      marks.hidesLinks && MarkdownMarks.endsLinkPrefix(text, at: index)
        || MarkdownMarks.beginsEmoji(text, at: index)
    default: false
    }
  }
}

extension Span<UInt8> {
  /// Whether U+FEFF stands at an offset.
  fileprivate func hasByteOrderMark(at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBB && self[index + 2] == 0xBF
  }
}
