internal import IR

/// A row of the indicator table with its cells bound to columns.
struct IndicatorRow {
  /// A level label printed on the row.
  struct Label {
    var token: Int
    var match: LevelMatch
    /// The column it was read in: level 1 or level 2.
    var column: Layout.Column
  }

  /// A cell and how many columns it stands to the right of its own.
  struct Shift {
    var token: Int
    var columns: Int
  }

  /// Two pieces of a name.
  struct Join {
    var token: Int
    var before: String
    var after: String
  }

  /// A piece of a name that went to another row.
  struct Rival {
    var token: Int
    var text: String
  }

  /// The row of the grid.
  var row: Int
  /// The rows it was joined from, the first included.
  var sourceRows: [Int]
  /// The level labels, from left to right.
  var labels: [Label] = []
  /// The text of the level-2 column where it is no label: the level 2 of an open group.
  var openText: Int?
  /// The tokens of each column, by ``Layout/Column/rawValue``.
  var cells = [[Int]](repeating: [], count: Layout.Column.allCases.count)
  /// How far the row, and the rows joined to it, stand to the right of the header.
  var shifts: [Shift] = []
  /// The names it was joined from, where it was.
  var joins: [Join] = []
  /// Pieces of names that might have belonged to its own name.
  var rivals: [Rival] = []
  /// The labels that stand in another column than theirs.
  var misplacedLabels: [Int] = []
  /// Whether it is the first row of its table, a page cut above it.
  var beginsTable = false

  init(row: Int) {
    self.row = row
    sourceRows = [row]
  }

  /// The tokens of a column.
  subscript(column: Layout.Column) -> [Int] {
    get { cells[column.rawValue] }
    set { cells[column.rawValue] = newValue }
  }

  /// Whether the row has the content of an indicator, not labels alone.
  var hasContent: Bool {
    Layout.Column.allCases.contains { $0 >= .name && !self[$0].isEmpty }
  }

  /// Whether the row has a name and nothing else.
  var hasNameOnly: Bool {
    !self[.name].isEmpty && openText == nil
      && Layout.Column.allCases.allSatisfy { $0 <= .name || self[$0].isEmpty }
  }
}
