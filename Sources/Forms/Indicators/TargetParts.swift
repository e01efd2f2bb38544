internal import IR

/// The columns of a target that is printed in parts: its relation, its number and its unit
/// (指标性质, 指标值, 度量单位).
struct TargetParts {
  /// The cells of one target, the one of its number apart.
  struct Cells {
    var number: Int
    var relation: Int?
    var unit: Int?
    /// What says nothing more: 定性, a dash for the unit, or a part that stands with the number too (≥ | 95% | %).
    var words: [Int] = []

    /// Adds the parts of the target to the cell of its number in a row.
    func complete(_ row: inout IndicatorRow, of reading: inout FormReading) {
      guard row[.target].first == number else { return }
      for word in words { reading[fate: word] = .label }
      var target = TokenList()
      for token in [relation, number, unit] {
        if let token { target.append(token) }
      }
      row[.target] = target
    }
  }

  private var relation: Int?
  /// The column of the units.
  private(set) var unit: Int?
  private let number: Int

  // Some forms print a word before each header: 绩效指标性质 | 绩效度量单位.
  private static let relationHeaders = Headers(
    """
    指标性质 指标方向 指标值类型 指标符号 计算符号 运算符号 比较符号 符号 性质 绩效指标性质 绩效指标方向 绩效指标符号 绩效计算符号 绩效运算符号 绩效符号 绩效性质
    """)
  private static let unitHeaders = Headers(
    "度量单位 计量单位 指标单位 指标值单位 单位 绩效度量单位 绩效计量单位 绩效指标单位 绩效单位")
  private static let noUnits = WordSet("— - – —— / 无")
  private static let relations = WordSet(
    MeasureScanner.signs + " 大于等于 小于等于 大于或等于 小于或等于 大于 小于 等于 不等于")
  private static let kinds = WordSet("定性 定量 定性指标 定量指标 文字描述")

  /// Finds the columns in a header row and those that divide its columns; `nil` where a target has one cell.
  ///
  /// - Parameter target: Where the header of the targets stands.
  init?(header row: Int, target: Int?, of reading: borrowing FormReading) {
    let last = HeaderParts.rows(below: row, of: reading).last ?? row
    let rows = reading.grid.rows
    let cells = rows[row].tokens.lowerBound..<rows[last].tokens.upperBound
    relation = Self.relationHeaders.column(among: cells, nearest: target, reading)
    unit = Self.unitHeaders.column(among: cells, nearest: target, reading)
    if let target {
      relation =
        relation ?? Self.column([target - 1, target + 1], below: row, reading, Self.isRelation)
      unit = unit ?? Self.column([target + 1], below: row, reading) { TextEnd.isUnit($0) }
    }
    guard let number = target, relation != nil || unit != nil else { return nil }
    self.number = number
  }

  /// The one of the columns beside the targets that holds hardly anything but one of the parts, whatever its header
  /// is, if that is none of the layout's.
  private static func column(
    _ places: [Int], below header: Int, _ reading: FormReading, _ isPart: (Span<UInt8>) -> Bool
  ) -> Int? {
    let end = min(header + 1 + HeaderReader.rowsLookedAt, reading.rows.upperBound)
    return places.first { place in
      var count = 0
      var others = 0
      for row in header..<end {
        guard let cell = cell(ofRow: row, at: place, reading) else { continue }
        let key = reading.grid.keys.span.extracting(reading.grid.tokens[cell].key)
        if row == header {
          if reading.grid.tokens[cell].label >= 0 { return false }
          continue
        }
        if !key.isEmpty, !key[0].isDigit, isPart(key) { count += 1 } else { others += 1 }
      }
      // A row may stand to the side of its header.
      return count > 1 && others * 2 <= count
    }
  }

  private static func cell(ofRow row: Int, at place: Int, _ reading: FormReading) -> Int? {
    for token in reading.grid.rows[row].tokens where reading.grid.tokens[token].column == place {
      return token
    }
    return nil
  }

  static func isRelation(_ key: Span<UInt8>) -> Bool {
    relations.contains(key) || kinds.contains(key)
  }

  /// Headers of one of the parts.
  private struct Headers {
    private let words: WordSet
    /// Those of four characters and more: one wrong character of a short word makes another of it.
    private let longWords: [[UInt8]]

    init(_ text: String) {
      words = WordSet(text)
      var longWords: [[UInt8]] = []
      SpacedWords.forEach(in: text) { _, word in
        guard LabelKey.characterCount(word) >= 4 else { return }
        longWords.append([])
        longWords[longWords.count - 1].append(copying: word)
      }
      self.longWords = longWords
    }

    /// The column of a cell that holds one of them, or else of one that holds one misread; of several the one
    /// nearest to the targets: 指标方向 may say 正向 beside 指标性质.
    func column(
      among cells: Range<Int>, nearest target: Int?, _ reading: FormReading
    ) -> Int? {
      let words = cells.filter { isWord($0, reading) }
      let columns = (words.isEmpty ? cells.filter { isMisread($0, reading) } : words)
        .map { reading.grid.tokens[$0].column }
      guard let target else { return columns.last }
      return columns.min { abs($0 - target) < abs($1 - target) }
    }

    func isWord(_ token: Int, _ reading: FormReading) -> Bool {
      reading.isLabel(token, in: words)
    }

    func isMisread(_ token: Int, _ reading: FormReading) -> Bool {
      guard reading.grid.tokens[token].label < 0, !OtherHeaders.isListed(token, reading) else {
        return false
      }
      let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
      guard LabelKey.characterCount(key) >= 4 else { return false }
      for word in longWords where LabelKey.differByOne(word.span, key) { return true }
      return false
    }
  }

  /// Whether a cell heads one of the parts, misread or not.
  static func isHeader(_ token: Int, _ reading: FormReading) -> Bool {
    relationHeaders.isWord(token, reading) || unitHeaders.isWord(token, reading)
      || relationHeaders.isMisread(token, reading) || unitHeaders.isMisread(token, reading)
  }

  /// Takes the parts of the target of a row out of its cells; the cell of the number stays for all
  /// of them.
  func join(_ items: inout [ColumnAligner.Item], _ reading: FormReading) -> Cells? {
    func isOne(_ index: Int, of words: WordSet) -> Bool {
      reading.isOne(items[index].token, of: words)
    }
    // A command of LaTeX, $\geq$, was read for what the cell looks like.
    func isSign(_ index: Int) -> Bool {
      isOne(index, of: Self.relations)
        || items[index].features.hasRelation && items[index].features.length == 1
    }
    let sign =
      relation == nil
      ? nil
      : items.indices.first { isSign($0) || isOne($0, of: Self.kinds) }
    // A row may stand to the side of its header as a whole.
    let shift = sign.map { items[$0].column - (relation ?? 0) } ?? 0
    guard let place = items.firstIndex(where: { $0.column == number + shift }), place != sign
    else { return nil }
    var cells = Cells(number: items[place].token)
    var taken: Set<Int> = []
    if let sign {
      taken.insert(items[sign].token)
      if isSign(sign), !Self.repeats(items[sign].token, cells.number, reading) {
        cells.relation = items[sign].token
        items[place].features.hasRelation = true
      } else {
        cells.words.append(items[sign].token)
      }
    }
    if let unit, let place = items.firstIndex(where: { $0.column == unit + shift }) {
      let token = items[place].token
      if isOne(place, of: Self.noUnits) || Self.repeats(token, cells.number, reading) {
        cells.words.append(token)
      } else {
        cells.unit = token
      }
      taken.insert(token)
    }
    items.removeAll { taken.contains($0.token) }
    return taken.isEmpty ? nil : cells
  }

  /// Whether a part says again what stands with the number: % beside ≥95%, or ≥ there.
  private static func repeats(_ part: Int, _ number: Int, _ reading: FormReading) -> Bool {
    let (keys, tokens) = (reading.grid.keys, reading.grid.tokens)
    let part = Array(keys[tokens[part].key])
    return !part.isEmpty && keys[tokens[number].key].contains(part)
  }
}
