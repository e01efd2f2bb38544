/// A field in quotes, as Excel writes fields that hold tabs, line ends or quotes.
struct QuotedField {
  /// What is between the quotes.
  let content: Range<Int>
  /// Whether there are doubled quotes within.
  let hasQuotes: Bool
  /// The offset of the tab or line end after the field.
  let end: Int

  /// Reads the field that starts with a quote at an offset; `nil` when the quote is text.
  ///
  /// It is text unless the field closes right before a tab or line end, and unless the field stays
  /// within one line or one column: a stray quote must not swallow rows.
  ///
  /// - Parameter reachesEnd: Becomes true where the text ends before that is known.
  init?(_ text: Span<UInt8>, at start: Int, reachesEnd: inout Bool) {
    guard
      let run = QuotedRun(text, at: start, isWithinLineOrColumn: true, reachesEnd: &reachesEnd)
    else { return nil }
    let next = run.content.upperBound + 1
    if next == text.count { reachesEnd = true }
    guard next == text.count || text[next] == 0x09 || text[next] == 0x0A || text[next] == 0x0D
    else { return nil }
    content = run.content
    hasQuotes = run.hasQuotes
    end = next
  }
}
