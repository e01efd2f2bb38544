internal import IR

/// The rows of a table that have more cells than its header, for one diagnostic about all of them.
struct OverlongRows {
  /// The number of cells of the header; `nil` before there is one.
  private var width: Int?
  private var first: Range<Int>?
  private var count = 0

  /// Creates a list for a table whose header has some cells.
  init(width: Int) { self.width = width }

  /// Creates a list for a table whose header is its first row of several cells.
  init() {}

  /// Takes the next row.
  mutating func add(_ source: Range<Int>, count cellCount: Int) {
    guard let width else {
      if cellCount > 1 { width = cellCount }
      return
    }
    guard cellCount > width else { return }
    first = first ?? source
    count += 1
  }

  /// Reports the rows, if there are any.
  func report(in document: inout Document) {
    guard let first else { return }
    document.diagnostics.append(
      Diagnostic(.rowOverlong, at: SourceRange(first), arguments: [.number("rows", count)]))
  }
}
