/// A cell's place in a sheet, as spreadsheets write it: `A1` is row 0, column 0.
struct CellReference: Hashable {
  /// The row, from 0.
  var row: Int
  /// The column, from 0.
  var column: Int

  /// Such as `B4`.
  var text: String { Self.letters(of: column) + String(row + 1) }
  /// Such as `$B$4`.
  var absoluteText: String { "$\(Self.letters(of: column))$\(row + 1)" }

  /// The letters of a column.
  static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A rectangle of cells.
struct CellArea: Hashable {
  /// The rows, from 0.
  var rows: Range<Int>
  /// The columns, from 0.
  var columns: Range<Int>

  /// Whether it is a single cell.
  var isSingle: Bool { rows.count == 1 && columns.count == 1 }

  private var first: CellReference {
    CellReference(row: rows.lowerBound, column: columns.lowerBound)
  }
  private var last: CellReference {
    CellReference(row: rows.upperBound - 1, column: columns.upperBound - 1)
  }

  /// Such as `A1:B4`.
  var text: String { first.text + ":" + last.text }
  /// Such as `$A$1:$B$4`.
  var absoluteText: String { first.absoluteText + ":" + last.absoluteText }
}
