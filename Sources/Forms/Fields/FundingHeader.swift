internal import IR

/// Reads the header of the funding table of a self-evaluation: which kinds of amounts a form
/// prints, and where.
enum FundingHeader {
  /// The columns of a header row, from left to right; one that nobody can read, or that is lost,
  /// is the one that is missing where it stands.
  static func read(
    _ row: Int, _ spec: Layout.FundingTableSpec, before end: Int, of reading: inout FormReading
  ) -> [(column: Int, key: Layout.FundingColumn)] {
    var header: [(column: Int, key: Layout.FundingColumn)] = []
    var foreign: [(column: Int, token: Int?)] = []
    let labels = RowLabels(row, of: &reading)
    // The label of a row heads the budget of the year where nothing else does.
    let hasBudget = labels.count { $0 == .fundingColumn(.annualBudget) } > 0
    for part in labels.parts {
      let column = reading.grid.tokens[part.token].column
      guard part.role.isLabel else {
        // They hold no amounts, and stand in no place of their own among those that do.
        if headsReasons(part.token, reading), !header.contains(where: { $0.key == .deviation }) {
          reading[fate: part.token] = .label
          header.append((column, .deviation))
          continue
        }
        if !UnitCaption.take(part.token, of: &reading) { foreign.append((column, part.token)) }
        continue
      }
      reading[fate: part.token] = .label
      reading.noteSuffix(of: part.token)
      guard let key = key(of: part.role), part.role.fundingRow == nil || !hasBudget
      else { continue }
      // Of two headers with one meaning the first has the column; the cells under the other stay.
      guard !header.contains(where: { $0.key == key }) else { continue }
      // The label of a row may also head those of all rows.
      if part.role.fundingRow == nil || holdsAmounts(column, below: row, before: end, reading) {
        header.append((column, key))
      }
    }
    if foreign.isEmpty, let lost = lostColumn(row, before: end, header, reading) {
      foreign = [(lost, nil)]
    }
    for (column, token) in foreign {
      // What stands before all of them may be the caption of the table, which has no amounts below it.
      guard
        token == nil || column > header.first?.column ?? 0
          || amountRows(below: row, before: end, reading).contains(where: {
            reading.grid.rows[$0].tokens.contains { reading.grid.tokens[$0].column == column }
          })
      else { continue }
      guard holdsAmounts(column, below: row, before: end, reading),
        let key = missing(at: column, in: header, spec)
      else { continue }
      let place = header.firstIndex { $0.column > column } ?? header.count
      header.insert((column, key), at: place)
      if let token { reading[fate: token] = .label }
      reading.report(
        .fieldInferred, token ?? reading.grid.rows[row].tokens.first, path: "funding/rows",
        .text("field", spec.columns.first { $0.key == key }?.labels.first ?? ""))
    }
    return header
  }

  /// The kind of amount a label heads: 预算数 is the label of a row too, and heads this year's budget.
  private static func key(of role: RowLabels.Role) -> Layout.FundingColumn? {
    switch role {
    case .other(.fundingColumn(let key)): key
    case .other(.fundingRow(0)): .annualBudget
    default: nil
    }
  }

  private static let reason = Array("原因".utf8)

  /// Whether a text heads the reasons for deviations: by a label they have in the indicators, or by a word
  /// that is in no header of amounts.
  private static func headsReasons(_ token: Int, _ reading: FormReading) -> Bool {
    reading.meanings(token).contains(.column(.deviation))
      || reading.grid.keys[reading.grid.tokens[token].key].contains(reason)
  }

  /// The kind of amount that is missing between the neighbours of a column.
  private static func missing(
    at column: Int, in header: [(column: Int, key: Layout.FundingColumn)],
    _ spec: Layout.FundingTableSpec
  ) -> Layout.FundingColumn? {
    let keys = spec.columns.map(\.key).filter { $0 != .deviation }
    let known = header.map(\.key)
    let before = header.last { $0.column < column }.flatMap { keys.firstIndex(of: $0.key) } ?? -1
    let after =
      header.first { $0.column > column }.flatMap { keys.firstIndex(of: $0.key) } ?? keys.count
    let all = keys.filter { !known.contains($0) }
    if all.count == 1 { return all[0] }
    guard before < after else { return nil }
    let between = keys[(before + 1)..<after].filter { !known.contains($0) }
    return between.count == 1 ? between[0] : nil
  }

  /// Whether the first cells below a header are numbers or dashes: a column of remarks, or of how a
  /// score is computed, is none of the table's.
  private static func holdsAmounts(
    _ column: Int, below row: Int, before end: Int, _ reading: FormReading
  ) -> Bool {
    amountRows(below: row, before: end, reading).allSatisfy { row in
      reading.grid.rows[row].tokens.allSatisfy {
        reading.grid.tokens[$0].column != column || reading.isDashOrNumber($0)
      }
    }
  }

  /// The first rows below a header that have amounts.
  private static func amountRows(
    below row: Int, before end: Int, _ reading: FormReading
  ) -> Range<Int> {
    var last = row + 1
    while last < min(row + 5, end),
      reading.grid.rows[last].tokens.contains(where: reading.isDashOrNumber)
    {
      last += 1
    }
    return row + 1..<last
  }

  /// The column that has cells in two rows below the header and none in it.
  private static func lostColumn(
    _ row: Int, before end: Int, _ header: [(column: Int, key: Layout.FundingColumn)],
    _ reading: FormReading
  ) -> Int? {
    guard !header.isEmpty, row + 2 < end else { return nil }
    let columns = [row + 1, row + 2].map { row in
      Set(
        reading.grid.rows[row].tokens.filter { reading.measure([$0]).number != nil }
          .map { reading.grid.tokens[$0].column })
    }
    let lost = columns[0].intersection(columns[1]).subtracting(header.map(\.column))
    return lost.count == 1 ? lost.first : nil
  }
}
