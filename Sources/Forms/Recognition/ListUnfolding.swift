internal import IR

extension Grid {
  /// Draws every project of a list as if it had a form of its own.
  ///
  /// The captions above the list (title, year, unit), the fields of the project as label and value,
  /// the header of the indicators and its own rows of them. So all else reads a list as it
  /// reads forms. Labels and captions are doubled; no cell with a value is.
  mutating func unfoldLists(of document: Document, _ vocabulary: Vocabulary) {
    let page = ProjectList.Page(grid: self, document: document, vocabulary: vocabulary)
    var unfolding: ListUnfolding?
    var end = 0
    for row in rowsWithName(vocabulary) where row >= end {
      guard let list = ProjectList(at: row, in: page) else { continue }
      end = list.end
      guard !list.projects.isEmpty else { continue }
      if unfolding == nil { unfolding = ListUnfolding(self, document, vocabulary) }
      unfolding?.append(list)
    }
    if let grid = unfolding?.finished() { self = grid }
  }
}

extension Grid {
  /// The rows that have the label of a project's name, in order; one may be there twice.
  func rowsWithName(_ vocabulary: Vocabulary) -> [Int] {
    var result: [Int] = []
    let tokens = tokens.span
    for index in tokens.indices
    where ProjectList.isName(tokens[index], in: self, vocabulary) {
      result.append(tokens[index].row)
    }
    return result
  }
}

/// Draws the projects of lists while a grid is copied.
private struct ListUnfolding {
  private let source: Grid
  private let document: Document
  private let vocabulary: Vocabulary
  private var copy: GridCopy

  init(_ source: Grid, _ document: Document, _ vocabulary: Vocabulary) {
    self.source = source
    self.document = document
    self.vocabulary = vocabulary
    copy = GridCopy(source)
  }

  /// The grid with everything behind the last list.
  consuming func finished() -> Grid { copy.finished() }

  /// Adds a list, and the rows above it.
  mutating func append(_ list: ProjectList) {
    let header = list.header.lowerBound
    let captions = captions(above: header)
    copy.copy(upTo: header)
    let first = copy.result.rows.count - captions.count
    let block = source.rows[header].block
    var above: UnfoldedProject?
    for (number, project) in list.projects.enumerated() {
      if number > 0 {
        for row in captions { copy.copy(row, to: block) }
      }
      var unfolded = UnfoldedProject(project, of: list, in: source, document, vocabulary)
      if let above { unfolded.takeMergedCells(of: above) }
      above = unfolded
      for row in unfolded.rows(isFirst: number == 0) {
        copy.append(row.cells, like: row.row, in: block)
      }
    }
    for row in list.pageNumbers { copy.copy(row, to: block) }
    for row in list.sums { copy.copyAsText(row, to: block) }
    copy.noteList(from: first)
    copy.skip(to: list.end)
  }

  /// A title stands no further above its table than this.
  private static let mostCaptions = 8

  /// The lines from the title to the header; none where there is no title.
  private func captions(above header: Int) -> Range<Int> {
    var row = header
    while row > copy.done, header - row < Self.mostCaptions, source.isOneText(row - 1) {
      row -= 1
      let first = source.tokens(ofRow: row).first
      if let first, vocabulary.isTitle(source.keys[first.key]) { return row..<header }
    }
    return header..<header
  }
}

/// The rows of one project of a list as a form has them.
private struct UnfoldedProject {
  /// The cells of a row, and what it is like else: the row of the source that its values are of.
  typealias Row = (cells: [Grid.PlacedToken], row: Grid.Row)

  private let project: ProjectList.Project
  private let list: ProjectList
  private let grid: Grid
  /// The column of the list in which the indicators begin.
  private let firstColumn: Int
  /// The cells under each column of the list but the indicators'; one that repeats another says
  /// nothing more.
  private var values: [[Int]]
  /// The name of the unit whose project it is, where it stands above, and the label it has.
  private var unit: (name: Int, label: Vocabulary.LabelID)?

  init(
    _ project: ProjectList.Project, of list: ProjectList, in grid: Grid, _ document: Document,
    _ vocabulary: Vocabulary
  ) {
    var project = project
    if let label = list.unitLabel(in: grid, vocabulary), let name = project.headings.popLast() {
      unit = (name, label)
    }
    self.project = project
    self.list = list
    self.grid = grid
    let first = list.columns.first { $0.use == .indicator }
    firstColumn = first.map { grid.tokens[$0.header].column } ?? 0
    values = Array(repeating: [], count: list.columns.count)
    var texts: [Set<ArraySlice<UInt8>>] = Array(repeating: [], count: list.columns.count)
    for token in project.rows.lazy.flatMap({ grid.rows[$0].tokens }) {
      let column = list.column(of: grid.tokens[token], in: grid)
      guard list.use(of: token, in: grid) != .indicator,
        texts[column].insert(document.bytes(grid.tokens[token].text)).inserted
      else { continue }
      values[column].append(token)
    }
  }

  /// Takes the cells of the project above that are merged down over this one too, as that of the unit
  /// whose projects both are.
  ///
  /// Tables that merge no cells leave those under them empty, which left of the name says the same.
  mutating func takeMergedCells(of above: UnfoldedProject) {
    unit = unit ?? above.unit
    let name = columns(for: .name).first ?? 0
    for column in values.indices where values[column].isEmpty {
      guard list.columns[column].use == .field, let last = above.values[column].last else {
        continue
      }
      let cell = grid.tokens[last]
      let isMerged = cell.row + cell.rowSpan > project.rows[0]
      if isMerged || column < name { values[column] = [last] }
    }
  }

  /// All rows: the name, the other fields, the funding table, the header of the indicators, the indicators.
  ///
  /// - Parameter isFirst: Whether the headers that no form has are told; once is enough.
  func rows(isFirst: Bool) -> [Row] {
    [nameRow(isFirst: isFirst)] + unitRows + fieldRows + fundingRows + [headerRow] + indicatorRows
  }

  /// The unit whose name stands above those of its projects, with the header of both.
  private var unitRows: [Row] {
    columns(for: .name).compactMap { column in
      guard let unit else { return nil }
      var label = placed(list.columns[column].header, at: 0)
      label.token.label = unit.label
      return ([label, placed(unit.name, at: 1)], source)
    }
  }

  /// The name, and with it what no field can hold.
  private func nameRow(isFirst: Bool) -> Row {
    var tokens: [Int] = []
    for column in columns(for: .name) {
      tokens += [list.columns[column].header, project.name] + values[column].dropFirst()
    }
    for column in columns(for: .other) {
      tokens += (isFirst ? headers(of: column) : []) + values[column]
    }
    for column in columns(for: .number) { tokens += values[column].dropFirst() }
    tokens += project.headings
    var cells = sideBySide(tokens)
    if let column = columns(for: .name).first {
      cells[0].token.label = list.columns[column].label
    }
    return (cells, source)
  }

  /// Each field with its label, and left of that the header above it; a text that goes on over
  /// rows has one row for each.
  private var fieldRows: [Row] {
    columns(for: .field).flatMap { column in
      let headers = headers(of: column)
      var cells = headers.dropLast().map { placed($0, at: 0) }
      var label = placed(list.columns[column].header, at: 1)
      label.token.label = list.columns[column].label
      cells.append(label)
      cells += values[column].prefix(1).map { placed($0, at: 2) }
      return [(cells, source)]
        + values[column].dropFirst().map { ([placed($0, at: 2)], source) }
    }
  }

  /// The header of the funding table and its only row, which needs no label.
  private var fundingRows: [Row] {
    let amounts = columns(for: .amount)
    guard !amounts.isEmpty else { return [] }
    let captions = amounts.flatMap { headers(of: $0).dropLast() }.map { placed($0, at: 0) }
    let labels = amounts.enumerated().map { placed(list.columns[$1].header, at: $0 + 2) }
    let cells = amounts.enumerated().flatMap { number, column in
      values[column].map { placed($0, at: number + 2) }
    }
    return [(captions + labels, header), (cells, source)]
  }

  /// The header of the indicators; left of it the caption, and the project's number in the list,
  /// which says as little.
  private var headerRow: Row {
    let indicators = columns(for: .indicator)
    let numbers = columns(for: .number).flatMap { [list.columns[$0].header] + values[$0].prefix(1) }
    let captions = indicators.flatMap { headers(of: $0).dropLast() }
    let cells = (numbers + captions).map { placed($0, at: 0) }
    return (cells + indicators.map { movedBack(list.columns[$0].header) }, header)
  }

  private var indicatorRows: [Row] {
    project.rows.compactMap { row in
      let cells = grid.rows[row].tokens.filter { list.use(of: $0, in: grid) == .indicator }
      guard !cells.isEmpty else { return nil }
      var source = grid.rows[row]
      source.shift = list.shift(ofRow: row)
      return (cells.map(movedBack), source)
    }
  }

  // MARK: Cells

  /// The row of the source with what the project says once.
  private var source: Grid.Row { grid.rows[project.rows[0]] }

  /// The row with the header of the list.
  private var header: Grid.Row { grid.rows[list.header.lowerBound] }

  private func columns(for use: ProjectList.Use) -> [Int] {
    list.columns.indices.filter { list.columns[$0].use == use }
  }

  /// The header of a column, and before it the one above, for the first column below that.
  private func headers(of column: Int) -> [Int] {
    let header = list.columns[column].header
    guard let parent = list.columns[column].parent,
      list.columns.firstIndex(where: { $0.parent == parent }) == column
    else { return [header] }
    return [parent, header]
  }

  private func sideBySide(_ tokens: [Int]) -> [Grid.PlacedToken] {
    tokens.enumerated().map { placed($1, at: $0) }
  }

  private func placed(_ token: Int, at column: Int) -> Grid.PlacedToken {
    var token = grid.tokens[token]
    (token.columnSpan, token.rowSpan) = (1, 1)
    return .init(token: token, column: column)
  }

  /// A cell of the indicators, of which the first stand in the second column, where its row is not shifted.
  private func movedBack(_ token: Int) -> Grid.PlacedToken {
    let cell = grid.tokens[token]
    let column = cell.column - list.shift(ofRow: cell.row)
    return .init(token: cell, column: column - firstColumn + 1)
  }
}
