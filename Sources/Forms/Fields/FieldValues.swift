internal import IR

/// Setting the fields of a form.
extension FormReading {
  /// The text of a token by the rule for short texts, as bytes.
  func normalized(_ token: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    appendText(token, .value, to: &bytes)
    return bytes
  }

  /// Whether a cell has a digit.
  func hasDigit(_ token: Int) -> Bool {
    grid.keys[grid.tokens[token].key].contains { $0.isDigit }
  }

  /// Notes that a field's label is printed and its value is empty.
  mutating func noteBlank(_ key: FieldKey) {
    if !form.prints(key) { form.blank.append(key.pointer) }
  }

  /// Takes from a label what it says besides: the unit of amounts, the period of a goal.
  ///
  /// - Parameter field: What the label was found to be of; `nil` where it is known.
  mutating func noteSuffix(of token: Int, as field: FieldKey? = nil) {
    let suffix = labelSuffix(of: token)
    guard !suffix.isEmpty else { return }
    let bytes = grid.keys[suffix]
    if let unit = UnitCaption.unit(ofSuffix: bytes) {
      setUnit(unit, from: token)
    } else if field == .overallGoal || meanings(token).contains(.field(.overallGoal)),
      Self.saysYears(bytes), !form.has(.overallPeriod)
    {
      let period = insideLastParentheses(of: token)
      form.fields.append(Field(.overallPeriod, .text(period)))
      labelFingerprint.remove(period)
      if recordsProvenance { recordPeriod(token) }
    }
  }

  /// Whether what stands in parentheses behind the label of a goal is a period, and not how long the text may be:
  /// （2024-2026年）, （450字内）.
  private static func saysYears(_ suffix: ArraySlice<UInt8>) -> Bool {
    let year = LabelKey.key(of: "年")
    return suffix.contains(year) || suffix.count(where: \.isDigit) >= 4
  }

  /// Takes the unit of amounts from a label that has its value in the same cell: 资金总额（万元）：96.
  private mutating func noteUnit(ofLabel label: Span<UInt8>, from token: Int) {
    var key: [UInt8] = []
    LabelKey.append(label, to: &key)
    if key.last == UInt8(ascii: ":") { key.removeLast() }
    guard let open = key.lastIndex(of: UInt8(ascii: "(")),
      let unit = UnitCaption.unit(ofSuffix: key[open...])
    else { return }
    setUnit(unit, from: token)
  }

  /// Sets the unit of amounts, the first one printed.
  mutating func setUnit(_ unit: String, from token: Int) {
    guard form.fundingUnit == nil else { return }
    form.fundingUnit = unit
    trace(token, at: "funding/unit")
  }

  /// What the last pair of parentheses of a token holds, as printed.
  private func insideLastParentheses(of token: Int) -> String {
    let text = text(token, .value)
    let open = text.lastIndex { $0 == "(" || $0 == "（" }
    guard let open else { return text }
    return String(text[text.index(after: open)...].dropLast())
  }

  /// Sets a field from the tokens of its value.
  mutating func setField(_ key: FieldKey, _ tokens: [Int]) {
    var key = key
    if let token = tokens.first, key == .duration || key == .nature && hasDigit(token) {
      key = field(key, saying: text(token, .value))
    }
    guard !form.has(key) else {
      refuse(tokens, of: key)
      return
    }
    if !form.blank.isEmpty { form.blank.removeAll { $0.dropFirst() == key.rawValue } }
    if key == .start, setPeriod(tokens) { return }
    form.fields.append(Field(key, value(of: tokens, for: key)))
    place(tokens, at: key.rawValue)
    if let first = tokens.first { anchor(first, at: .field(key)) }
    if key == .currentYearBudget, let first = tokens.first {
      anchor(first, at: .components)
    }
    reportUnreadable(key, tokens)
  }

  /// The field of a value whose label leaves it open: 项目期 says what kind of project it is, or when it
  /// runs, or how long; 实施周期 says one of the last two, and so does 项目期 beside 项目属性.
  private func field(_ key: FieldKey, saying text: String) -> FieldKey {
    if Period.isLength(text) { return .duration }
    guard !form.has(.start) else { return key }
    let mayBeDate = key == .duration || form.has(key)
    let isDate = mayBeDate && DateReading(reading: text.utf8Span.span).date != nil
    return isDate || Period(reading: text) != nil ? .start : key
  }

  /// Sets start and end from one value that gives both, such as 2024年1月至2024年12月.
  private mutating func setPeriod(_ tokens: [Int]) -> Bool {
    guard let token = tokens.first else { return false }
    return setPeriod(tokens, reading: text(token, .value))
  }

  /// Sets start and end from the text of some tokens, where it gives both; where the end has a label of its own
  /// beside it, a hyphen is one of a date that lost another: 202401-01.
  private mutating func setPeriod(_ tokens: [Int], reading text: String) -> Bool {
    guard form[.end] == nil, let token = tokens.first, let period = Period(reading: text),
      !grid.rows[grid.tokens[token].row].tokens.contains(where: {
        meanings($0).contains(.field(.end))
      })
    else { return false }
    form.fields += [Field(.start, .date(period.start)), Field(.end, .date(period.end))]
    labelFingerprint.add(period.separator)
    place(tokens, at: FieldKey.start.rawValue)
    trace(token, at: FieldKey.end.rawValue)
    return true
  }

  /// Sets a field from a cell that begins with the field's label; options go on in further cells.
  mutating func setField(
    _ key: FieldKey, from token: Int, afterScalars count: Int, then further: [Int] = []
  ) {
    var bytes: [UInt8] = []
    appendText(token, key.kind == .prose ? .prose : .value, to: &bytes)
    var cut = Self.cut(bytes.span, afterScalars: count)
    // 填报单位：（盖章）某局
    cut += Self.stamps.prefixLength(of: bytes.span.extracting(cut...)) ?? 0
    let tokens = [token] + further
    let text = String(copying: bytes.span.extracting(cut...))
    let key = key == .duration || key == .nature ? field(key, saying: text) : key
    guard !form.has(key) else {
      refuse(tokens, of: key)
      return
    }
    labelFingerprint.add(bytes.span.extracting(..<cut))
    if key.kind == .amount { noteUnit(ofLabel: bytes.span.extracting(..<cut), from: token) }
    if key != .start || !setPeriod(tokens, reading: text) {
      let value: FieldValue =
        key.kind == .options
        ? .options(OptionReader.read(tokens, afterScalars: count, for: key, of: &self))
        : Self.value(of: bytes.span.extracting(cut...), for: key)
      form.fields.append(Field(key, value))
      place(tokens, at: key.rawValue)
      reportUnreadable(key, tokens)
    }
    if grid.rows[grid.tokens[token].row].table != nil {
      report(
        .labelAndValueInOneCell, token, path: key.rawValue,
        .text("label", String(decoding: bytes[..<cut], as: UTF8.self)))
    }
  }

  /// Leaves values of a field that has one already to no field.
  mutating func refuse(_ tokens: [Int], of key: FieldKey) {
    for token in tokens {
      refused.insert(token)
      if grid.rows[grid.tokens[token].row].table == nil { continue }
      report(.fieldRepeated, token, path: key.rawValue, .text("field", label(of: key)))
    }
  }

  private mutating func reportUnreadable(_ key: FieldKey, _ tokens: [Int]) {
    switch form[key] {
    case .amount(let amount) where amount.amount == nil:
      // A dash says that there is none.
      guard !CellFeatures.isDash(LabelKey.key(of: amount.text).span) else { return }
      report(.amountUnreadable, tokens.first, path: key.rawValue, .text("text", amount.text))
    case .date(let date) where date.date == nil:
      // How long a project runs says nothing of when, and is no damage: 起止时间 | 1年.
      guard !Period.isLength(date.text) else { return }
      report(.dateUnreadable, tokens.first, path: key.rawValue, .text("text", date.text))
    default: break
    }
  }

  /// The value that tokens print, by the kind of a field.
  private mutating func value(of tokens: [Int], for key: FieldKey) -> FieldValue {
    if key.kind == .options { return .options(OptionReader.read(tokens, for: key, of: &self)) }
    let mode: TextNormalizer.Mode = key.kind == .prose ? .prose : .value
    if tokens.count == 1 {
      return withText(of: tokens, mode) { bytes, _ in Self.value(of: bytes, for: key) }
    }
    var bytes: [UInt8] = []
    for token in tokens {
      if !bytes.isEmpty, Self.endsSentence(bytes) { bytes.append(0x0A) }
      appendText(token, mode, to: &bytes)
    }
    return Self.value(of: bytes.span, for: key)
  }

  private static func value(of bytes: Span<UInt8>, for key: FieldKey) -> FieldValue {
    switch key.kind {
    case .date: .date(DateReading(reading: bytes))
    case .amount: .amount(Amount(reading: bytes))
    case .text, .prose, .options: .text(String(copying: bytes))
    }
  }

  /// Whether a text ends where a sentence ends, so that what follows is a paragraph of its own.
  static func endsSentence(_ bytes: [UInt8]) -> Bool {
    sentenceEnds.containsSuffix(of: bytes.span)
  }

  private static let sentenceEnds = WordSet("。 ； ; ！ ？")

  private static let stamps = WordSet("（盖章） (盖章) （公章） (公章) （签章） (签章)")

  /// The index behind the first `count` scalars that are no white space, a colon and white space.
  static func cut(_ bytes: Span<UInt8>, afterScalars count: Int) -> Int {
    var seen = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] > 0x20, !bytes[index].isContinuation {
        if seen == count { break }
        seen += 1
      }
      index += 1
    }
    return index
  }

  private mutating func recordPeriod(_ token: Int) {
    let fate = self[fate: token]
    place([token], at: FieldKey.overallPeriod.rawValue)
    self[fate: token] = fate
  }
}

extension Form {
  /// Whether a field has a value.
  func has(_ key: FieldKey) -> Bool {
    for index in fields.indices where fields[index].key == key { return true }
    return false
  }

  /// Whether the label of a field is printed, with a value or without.
  func prints(_ key: FieldKey) -> Bool { has(key) || blank.contains(key.pointer) }
}
