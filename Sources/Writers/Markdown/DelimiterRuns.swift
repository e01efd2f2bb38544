internal import IR

/// Finds out whether runs of a character, such as `*`, could be read as markup (CommonMark 6.2).
///
/// A run could open markup when something follows it, and close it when something stands before
/// it; only an opening run with a closing one after it makes markup, so that a single asterisk
/// needs no backslash.
struct DelimiterRuns {
  /// What stands beside a run.
  private enum Neighbour {
    case space, punctuation, word
  }

  private let byte: UInt8
  /// Whether a run between two letters is text, as for `_`.
  private let isTextInWords: Bool
  private var hasOpener = false
  /// The run that was looked at last, and whether it needs backslashes.
  private var known = (run: 0..<0, needsEscape: false)
  /// Whether there is markup unless the runs are escaped.
  private(set) var formMarkup = false

  /// Looks at the runs of a byte in a text.
  init(of byte: UInt8, isTextInWords: Bool = false, in text: Span<UInt8>) {
    self.byte = byte
    self.isTextInWords = isTextInWords
    var index = 0
    while index < text.count {
      guard text[index] == byte else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == byte { index += 1 }
      let (canOpen, canClose) = roles(of: start..<index, in: text)
      if canClose, hasOpener { formMarkup = true }
      if canOpen { hasOpener = true }
    }
  }

  /// Whether the run that a place is in needs a backslash before each of its bytes; places are
  /// asked for from the left to the right.
  mutating func needsEscape(at index: Int, in text: Span<UInt8>) -> Bool {
    guard formMarkup else { return false }
    if !known.run.contains(index) {
      var end = index + 1
      while end < text.count, text[end] == byte { end += 1 }
      let (canOpen, canClose) = roles(of: index..<end, in: text)
      known = (index..<end, canOpen || canClose)
    }
    return known.needsEscape
  }

  private func roles(
    of run: Range<Int>, in text: Span<UInt8>
  ) -> (canOpen: Bool, canClose: Bool) {
    let before = Self.neighbour(text.scalar(before: run.lowerBound))
    let after = Self.neighbour(text.scalar(at: run.upperBound))
    if isTextInWords, before == .word, after == .word { return (false, false) }
    return (after != .space, before != .space)
  }

  private static func neighbour(_ scalar: Unicode.Scalar?) -> Neighbour {
    guard let scalar, scalar != " " else { return .space }
    if scalar.isASCII {
      // Line ends and control characters are written as tags and references.
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? .word : .punctuation
    }
    switch scalar.properties.generalCategory {
    // Not every reader takes these for white space (ours does not where OCR printed them), and a
    // backslash too many is read alike by all.
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol:
      return .punctuation
    default: return .word
    }
  }
}
