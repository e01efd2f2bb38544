/// A cell's place by its reference, such as `B4`.
struct GridReference {
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  /// The row, from 0.
  var row: Int
  /// The column, from 0.
  var column: Int

  /// Reads a reference; `nil` where it is none, or beyond the grid.
  init?(_ text: some Collection<UInt8>) { self.init(Array(text).span) }

  /// Reads a reference; `nil` where it is none, or beyond the grid.
  init?(_ text: Span<UInt8>) {
    var column = 0
    var row = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.rowLimit else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    (self.row, self.column) = (row - 1, column - 1)
  }
}

/// A rectangle of cells, such as `A1:B4`.
struct GridArea: Hashable {
  /// The rows, from 0.
  var rows: Range<Int>
  /// The columns, from 0.
  var columns: Range<Int>

  /// Reads a reference to an area or to one cell.
  init?(_ text: ArraySlice<UInt8>) {
    let corners = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard corners.count <= 2, let first = corners.first.flatMap({ GridReference($0) }),
      let last = corners.last.flatMap({ GridReference($0) }),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row..<last.row + 1
    columns = first.column..<last.column + 1
  }
}
