internal import IR

/// Gives cells their spans, and takes out those that another cell covers.
struct MergedCells {
  private var merges: [GridArea]
  private var next = 0
  /// The areas that reach the row, by column; none over another.
  private var active: [GridArea] = []
  private var firstEnd = Int.max
  private let limits: Limits
  /// What there is to say.
  private var diagnostics: [Diagnostic] = []

  /// Takes the areas of a sheet.
  init(_ merges: [GridArea], limits: Limits) {
    self.merges = merges.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    self.limits = limits
  }

  /// The cell with its span; `nil` for one that is covered.
  ///
  /// Cells must come in order.
  mutating func resolve(_ cell: Cell, in text: [UInt8]) -> Cell? {
    open(upTo: Int(cell.row))
    guard let area = area(over: Int(cell.column)) else { return cell }
    guard area.rows.lowerBound == cell.row, area.columns.lowerBound == cell.column else {
      // Programs show the first cell of an area only, but keep what the others hold.
      if !cell.text.isEmpty {
        diagnostics.append(
          Diagnostic(
            .textCovered, at: cell.source,
            before: String(decoding: text[cell.text.indices], as: UTF8.self)))
      }
      return nil
    }
    var result = cell
    result.rowSpan = UInt16(min(area.rows.count, limits.rowSpan))
    result.columnSpan = UInt16(min(area.columns.count, limits.columns))
    if area.rows.count > limits.rowSpan {
      diagnostics.append(
        Diagnostic(
          .spanClamped, at: cell.source,
          arguments: [.number("columns", limits.columns), .number("rows", limits.rowSpan)]))
    }
    return result
  }

  /// Takes what there is to say so far.
  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// Moves to a row: areas end and begin.
  private mutating func open(upTo row: Int) {
    if firstEnd <= row {
      active.removeAll { $0.rows.upperBound <= row }
      firstEnd = active.map(\.rows.upperBound).min() ?? .max
    }
    while next < merges.count, merges[next].rows.lowerBound <= row {
      let area = merges[next]
      next += 1
      let place = firstIndex(endingAfter: area.columns.lowerBound)
      // One over another is no area: programs that repair such files leave it out too.
      let isFree =
        place == active.count || active[place].columns.lowerBound >= area.columns.upperBound
      guard area.rows.upperBound > row, isFree else { continue }
      active.insert(area, at: place)
      firstEnd = min(firstEnd, area.rows.upperBound)
    }
  }

  private func area(over column: Int) -> GridArea? {
    let place = firstIndex(endingAfter: column)
    guard place < active.count, active[place].columns.contains(column) else { return nil }
    return active[place]
  }

  /// The first area that does not end before a column.
  private func firstIndex(endingAfter column: Int) -> Int {
    active.indices.partitioningIndex { active[$0].columns.upperBound > column }
  }
}
