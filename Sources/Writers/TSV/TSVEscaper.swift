internal import IR

/// Writes fields and lines of tab-separated text, and finds out whether they need to be decoded.
struct TSVEscaper {
  /// Whether something was written that only a reader that knows the escapes reads rightly.
  private(set) var needsMark = false

  /// Appends the text of a cell.
  mutating func appendField(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    noteEdges(text)
    if !text.isEmpty, text[0] == UInt8(ascii: "\"") || beginsFence(text) { needsMark = true }
    keepFileStart(text, &output)
    for index in text.indices { append(text[index], to: &output) }
  }

  /// Appends the text of a heading, which is one line.
  mutating func appendHeading(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    noteEdges(text)
    if !text.isEmpty, text[text.count - 1] == UInt8(ascii: "#") { needsMark = true }
    for index in text.indices { append(text[index], to: &output) }
  }

  /// Appends the text of a paragraph; its lines stay lines, as far as they are not empty.
  mutating func appendParagraph(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    noteEdges(text)
    for index in text.indices {
      let isStart = index == 0 || text[index - 1] == 0x0A
      if isStart { appendLineStart(text, at: index, to: &output) }
      guard text[index] == 0x0A else {
        append(text[index], to: &output)
        continue
      }
      if !isStart, index + 1 < text.count, text[index + 1] != 0x0A {
        if text[index - 1] == 0x20 || text[index + 1] == 0x20 { needsMark = true }
        output.append(0x0A)
      } else {
        append(0x0A, to: &output)
      }
    }
  }

  /// Appends what says that a field is empty on purpose.
  mutating func appendEmptyField(to output: inout ByteBuffer) {
    needsMark = true
    output.append(UInt8(ascii: "\\"))
  }

  /// Notes that something cannot be told from the text alone.
  mutating func requireMark() { needsMark = true }

  /// Keeps a U+FEFF at the start of the file from being taken for its byte order mark.
  private mutating func keepFileStart(_ text: Span<UInt8>, _ output: inout ByteBuffer) {
    guard output.isAtStart, text.scalar(at: 0) == "\u{FEFF}" else { return }
    output.append(UInt8(ascii: "\\"))
    needsMark = true
  }

  /// Keeps a line from being taken for a heading.
  private mutating func appendLineStart(
    _ text: Span<UInt8>, at index: Int, to output: inout ByteBuffer
  ) {
    keepFileStart(text, &output)
    switch text[index] {
    case UInt8(ascii: "#"):
      output.append(UInt8(ascii: "\\"))
      needsMark = true
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      needsMark = true
    default: break
    }
  }

  private mutating func append(_ byte: UInt8, to output: inout ByteBuffer) {
    switch byte {
    case 0x09: appendEscape(UInt8(ascii: "t"), to: &output)
    case 0x0A: appendEscape(UInt8(ascii: "n"), to: &output)
    case 0x0D: appendEscape(UInt8(ascii: "r"), to: &output)
    case UInt8(ascii: "\\"): appendEscape(byte, to: &output)
    case 0:
      output.append("\u{FFFD}")
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "|"):
      // Without the mark these may be markup.
      needsMark = true
      output.append(byte)
    default: output.append(byte)
    }
  }

  private mutating func appendEscape(_ letter: UInt8, to output: inout ByteBuffer) {
    needsMark = true
    output.append(UInt8(ascii: "\\"))
    output.append(letter)
  }

  /// Whether a text begins as the fence of a block of code does.
  private func beginsFence(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 3, text[0] == UInt8(ascii: "`") || text[0] == UInt8(ascii: "~") else {
      return false
    }
    return text[1] == text[0] && text[2] == text[0]
  }

  /// White space at the ends of a text is only kept by a reader that knows the mark.
  private mutating func noteEdges(_ text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    if text[0] <= 0x20 || text[text.count - 1] <= 0x20 { needsMark = true }
  }
}
