internal import IR

/// Whether all rows of a table are equally long but for some that a line end inside a cell has cut
/// in two, of which each short row makes a full one with the short row after it.
///
/// It is told row by row, in no more memory for many rows than for few: how long a full row is
/// shows only with the longest one, so what was said by the rows before is kept for two cases: that
/// the longest one so far is full, and that every row so far is half of a longer one.
struct RowRegularity {
  /// What counts of a row.
  struct Row {
    let cellCount: Int
    let beginsWithText: Bool
    let endsWithText: Bool

    /// Creates a row of some cells.
    init(cellCount: Int, beginsWithText: Bool, endsWithText: Bool) {
      self.cellCount = cellCount
      self.beginsWithText = beginsWithText
      self.endsWithText = endsWithText
    }

    /// Creates a row from its cells, of which there is at least one.
    init(_ cells: ArraySlice<Cell>) {
      self.init(
        cellCount: cells.count, beginsWithText: cells.first.map { !$0.text.isEmpty } ?? false,
        endsWithText: cells.last.map { !$0.text.isEmpty } ?? false)
    }

    /// The number of cells of the row that this one and the next are the halves of; `nil` where
    /// they are none.
    func wholeCount(with next: Row) -> Int? {
      endsWithText && next.beginsWithText ? cellCount + next.cellCount - 1 : nil
    }
  }

  /// The fewest full rows, and the fewest columns, that show how the others are meant.
  private static let fewest = 4

  private var width = 0
  private var rowCount = 0
  private var fullCount = 0
  private var isRegular = true
  /// The row before, where it is a short one that waits for its other half.
  private var half: Row?
  private var halves = Halves()

  /// The case that all rows are halves of longer ones.
  private struct Halves {
    var isPossible = true
    /// The number of cells of the whole rows.
    var wholeCount: Int?
    var half: Row?

    mutating func append(_ row: Row) {
      guard isPossible else { return }
      guard let first = half else {
        half = row
        return
      }
      half = nil
      let count = first.wholeCount(with: row)
      isPossible = count != nil && count == wholeCount ?? count
      wholeCount = count
    }

    /// Whether they are halves of rows of so many cells.
    func make(rowsOf count: Int) -> Bool {
      isPossible && half == nil && wholeCount ?? count == count
    }
  }

  /// Takes the next row.
  mutating func append(_ row: Row) {
    rowCount += 1
    if row.cellCount > width {
      width = row.cellCount
      fullCount = 0
      isRegular = halves.make(rowsOf: width)
      half = nil
    }
    halves.append(row)
    guard isRegular else { return }
    if row.cellCount == width {
      fullCount += 1
      isRegular = half == nil
    } else if let first = half {
      half = nil
      isRegular = first.wholeCount(with: row) == width
    } else {
      half = row
    }
  }

  /// Whether there are rows that were cut in two, and nothing else explains the short ones.
  var hasHalves: Bool {
    isRegular && half == nil && width >= Self.fewest && fullCount >= Self.fewest && rowCount > 5
      && rowCount > fullCount
  }
}
