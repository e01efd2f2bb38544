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
    WidthFolding.withFolded(text) { folded in
      let start = DecimalScanner.skipSpaces(folded, from: Self.currencyLength(folded))
      guard let number = DecimalScanner.number(folded, from: start),
        number.place.upperBound == folded.count
      else { return }
      amount = DecimalScanner.text(of: number, in: folded)
    }
  }

  private static func currencyLength(_ text: Span<UInt8>) -> Int {
    guard !text.isEmpty, text[0] >= 0x80 else { return 0 }
    for sign in currencySigns where DecimalScanner.hasPrefix(text, at: 0, sign.span) {
      return sign.count
    }
    return 0
  }

  private static let currencySigns: [[UInt8]] = ["¥", "￥"].map { Array($0.utf8) }
}
