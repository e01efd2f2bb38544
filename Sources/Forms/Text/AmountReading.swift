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
      let sign = Self.currency.prefixLength(of: folded) ?? 0
      let start = DecimalScanner.skipSpaces(folded, from: sign)
      guard let number = DecimalScanner.number(folded, from: start),
        number.place.upperBound == folded.count
      else { return }
      amount = DecimalScanner.text(of: number, in: folded)
    }
  }

  private static let currency = WordSet("¥ ￥")
}
