package import IR

extension Amount {
  /// Reads a normalised text as an amount: digits with or without grouping, and decimals (model,
  /// Readings).
  ///
  /// `¥` and `￥` may stand before them, a unit of money behind them, in parentheses or not. A dash or any
  /// other text has no reading.
  package init(reading text: Span<UInt8>) {
    self.init(text: String(copying: text))
    guard text.count <= MeasureScanner.longestText else { return }
    WidthFolding.withFolded(text) { folded in
      let sign = Self.currency.prefixLength(of: folded) ?? 0
      let start = DecimalScanner.skipSpaces(folded, from: sign)
      guard let number = DecimalScanner.number(folded, from: start) else { return }
      if number.place.upperBound < folded.count {
        guard let unit = Self.unit(folded, from: number.place.upperBound) else { return }
        self.unit = unit
      }
      amount = DecimalScanner.text(of: number, in: folded)
    }
  }

  /// The unit that a text ends with.
  private static func unit(_ text: Span<UInt8>, from start: Int) -> String? {
    var start = DecimalScanner.skipSpaces(text, from: start)
    var end = text.count
    if start < end, text[start] == UInt8(ascii: "("), text[end - 1] == UInt8(ascii: ")") {
      start += 1
      end -= 1
    }
    let unit = String(copying: text.extracting(start..<end))
    return UnitCaption.isKnown(unit) || powers.contains(unit) ? unit : nil
  }

  /// Units that leave 元 out, as in 298.8万; they are kept as printed.
  private static let powers = ["万", "亿"]

  private static let currency = WordSet("¥ ￥")
}
