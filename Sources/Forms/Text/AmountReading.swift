package import IR

extension Amount {
  /// Reads a normalised text as an amount: digits with or without grouping, and decimals (model,
  /// Readings).
  ///
  /// `¥` and `￥` may stand before them. A dash, a unit or any other text has no reading: amounts are
  /// never converted.
  package init(reading text: Span<UInt8>) {
    self.init(text: String(copying: text))
    guard text.count <= MeasureScanner.longestText else { return }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    WidthFolding.append(text, to: &folded)
    let span = folded.span
    let start = DecimalScanner.skipSpaces(span, from: Self.currencyLength(span))
    guard let number = DecimalScanner.number(span, from: start), number.end == span.count else {
      return
    }
    amount = number.text
  }

  private static func currencyLength(_ text: Span<UInt8>) -> Int {
    for sign in currencySigns where DecimalScanner.hasPrefix(text, at: 0, sign.span) {
      return sign.count
    }
    return 0
  }

  private static let currencySigns: [[UInt8]] = ["¥", "￥"].map { Array($0.utf8) }
}
