internal import IR

/// Takes out of a cell's text what scanning put in: superfluous white space and LaTeX
/// (model, Text).
///
/// A character is *wide* with East_Asian_Width W or F, and if it is one of `“ ” ‘ ’ — … ·` or `①` to
/// `⑳`; U+3000 is white space although its width is F. White space at either end always goes.
package enum TextNormalizer {
  /// Which rule a text follows.
  package enum Mode: Sendable, Hashable {
    /// A short text: white space beside a wide character goes, any other run becomes one space.
    case value
    /// A target, an actual value, a weight, a score or a rate: as ``value``, and white space beside a
    /// relation goes.
    case measure
    /// One or more paragraphs: runs with line breaks become one line break, a run between two Han
    /// ideographs becomes one space, and the rest is as in ``value``.
    case prose
  }

  /// Appends the normalised form of a UTF-8 text to `output`.
  ///
  /// - Returns: Whether LaTeX was decoded.
  @discardableResult
  package static func append(
    _ text: Span<UInt8>, mode: Mode, to output: inout [UInt8]
  ) -> Bool {
    guard needsWork(text) else {
      output.append(copying: text)
      return false
    }
    var writer = NormalizedWriter(mode: mode)
    swap(&writer.output, &output)
    writer.reserve(text.count)
    var decoder = LaTeXDecoder()
    decoder.decode(text, into: &writer)
    swap(&writer.output, &output)
    return decoder.hasDecoded
  }

  /// Whether a text holds white space, `$` or `\`; most cells do not.
  static func needsWork(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      if index &+ ByteWord.byteCount <= text.count, !mayNeedWork(ByteWord(text, at: index)) {
        index &+= ByteWord.byteCount
        continue
      }
      let byte = text[index]
      if byte <= 0x20 || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") { return true }
      if byte >= 0xC2, byte <= 0xE3, mayBeSpace(text, at: index, lead: byte) { return true }
      index += 1
    }
    return false
  }

  /// Whether there may be such a character among eight bytes: white space, `$` or `\`, or the lead
  /// byte of white space beyond ASCII, which are 0xC2 and 0xE1 to 0xE3.
  @inline(__always)
  private static func mayNeedWork(_ word: ByteWord) -> Bool {
    word.anyByte(below: 0x25) | word.places(of: UInt8(ascii: "\\")) | word.places(of: 0xC2)
      | word.places(ofAnyBelowFour: 0xE0) != 0
  }

  /// Whether the character with this lead byte may be white space beyond ASCII.
  @inline(__always)
  private static func mayBeSpace(_ text: Span<UInt8>, at index: Int, lead: UInt8) -> Bool {
    switch lead {
    case 0xC2, 0xE1: true
    case 0xE2: index + 1 < text.count && text[index + 1] <= 0x81
    case 0xE3: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80
    default: false
    }
  }
}
