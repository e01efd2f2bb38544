internal import IR

/// Prints values in the style of another layout; what has no reading stays as it is.
enum ValueStyles {
  /// A value in a style; `nil` where the style leaves none.
  static func value(_ value: FieldValue, _ style: LayoutMapping.FieldStyle) -> FieldValue? {
    switch (style, value) {
    case (.asPrinted, _): value
    case (.firstDay, .date(let date)): .date(day(date, isLast: false))
    case (.lastDay, .date(let date)): .date(day(date, isLast: true))
    case (.groupedAmount, .amount(let amount)): .amount(grouped(amount))
    case (.tickedOption, .options(let options)): ticked(options).map(FieldValue.text)
    case (.withoutStamp, .text(let text)): .text(withoutStamp(text))
    case (.firstDay, _), (.lastDay, _), (.groupedAmount, _), (.tickedOption, _),
      (.withoutStamp, _):
      value
    }
  }

  /// A target in a style.
  static func target(_ target: Measure, _ style: LayoutMapping.TargetStyle) -> Measure {
    guard style == .unitInParentheses, target.number != nil else { return target }
    var bytes: [UInt8] = []
    WidthFolding.append(target.text.utf8Span.span, to: &bytes)
    guard let parts = MeasureScanner.scan(bytes.span) else { return target }
    var text = parts.relation ?? ""
    text += String(copying: bytes.span.extracting(parts.number.place))
    if let unit = target.unit { text += "(\(unit))" }
    var measure = target
    measure.text = text
    return measure
  }

  // MARK: The way back

  /// The value of a field in the style of a rule; `nil` where the style leaves none.
  ///
  /// It stays as printed where the way back would not find it again, as when its reading is not
  /// that of its text.
  static func reversible(_ field: Field, _ rule: LayoutMapping.FieldRule) -> FieldValue? {
    guard let styled = value(field.value, rule.style), rule.style != .tickedOption,
      styled != field.value
    else { return value(field.value, rule.style) }
    let isReversible =
      FieldValue(reading: field.value.text, as: rule.source) == field.value
      && FieldValue(reading: styled.text, as: rule.target) == styled
    return isReversible ? styled : field.value
  }

  /// A target in a style; as printed where the way back would not find it again.
  static func reversible(_ target: Measure, _ style: LayoutMapping.TargetStyle) -> Measure {
    let styled = self.target(target, style)
    guard styled != target else { return target }
    let isReversible =
      Measure(reading: target.text.utf8Span.span) == target
      && Measure(reading: styled.text.utf8Span.span) == styled
    return isReversible ? styled : target
  }

  // MARK: Dates

  /// The first or the last day that a date means.
  private static func day(_ date: DateReading, isLast: Bool) -> DateReading {
    guard let iso = date.date else { return date }
    var parts = iso.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return date }
    if parts.count == 1 { parts.append(isLast ? 12 : 1) }
    if parts.count == 2 {
      parts.append(isLast ? GregorianCalendar.lastDay(ofMonth: parts[1], year: year) : 1)
    }
    let day = String(iso.prefix(4)) + "-" + twoDigits(parts[1]) + "-" + twoDigits(parts[2])
    return DateReading(text: day, date: day)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  // MARK: Amounts

  /// An amount with its digits grouped in threes and at least two decimals; one with a unit of its own
  /// stays as it is.
  private static func grouped(_ amount: Amount) -> Amount {
    guard let number = amount.amount, amount.unit == nil else { return amount }
    let parts = number.split(separator: ".", maxSplits: 1)
    let digits = Array((parts.first ?? "0").utf8)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.utf8.count < 2 { decimals += "0" }
    let printed = text + "." + decimals
    return Amount(text: printed, amount: (parts.first ?? "0") + "." + decimals)
  }

  // MARK: Texts

  /// The label of the only ticked option.
  private static func ticked(_ options: [Option]) -> String? {
    let ticked = options.filter(\.isChecked)
    return ticked.count == 1 ? ticked[0].label : nil
  }

  /// A name without the place of a stamp behind it.
  private static func withoutStamp(_ text: String) -> String {
    for stamp in stamps where text.hasSuffix(stamp) && text != stamp {
      return String(text.dropLast(stamp.count))
    }
    return text
  }

  private static let stamps = ["（盖章）", "(盖章)", "（公章）", "(公章)", "（签章）", "(签章)"]
}
