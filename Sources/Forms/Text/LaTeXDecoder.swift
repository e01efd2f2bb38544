internal import IR

/// Decodes the LaTeX of a text on its way to a writer.
///
/// Commands count everywhere; `$…$` and `$$…$$` are taken off only when every command between them
/// is known and there is at least one, or when they hold a relation and a number, as in `$= 3$`, or a
/// number beside a Chinese character, as in `$12$ 月`. So `$100`, `$a$` and `$x^2$` stay as they are.
/// Between them white space means nothing, and a backslash may be doubled, as writers of markdown that
/// take a formula for text print it.
struct LaTeXDecoder {
  /// Whether anything was decoded.
  private(set) var hasDecoded = false

  /// Writes a text with its LaTeX decoded.
  mutating func decode(_ text: Span<UInt8>, into writer: inout NormalizedWriter) {
    decode(text, 0..<text.count, into: &writer)
  }

  /// Decodes a part of a text.
  ///
  /// It calls itself for the inside of `$…$` and of a group; neither holds another of its kind, so
  /// the depth is bounded.
  private mutating func decode(
    _ text: Span<UInt8>, _ range: Range<Int>, isMath: Bool = false,
    into writer: inout NormalizedWriter
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = index..<range.upperBound
      switch text[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: "^"):
        index = command(text, rest, isMath: isMath, into: &writer)
      case UInt8(ascii: "$"):
        index = math(text, rest, into: &writer)
      case UInt8(ascii: " ") where isMath:
        index += 1
      default:
        let scalar = ClassifiedScalar(text, at: index)
        writer.write(text, at: index, scalar)
        index += scalar.length
        if scalar.kind == .han { index = writer.writeHan(text, index..<range.upperBound) }
      }
    }
  }

  /// Writes the command, or the plain character, at the start of a range; returns the index after it.
  private mutating func command(
    _ text: Span<UInt8>, _ range: Range<Int>, isMath: Bool, into writer: inout NormalizedWriter
  ) -> Int {
    guard let command = isMath ? mathCommand(text, range) : LaTeXCommand(text, in: range) else {
      let start = range.lowerBound
      writer.write(text, at: start, ClassifiedScalar(text, at: start))
      // The second of two backslashes starts no command.
      guard range.count > 1, text[start] == text[start + 1] else { return start + 1 }
      writer.write(text, at: start + 1, ClassifiedScalar(text, at: start + 1))
      return start + 2
    }
    hasDecoded = true
    switch command.meaning {
    case .character(let bytes): writer.write(bytes.span)
    case .group(let group): decode(text, group, into: &writer)
    case .nothing: break
    }
    return command.end
  }

  /// The command at the start of a range within `$…$`.
  private func mathCommand(_ text: Span<UInt8>, _ range: Range<Int>) -> LaTeXCommand? {
    let next = range.lowerBound + 1
    let isDoubled = next < range.upperBound && text[next] == text[range.lowerBound]
    return LaTeXCommand(text, in: isDoubled ? next..<range.upperBound : range, isMath: true)
  }

  /// Writes the inside of `$…$`, or a `$` that is just a character; returns the index after it.
  private mutating func math(
    _ text: Span<UInt8>, _ range: Range<Int>, into writer: inout NormalizedWriter
  ) -> Int {
    let start = range.lowerBound
    let isDouble = range.count > 1 && text[start + 1] == UInt8(ascii: "$")
    let width = isDouble ? 2 : 1
    let inside = start + width
    guard let close = closingDelimiter(text, inside..<range.upperBound, width: width),
      isUnderstood(text, inside..<close)
        || isNumber(text, inside..<close) && isBesideHan(text, start..<close + width)
    else {
      writer.write(text, at: start, ClassifiedScalar(text, at: start))
      return start + 1
    }
    hasDecoded = true
    decode(text, inside..<close, isMath: true, into: &writer)
    return close + width
  }

  /// The index of the `$` or `$$` that ends what starts at a range's start.
  private func closingDelimiter(
    _ text: Span<UInt8>, _ range: Range<Int>, width: Int
  ) -> Int? {
    var index = range.lowerBound
    while index + width <= range.upperBound {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if text[index] != UInt8(ascii: "$") {
        index += 1
      } else if width == 1 || text[index + 1] == UInt8(ascii: "$") {
        return index
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether a formula holds a known command or a relation to a number, and nothing that is not
  /// understood.
  private func isUnderstood(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var commandCount = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: "^"):
        guard let command = mathCommand(text, index..<range.upperBound) else { return false }
        commandCount += 1
        index = command.end
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "_"), UInt8(ascii: "\n"):
        return false
      default:
        index += 1
      }
    }
    return commandCount > 0 || isRelation(text, range)
  }

  /// Whether a formula is a number alone.
  private func isNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = text[index]
      guard byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else {
        return false
      }
    }
    return !range.isEmpty
  }

  /// Whether a Chinese character stands before or behind a part of a text, spaces aside.
  private func isBesideHan(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
    if end < text.count, ClassifiedScalar(text, at: end).kind == .han { return true }
    var start = range.lowerBound - 1
    while start > 0, text[start] == UInt8(ascii: " ") || text[start].isContinuation { start -= 1 }
    return start >= 0 && ClassifiedScalar(text, at: start).kind == .han
  }

  /// Whether a formula is a relation and a number.
  private func isRelation(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var hasRelation = false
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = ClassifiedScalar(text, at: index)
      switch scalar.kind {
      case .relation: hasRelation = true
      case .space: break
      default: return hasRelation && text[index].isDigit
      }
      index += scalar.length
    }
    return false
  }
}
