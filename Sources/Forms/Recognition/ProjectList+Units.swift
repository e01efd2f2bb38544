internal import IR

/// The rows of a list that name a unit above its projects, and give what they come to.
extension ProjectList {
  /// The rows with the name of a unit and the sum of the projects that follow, where the header of the names heads
  /// both: 单位(专项)名称 | 资金总额, and 某学校 | 30.00 above 学生伙食费 | 30.00.
  ///
  /// A project without indicators looks the same; only the sum tells them apart.
  func unitSums(among rows: [Int], _ page: Page) -> Set<Int> {
    guard unitLabel(in: page.grid, page.vocabulary) != nil else { return [] }
    let amounts = rows.map { amount(ofRow: $0, page) }
    var result: Set<Int> = []
    var index = 0
    while index < rows.count {
      let end = hasNoIndicator(rows[index], page) ? end(ofSumAt: index, of: amounts) : nil
      if end != nil { result.insert(rows[index]) }
      index = end ?? index + 1
    }
    return result
  }

  /// The row after those that come to the amount of one above them.
  private func end(ofSumAt index: Int, of amounts: [ExactDecimal?]) -> Int? {
    guard let whole = amounts[index], !(whole == .zero) else { return nil }
    var sum = ExactDecimal.zero
    for next in amounts.indices[(index + 1)...] {
      guard let amount = amounts[next] else { continue }
      guard let more = sum.adding(amount), !(whole < more) else { return nil }
      if more == whole { return next + 1 }
      sum = more
    }
    return nil
  }

  /// Whether a row has a name, one amount behind it, and no cell of indicators.
  private func hasNoIndicator(_ row: Int, _ page: Page) -> Bool {
    guard let name = name(in: row, page) else { return false }
    let tokens = page.grid.rows[row].tokens
    return tokens.last == name + 1
      && tokens.allSatisfy { use(of: $0, in: page.grid) != .indicator }
  }

  /// The first amount behind the name in a row.
  private func amount(ofRow row: Int, _ page: Page) -> ExactDecimal? {
    guard let name = name(in: row, page) else { return nil }
    for token in page.grid.rows[row].tokens where token > name {
      if use(of: token, in: page.grid) == .indicator { return nil }
      let text = page.document.bytes(page.grid.tokens[token].text)
      if let amount = Amount(reading: text.span).amount { return ExactDecimal(amount) }
    }
    return nil
  }
}
