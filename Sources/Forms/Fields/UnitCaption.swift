internal import IR

/// Finds the unit amounts are printed in.
enum UnitCaption {
  private static let units = ["元", "万元", "千元", "百元", "百万元", "亿元"]
  private static let prefixes = ["单位:", "金额单位:", "单位(", "(单位:"].map { Array($0.utf8) }

  /// The unit of a label's suffix, such as `(元)` or `(元):`; scanning may have lost one of its parentheses.
  static func unit(ofSuffix suffix: ArraySlice<UInt8>) -> String? {
    var unit = suffix.last == UInt8(ascii: ":") ? suffix.dropLast() : suffix
    let count = unit.count
    if unit.first == UInt8(ascii: "(") { unit = unit.dropFirst() }
    if unit.last == UInt8(ascii: ")") { unit = unit.dropLast() }
    return unit.count < count ? known(unit) : nil
  }

  /// The unit at the end of a caption, the points of what it heads behind it or not: 预算执行情况(万元)(10分).
  static func unit(ofCaption key: ArraySlice<UInt8>) -> String? {
    let length = LabelKey.coreLength(key.span)
    if length < key.count, let unit = unit(ofSuffix: key.dropFirst(length)) { return unit }
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    if let unit = unit(ofSuffix: key[open...]) { return unit }
    let rest = key[..<open]
    guard rest.last == UInt8(ascii: ")"), let before = rest.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    return unit(ofSuffix: rest[before...])
  }

  /// The unit of a line that gives nothing else, such as `单位：万元`.
  static func unit(ofLine key: ArraySlice<UInt8>) -> String? {
    for prefix in prefixes where key.starts(with: prefix) {
      var rest = key.dropFirst(prefix.count)
      if rest.last == UInt8(ascii: ")") { rest = rest.dropLast() }
      if let unit = known(rest) { return unit }
    }
    return nil
  }

  /// Takes a text beside the labels of amounts that ends with a unit for the caption of all of them,
  /// whatever it is called, 项目资金申请（万元） | 资金总额; says whether it is one.
  @discardableResult
  static func take(_ token: Int, of reading: inout FormReading) -> Bool {
    guard let unit = unit(ofCaption: reading.grid.keys[reading.grid.tokens[token].key]) else {
      return false
    }
    reading.setUnit(unit, from: token)
    reading[fate: token] = .label
    return true
  }

  /// Takes a cell that gives the unit and nothing else; `false` where it does not, or the unit is known.
  static func takeAlone(_ token: Int, of reading: inout FormReading) -> Bool {
    guard reading.form.fundingUnit == nil else { return false }
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    guard let unit = unit(ofLine: key) ?? unit(key, behind: token - 1, reading) else {
      return false
    }
    reading.setUnit(unit, from: token)
    reading[fate: token] = .label
    if known(key) != nil { reading[fate: token - 1] = .label }
    return true
  }

  /// The unit that has a cell of its own behind its label: 金额单位： | 万元.
  private static func unit(
    _ key: ArraySlice<UInt8>, behind label: Int, _ reading: FormReading
  ) -> String? {
    guard let unit = known(key), reading.tokens.contains(label),
      reading.grid.tokens[label].row == reading.grid.tokens[label + 1].row,
      reading.isLabel(label, in: labels)
    else { return nil }
    return unit
  }

  private static let labels = WordSet("单位 金额单位 资金单位 计量单位")

  /// Whether a unit is read where it is printed.
  static func isKnown(_ unit: String) -> Bool { units.contains(unit) }

  private static func known(_ key: ArraySlice<UInt8>) -> String? {
    units.first { key.elementsEqual($0.utf8) }
  }
}
