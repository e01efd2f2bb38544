/// A column of the indicator table that the layout does not have: its header heads none of the
/// layout's, or one that has its header already.
struct ForeignHeader {
  /// The cell of the header; `nil` where it is empty.
  var token: Int?
  /// Its column.
  var place: Int
}

/// Puts the columns of a layout into the order a form prints them in, by the places of the headers
/// that are known.
struct PrintedColumns {
  /// Where each column of the layout has its header.
  let known: ColumnPlaces
  /// The headers of columns that the layout does not have.
  let foreign: [ForeignHeader]
  /// Whether a cell of the header covers a column, by its number.
  let taken: [Bool]

  /// The columns from left to right, those whose headers are missing between the others.
  func header(
    of layout: [Layout.Column], besides optional: [Layout.Column]
  ) -> ColumnAligner.Header {
    var printed = isOfScores ? layout.filter { $0 != .target && $0 != .actual } : layout
    for column in optional { insert(column, into: &printed) }
    let columns = isInOrder(printed) ? printed : printedOrder(of: printed)
    var header = Self.complete(known, columns)
    guard let name = known[.name] else { return header }
    let foreign = foreign.filter { $0.place > name }.sorted { $0.place < $1.place }
    if !foreign.isEmpty { insert(foreign, into: &header) }
    noteUnheaded(&header)
    return header
  }

  /// Whether the indicators have points or scores right behind their names, and no targets: 三级指标 | 自评分.
  private var isOfScores: Bool {
    guard known[.target] == nil, known[.actual] == nil, let name = known[.name],
      known[.weight] == name + 1 || known[.score] == name + 1
    else { return false }
    return (name..<taken.count).allSatisfy { taken[$0] }
  }

  /// Notes the columns without a header that stand where another one has its own.
  private func noteUnheaded(_ header: inout ColumnAligner.Header) {
    for (index, column) in header.columns.enumerated() {
      guard let column, known[column] == nil, column > .name else { continue }
      let place = header.positions[index]
      if place < taken.count, taken[place] { header.unheaded.insert(index) }
    }
  }

  /// The columns of a layout that have no header and may stand where a header that is none of theirs
  /// does: their neighbours stand on both sides of it.
  func missing(around place: Int, of columns: [Layout.Column]) -> [Layout.Column] {
    let before = columns.lastIndex { known[$0].map { $0 < place } ?? false } ?? -1
    let after = columns.firstIndex { known[$0].map { $0 > place } ?? false } ?? columns.count
    return after > before + 1 ? columns[(before + 1)..<after].filter { known[$0] == nil } : []
  }

  /// Puts a column that only some forms print where its header stands, right of the levels.
  private func insert(_ column: Layout.Column, into columns: inout [Layout.Column]) {
    guard let place = known[column], let last = known[.level2] ?? known[.name], place > last else {
      return
    }
    let next = columns.firstIndex { known[$0].map { $0 > place } ?? false } ?? columns.count
    // Of the columns before it whose headers are lost, those stand there that there is room for.
    let before = columns[..<next].lastIndex { known[$0] != nil }
    let room = before.map { place - (known[columns[$0]] ?? place) - 1 } ?? columns.count
    columns.insert(column, at: min(next, (before ?? -1) + 1 + max(room, 0)))
  }

  private func isInOrder(_ columns: [Layout.Column]) -> Bool {
    let places = columns.compactMap { known[$0] }
    return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The columns in the order a form prints them in: 分值 may stand before the target, or the name.
  ///
  /// Levels and names come first in all forms; where they do not, their headers are damaged.
  private func printedOrder(of columns: [Layout.Column]) -> [Layout.Column] {
    let first = columns.prefix { $0 <= .name }
    guard let last = first.compactMap({ known[$0] }).max() else { return columns }
    let hasWeightBeforeName = isWeightBeforeName
    let values = columns.dropFirst(first.count).filter { $0 != .weight || !hasWeightBeforeName }
    guard isInOrder(Array(first)), values.allSatisfy({ known[$0] ?? .max > last }) else {
      return columns
    }
    var result = Array(first)
    if hasWeightBeforeName { result.insert(.weight, at: first.count - 1) }
    for column in values.filter({ known[$0] != nil }).sorted(by: { known[$0] ?? 0 < known[$1] ?? 0 }
    ) { result.append(column) }
    for (index, column) in values.enumerated() where known[column] == nil {
      let before = index > 0 ? values[index - 1] : .name
      result.insert(column, at: (result.firstIndex(of: before) ?? result.count - 1) + 1)
    }
    return result
  }

  /// Whether the only header of weights stands between level 2 and the names.
  private var isWeightBeforeName: Bool {
    guard let level2 = known[.level2], let name = known[.name], let weight = known[.weight] else {
      return false
    }
    return level2 < weight && weight < name
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

  // MARK: Columns the layout does not have

  /// Adds the columns that the layout does not have.
  ///
  /// Where one stands between two columns, those that are missing between them are printed only if
  /// the header has room for them besides.
  private func insert(_ foreign: [ForeignHeader], into header: inout ColumnAligner.Header) {
    var columns: [(column: Layout.Column?, place: Int)] = []
    var index = 0
    while index < header.columns.count {
      let column = header.columns[index]
      guard let column, known[column] == nil, column > .name else {
        columns.append((column, header.positions[index]))
        index += 1
        continue
      }
      let run = header.columns[index...].prefix { $0.map { known[$0] == nil } ?? false }
      let end = run.endIndex < header.columns.count ? header.positions[run.endIndex] : nil
      let places = placesLeft(after: columns.last?.place ?? -1, before: end)
      for (number, column) in run.enumerated() {
        if let places {
          guard !places.isEmpty else { continue }
          columns.append((column, places[min(number, places.count - 1)]))
        } else {
          columns.append((column, header.positions[index + number]))
        }
      }
      index = run.endIndex
    }
    for foreign in foreign {
      let index = columns.firstIndex { $0.place > foreign.place } ?? columns.count
      columns.insert((nil, foreign.place), at: index)
    }
    header.columns = columns.map(\.column)
    header.positions = columns.map(\.place)
  }

  /// The places between two columns that no header covers; `nil` where no foreign column stands
  /// between them.
  private func placesLeft(after first: Int, before end: Int?) -> [Int]? {
    guard foreign.contains(where: { $0.place > first && $0.place < end ?? .max }) else {
      return nil
    }
    // Behind the last header there is always room.
    let end = end ?? max(taken.count, first + 1) + 1
    guard first + 1 < end else { return [] }
    return (first + 1..<end).filter { $0 >= taken.count || !taken[$0] }
  }
}
