/// Builds the rows of a grid anew, some of them drawn in another way.
struct GridCopy {
  private let source: Grid
  /// The grid so far.
  private(set) var result: Grid
  /// The row of the source up to which all is done.
  private(set) var done = 0

  /// Begins to copy a grid.
  init(_ source: Grid) {
    self.source = source
    result = source.withoutRows()
  }

  /// The grid with everything behind what was drawn last.
  consuming func finished() -> Grid {
    copy(upTo: source.rows.count)
    return result
  }

  /// Copies the rows before one that are not done yet.
  mutating func copy(upTo end: Int) {
    for row in done..<max(done, end) { copy(row, to: source.rows[row].block) }
    skip(to: end)
  }

  /// Copies a row to a block.
  mutating func copy(_ row: Int, to block: Int) {
    let cells = source.tokens(ofRow: row).map { Grid.PlacedToken(token: $0, column: $0.column) }
    append(cells, like: source.rows[row], in: block)
  }

  /// Copies the cells of a row as lines of text, which are in no table.
  mutating func copyAsText(_ row: Int, to block: Int) {
    var line = source.rows[row]
    line.table = nil
    for token in source.tokens(ofRow: row) {
      append([.init(token: token, column: 0)], like: line, in: block)
    }
  }

  /// Copies a row without the cells that print again what stands on their left, which is widened, or else
  /// above them.
  mutating func copy(_ row: Int, without copies: Set<Int>) {
    var cells: [Grid.PlacedToken] = []
    for number in source.rows[row].tokens {
      let token = source.tokens[number]
      if !copies.contains(number) {
        cells.append(.init(token: token, column: token.column))
      } else if let last = cells.indices.last {
        cells[last].token.columnSpan = token.column + token.columnSpan - cells[last].column
        cells[last].token.isRepeated = true
      }
    }
    append(cells, like: source.rows[row], in: source.rows[row].block)
  }

  /// Adds a row that is like one of the source but for its cells.
  mutating func append(_ cells: [Grid.PlacedToken], like row: Grid.Row, in block: Int) {
    result.append(cells, like: row, in: block)
  }

  /// Notes that the rows before one are done.
  mutating func skip(to end: Int) { done = max(done, end) }

  /// Notes that the last rows are of one list.
  mutating func noteList(from first: Int) { result.noteList(first..<result.rows.count) }

  /// Notes what the indicators below the last row are of.
  mutating func noteScope(_ scope: IndicatorScope) {
    result.noteScope(scope, below: result.rows.count - 1)
  }
}
