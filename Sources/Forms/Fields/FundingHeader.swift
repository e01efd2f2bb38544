internal import IR

/// The header of the funding table of a self-evaluation: which kinds of amounts a form prints, and
/// where.
struct FundingHeader {
  /// A kind of amount, and the column of its header.
  typealias Column = (column: Int, key: Layout.FundingColumn)

  /// The columns, from left to right.
  private(set) var columns: [Column] = []
  private let row: Int
  /// The first rows below that have amounts.
  private let amountRows: Range<Int>

  /// Reads a header row; a column that nobody can read, or that is lost, is the one that is missing where it
  /// stands.
  init(
    _ row: Int, _ spec: Layout.FundingTableSpec, before end: Int, of reading: inout FormReading
  ) {
    self.row = row
    amountRows = Self.amountRows(below: row, before: end, reading)
    let foreign = takeLabels(of: &reading)
    if foreign.isEmpty, let lost = lostColumn(before: end, reading) {
      infer(lost, nil, spec, of: &reading)
    }
    for token in foreign { infer(reading.grid.tokens[token].column, token, spec, of: &reading) }
  }

  /// How many columns hold amounts.
  var amountCount: Int { columns.count { $0.key != .deviation } }

  /// The column of the reasons for deviations.
  var reasonColumn: Int? { columns.first { $0.key == .deviation }?.column }

  /// The kind of amount of a column.
  func key(at column: Int) -> Layout.FundingColumn? {
    columns.first { $0.column == column }?.key
  }

  private func has(_ key: Layout.FundingColumn) -> Bool { columns.contains { $0.key == key } }

  // MARK: Labels

  /// Takes the labels of the row; returns the texts that are none.
  private mutating func takeLabels(of reading: inout FormReading) -> [Int] {
    var foreign: [Int] = []
    let labels = RowLabels(row, of: &reading)
    // The label of a row heads the budget of the year where nothing else does.
    let hasBudget = labels.count { $0 == .fundingColumn(.annualBudget) } > 0
    for part in labels.parts {
      let column = reading.grid.tokens[part.token].column
      guard part.role.isLabel else {
        // They hold no amounts, and stand in no place of their own among those that do.
        if Self.headsReasons(part.token, reading), !has(.deviation) {
          reading[fate: part.token] = .label
          columns.append((column, .deviation))
        } else if !UnitCaption.take(part.token, of: &reading) {
          foreign.append(part.token)
        }
        continue
      }
      reading[fate: part.token] = .label
      reading.noteSuffix(of: part.token)
      // Of two headers with one meaning the first has the column; the cells under the other stay.
      switch part.role {
      case .other(.fundingColumn(let key)) where !has(key): columns.append((column, key))
      // The label of a row may also head those of all rows.
      case .other(.fundingRow(0))
      where !hasBudget && !has(.annualBudget) && holdsAmounts(column, reading):
        columns.append((column, .annualBudget))
      default: break
      }
    }
    return foreign
  }

  private static let reason = Array("原因".utf8)

  /// Whether a text heads the reasons for deviations: by a label they have in the indicators, or by a word
  /// that is in no header of amounts.
  private static func headsReasons(_ token: Int, _ reading: FormReading) -> Bool {
    reading.meanings(token).contains(.column(.deviation))
      || reading.grid.keys[reading.grid.tokens[token].key].contains(reason)
  }

  // MARK: Columns without a label

  /// Takes a column for the one that is missing where it stands, if it holds amounts.
  private mutating func infer(
    _ column: Int, _ token: Int?, _ spec: Layout.FundingTableSpec, of reading: inout FormReading
  ) {
    // What stands before all of them may be the caption of the table, which has no amounts below it.
    guard token == nil || column > columns.first?.column ?? 0 || hasCells(column, reading),
      holdsAmounts(column, reading), let key = missing(at: column, spec)
    else { return }
    columns.insert((column, key), at: columns.firstIndex { $0.column > column } ?? columns.count)
    if let token { reading[fate: token] = .label }
    reading.report(
      .fieldInferred, token ?? reading.grid.rows[row].tokens.first, path: "funding/rows",
      .text("field", spec.columns.first { $0.key == key }?.labels.first ?? ""))
  }

  /// The kind of amount that is missing between the neighbours of a column.
  private func missing(
    at column: Int, _ spec: Layout.FundingTableSpec
  ) -> Layout.FundingColumn? {
    let keys = spec.columns.map(\.key).filter { $0 != .deviation }
    let before = columns.last { $0.column < column }.flatMap { keys.firstIndex(of: $0.key) } ?? -1
    let after =
      columns.first { $0.column > column }.flatMap { keys.firstIndex(of: $0.key) } ?? keys.count
    let all = keys.filter { !has($0) }
    if all.count == 1 { return all[0] }
    guard before < after else { return nil }
    let between = keys[(before + 1)..<after].filter { !has($0) }
    return between.count == 1 ? between[0] : nil
  }

  /// The column that has numbers in two rows below the header and no label in it.
  private func lostColumn(before end: Int, _ reading: FormReading) -> Int? {
    guard !columns.isEmpty, row + 2 < end else { return nil }
    let numbers = [row + 1, row + 2].map { row in
      Set(
        reading.grid.rows[row].tokens.filter { reading.measure([$0]).number != nil }
          .map { reading.grid.tokens[$0].column })
    }
    let lost = numbers[0].intersection(numbers[1]).subtracting(columns.map(\.column))
    return lost.count == 1 ? lost.first : nil
  }

  // MARK: Cells below

  /// Whether the first cells below a header are numbers or dashes: a column of remarks, or of how a
  /// score is computed, is none of the table's.
  private func holdsAmounts(_ column: Int, _ reading: FormReading) -> Bool {
    amountRows.allSatisfy { row in
      reading.grid.rows[row].tokens.allSatisfy {
        reading.grid.tokens[$0].column != column || reading.isDashOrNumber($0)
      }
    }
  }

  /// Whether a column has a cell in these rows.
  private func hasCells(_ column: Int, _ reading: FormReading) -> Bool {
    amountRows.contains { row in
      reading.grid.tokens(ofRow: row).contains { $0.column == column }
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
}
