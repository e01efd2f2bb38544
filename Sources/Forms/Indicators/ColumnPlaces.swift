/// Where columns of the indicator table have their headers.
///
/// There are so few columns that each has a place of its own; a dictionary would hash one for every
/// look, and the first dictionary of its kind costs more than a form's header takes to read.
struct ColumnPlaces: Sendable {
  private var places = [Int?](repeating: nil, count: Layout.Column.allCases.count)

  /// Where a column has its header; `nil` where it is not known.
  subscript(column: Layout.Column) -> Int? {
    get { places[column.rawValue] }
    set { places[column.rawValue] = newValue }
  }
}
