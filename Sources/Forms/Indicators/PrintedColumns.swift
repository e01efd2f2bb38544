/// Puts the columns of a layout into the order a form prints them in, by the places of the headers
/// that are known.
struct PrintedColumns {
  /// Where each column of the layout has its header.
  let known: ColumnPlaces
  /// Where headers stand that head no column of the layout.
  let foreign: [Int]

  /// The columns from left to right, those whose headers are missing between the others.
  func header(
    of layout: [Layout.Column], besides optional: [Layout.Column]
  ) -> ColumnAligner.Header {
    var printed = layout
    for column in optional { insert(column, into: &printed) }
    let columns = isInOrder(printed) ? printed : printedOrder(of: printed)
    var header = Self.complete(known, columns)
    guard let name = known[.name] else { return header }
    for place in foreign.sorted() where place > name && !mayBeMissing(place, columns) {
      let index = header.positions.firstIndex { $0 > place } ?? header.positions.count
      header.columns.insert(nil, at: index)
      header.positions.insert(place, at: index)
    }
    return header
  }

  /// Puts a column that only some forms print where its header stands, right of the levels.
  private func insert(_ column: Layout.Column, into columns: inout [Layout.Column]) {
    guard let place = known[column], let last = known[.level2] ?? known[.name], place > last else {
      return
    }
    let next = columns.firstIndex { known[$0].map { $0 > place } ?? false }
    columns.insert(column, at: next ?? columns.count)
  }

  private func isInOrder(_ columns: [Layout.Column]) -> Bool {
    let places = columns.compactMap { known[$0] }
    return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The columns in the order a form prints them in: 分值 may stand before the target.
  ///
  /// Levels and names come first in all forms; where they do not, their headers are damaged.
  private func printedOrder(of columns: [Layout.Column]) -> [Layout.Column] {
    let first = columns.prefix { $0 <= .name }
    guard let last = first.compactMap({ known[$0] }).max() else { return columns }
    let values = columns.dropFirst(first.count)
    guard isInOrder(Array(first)), values.allSatisfy({ known[$0] ?? .max > last }) else {
      return columns
    }
    var result = Array(first)
    for column in values.filter({ known[$0] != nil }).sorted(by: { known[$0] ?? 0 < known[$1] ?? 0 }
    ) { result.append(column) }
    for (index, column) in values.enumerated() where known[column] == nil {
      let before = columns[first.count + index - 1]
      result.insert(column, at: (result.firstIndex(of: before) ?? result.count - 1) + 1)
    }
    return result
  }

  /// Whether a header that is not known may be that of a column between its neighbours whose own
  /// is missing.
  private func mayBeMissing(_ place: Int, _ columns: [Layout.Column]) -> Bool {
    let before = columns.lastIndex { known[$0].map { $0 < place } ?? false } ?? -1
    let after = columns.firstIndex { known[$0].map { $0 > place } ?? false } ?? columns.count
    return after > before + 1
  }

  /// Places the columns whose headers are missing between those that are known.
  private static func complete(
    _ known: ColumnPlaces, _ columns: [Layout.Column]
  ) -> ColumnAligner.Header {
    var positions = [Int?](columns.map { known[$0] })
    for index in positions.indices where positions[index] == nil && index > 0 {
      if let before = positions[index - 1] { positions[index] = before + 1 }
    }
    for index in positions.indices.reversed() where positions[index] == nil {
      let after = index + 1 < positions.count ? positions[index + 1] : nil
      positions[index] = (after ?? index + 1) - 1
    }
    return .init(columns: columns, positions: positions.map { $0 ?? 0 })
  }
}
