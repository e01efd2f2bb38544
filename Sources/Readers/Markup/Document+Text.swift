internal import IR

extension Document {
  /// The text of a run of markup: the run itself where it says the same, else decoded text.
  mutating func decodeText(
    _ text: Span<UInt8>, _ range: Range<Int>, style: InlineDecoder.Style
  ) -> TextRange {
    let length = decodedText.count
    var decoder = InlineDecoder(style: style, out: decodedText)
    decoder.append(text, range, to: &decodedText)
    return finish(&decoder, from: length, source: range)
  }

  /// Ends a text; gives its source where the two are equal.
  mutating func finish(
    _ decoder: inout InlineDecoder, from length: Int, source: Range<Int>
  ) -> TextRange {
    let decoded = decoder.finish(&decodedText)
    if decoder.replacedCount > 0 {
      diagnostics.append(
        Diagnostic(
          .characterReplaced, at: SourceRange(source),
          arguments: [.number("count", decoder.replacedCount)]))
    }
    guard decoder.hasChanged || decoded.count != source.count else {
      decodedText.removeSubrange(length...)
      return TextRange(source: source)
    }
    return decoded.isEmpty ? .empty : TextRange(decoded: decoded)
  }
}
