internal import IR

/// The level-2 texts of an open group, whose labels are not in the taxonomy and have no order.
struct OpenLevels {
  /// The level 2 of a row.
  struct Choice {
    var text: String
    /// The row it is printed on.
    var row: Int
    /// The token it is.
    var token: Int?
    /// The text of the other neighbour, and known labels it nearly is, which it might be instead.
    var others: [String] = []
  }

  private let rows: [IndicatorRow]
  private let slots: [Int]
  private let slot: Int

  init(_ rows: [IndicatorRow], slots: [Int], slot: Int) {
    self.rows = rows
    self.slots = slots
    self.slot = slot
  }

  /// The text printed on a row; else the nearest above, unless the name has more in common with
  /// the nearest below.
  ///
  /// In a form that prints labels on the first rows of their groups it is the nearest above, unless the
  /// name has far more in common with the nearest below.
  func choice(for row: Int, isFirstRowPrint: Bool, of reading: FormReading) -> Choice? {
    guard var choice = nearestChoice(for: row, isFirstRowPrint: isFirstRowPrint, of: reading)
    else { return nil }
    choice.token = token(on: choice.row)
    guard let token = choice.token else { return choice }
    let near = Self.nearLabels(token, reading)
    if near.count == 1, let label = near.first, Self.isMisread(choice.text, label) {
      choice.text = label
    } else {
      choice.others += near
    }
    return choice
  }

  /// Whether a text that differs from a label by one character can be no other word.
  ///
  /// A short label may be one where they differ in what tells labels apart, 资金管理 and 资产管理, and
  /// not in what these have in common.
  private static func isMisread(_ text: String, _ label: String) -> Bool {
    label.unicodeScalars.count > 4
      || text.unicodeScalars.suffix(2) != label.unicodeScalars.suffix(2)
  }

  /// The labels that a text is but for one character, of those that open groups are known to have.
  private static func nearLabels(_ token: Int, _ reading: FormReading) -> [String] {
    guard reading.grid.tokens[token].label < 0 else { return [] }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    return reading.labels.nearOpenLevels.near(key).map {
      reading.vocabulary.labels[Int($0)].text
    }
  }

  private func nearestChoice(
    for row: Int, isFirstRowPrint: Bool, of reading: FormReading
  ) -> Choice? {
    if let own = text(on: row, reading) { return Choice(text: own, row: row) }
    let above = (0..<row).reversed().prefix { slots[$0] == slot }.first(where: hasText)
    let below = (row..<slots.count).prefix { slots[$0] == slot }.first(where: hasText)
    let textAbove = above.flatMap { text(on: $0, reading) }
    let textBelow = below.flatMap { text(on: $0, reading) }
    if let above, let textAbove, covers(above, row, reading) {
      return Choice(text: textAbove, row: above)
    }
    guard let above, let textAbove else {
      return below.flatMap { row in textBelow.map { Choice(text: $0, row: row, others: [$0]) } }
    }
    if let below, let textBelow {
      let distance = affinity(textBelow, row, reading) - affinity(textAbove, row, reading)
      if distance > (isFirstRowPrint ? below - row : 0) {
        return Choice(text: textBelow, row: below, others: [textAbove])
      }
    }
    return Choice(text: textAbove, row: above, others: [textBelow ?? textAbove])
  }

  private func hasText(_ row: Int) -> Bool { token(on: row) != nil }

  private func text(on row: Int, _ reading: FormReading) -> String? {
    token(on: row).map { reading.text($0, .value) }
  }

  private func token(on row: Int) -> Int? {
    rows[row].openText ?? rows[row].labels.first { $0.column == .level2 }?.token
  }

  /// Whether the cell of a row's text is merged down over another row.
  private func covers(_ above: Int, _ row: Int, _ reading: FormReading) -> Bool {
    guard let token = token(on: above) else { return false }
    return rows[row].row < rows[above].row + reading.grid.tokens[token].rowSpan
  }

  /// How many pairs of characters a label and the name of a row have in common, and how many of the
  /// words that are usual below such a label.
  private func affinity(_ label: String, _ row: Int, _ reading: FormReading) -> Int {
    let name = rows[row][.name].reduce("") { $0 + reading.text($1, .value) }
    let pairs = Self.pairs(label)
    let usual = Self.usualWords.filter { label.contains($0.mark) }.flatMap(\.words)
    return Self.pairs(name).count { pairs.contains($0) } + usual.count { name.contains($0) }
  }

  /// What the names of indicators speak of below a label with some word: 预算执行率 is about money
  /// that is put in, 政府采购规范性 about how a project is carried out.
  private static let usualWords: [(mark: String, words: [String])] = [
    ("投入", ["预算", "专款", "资金到位", "配套资金"]),
    ("财务", ["会计", "资金使用", "财务"]),
    ("实施", ["立项", "政府采购", "合同", "项目质量", "项目管理", "考核管理", "建设完成"]),
  ]

  private static func pairs(_ text: String) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars)
    return zip(scalars, scalars.dropFirst()).map { [$0, $1] }.filter { $0 != ["管", "理"] }
  }
}
