/// What stands between a quote and the next one that is not doubled.
///
/// The search ends there, so that the searches from all quotes of a text together are linear.
struct QuotedRun {
  /// What is between the quotes.
  let content: Range<Int>
  /// Whether there are doubled quotes within.
  private(set) var hasQuotes = false
  /// Whether there are tabs within.
  private(set) var hasTab = false
  /// Whether there are line ends within.
  private(set) var hasLineEnd = false

  /// Finds the run that the quote at an offset begins; `nil` when none closes it.
  init?(_ text: Span<UInt8>, at start: Int) {
    var reachesEnd = false
    self.init(text, at: start, isWithinLineOrColumn: false, reachesEnd: &reachesEnd)
  }

  /// Finds the run that the quote at an offset begins; `nil` when none closes it.
  ///
  /// - Parameters:
  ///   - isWithinLineOrColumn: Whether a run with a tab and a line end is none.
  ///   - reachesEnd: Becomes true where the text ends before the run is known to.
  init?(
    _ text: Span<UInt8>, at start: Int, isWithinLineOrColumn: Bool, reachesEnd: inout Bool
  ) {
    var index = start + 1
    while index < text.count {
      if isWithinLineOrColumn, hasTab, hasLineEnd { return nil }
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == byte else { break }
        hasQuotes = true
        index += 1
      } else if byte == 0x09 {
        hasTab = true
      } else if byte == 0x0A || byte == 0x0D {
        hasLineEnd = true
      }
      index += 1
    }
    guard index < text.count else {
      reachesEnd = true
      return nil
    }
    content = start + 1..<index
  }
}
