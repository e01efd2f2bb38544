/// The columns in which a form prints the points of its levels, each beside its level: 一级指标 | 分值 | 二级指标 | 分值 |
/// 三级指标 | 分值.
///
/// An indicator has room for its own points alone; those of the levels are kept with the indicator beside them.
struct LevelPoints {
  /// A column: where it stands, its header, and that of the level.
  private struct Column {
    var place: Int
    var header: Int
    var level: Int?
  }

  private var columns: [Column] = []

  /// No columns.
  init() {}

  /// The columns of points left of the names in a header row.
  init(header row: Int, leftOf name: Int, of reading: borrowing FormReading) {
    var level: Int?
    for token in reading.grid.rows[row].tokens {
      let place = reading.grid.tokens[token].column
      guard place < name else { return }
      if HeaderReader.columns(reading.meanings(token)).contains(.weight) {
        columns.append(Column(place: place, header: token, level: level))
      } else {
        level = token
      }
    }
  }

  /// Takes the points out of the cells of a row.
  func take(_ items: inout [ColumnAligner.Item]) -> [IndicatorRow.Further] {
    guard !columns.isEmpty else { return [] }
    var points: [IndicatorRow.Further] = []
    items.removeAll { item in
      guard item.features.isPlainNumber,
        let column = columns.first(where: { $0.place == item.column })
      else { return false }
      points.append(
        .init(header: column.header, level: column.level, place: column.place, token: item.token))
      return true
    }
    return points
  }
}
