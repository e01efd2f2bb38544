internal import IR

/// The rows of a list, and which project each is of.
extension ProjectList {
  // MARK: Rows

  /// The first row from one on that is not the number of a page.
  func rowBelowPageNumbers(_ row: Int, in grid: Grid) -> Int {
    var row = row
    while row < grid.rows.count, grid.rows[row].table == nil, grid.rows[row].tokens.count == 1,
      let token = grid.tokens(ofRow: row).first,
      PageNumber.isOne(grid.keys.span.extracting(token.key))
    { row += 1 }
    return row
  }

  /// Whether a row is the title of what follows, or people sign there.
  func isFoot(_ row: Int, _ page: Page) -> Bool {
    guard page.grid.isOneText(row), let token = page.grid.tokens(ofRow: row).first else {
      return false
    }
    return page.vocabulary.isTitle(page.grid.keys[token.key])
      || token.label < 0 && FootRule.isLabel(page.grid.keys.span.extracting(token.key))
  }

  /// Whether a table goes on with the list below a page break: with the header once more, or
  /// without one and as wide.
  func goesOn(at row: Int, in grid: Grid) -> Bool {
    guard grid.rows[row].table != nil else { return false }
    if repeatsHeader(at: row, in: grid) { return true }
    let hasOtherLabel = grid.tokens(ofRow: row).contains { token in
      token.label >= 0 && columns[column(of: token, in: grid)].use != .indicator
    }
    let last = columns.last.map { grid.tokens[$0.header].column }
    return !hasOtherLabel && grid.tokens(ofRow: row).last?.column == last
  }

  func repeatsHeader(at row: Int, in grid: Grid) -> Bool {
    guard row + header.count <= grid.rows.count else { return false }
    return header.indices.allSatisfy { index in
      let first = grid.tokens(ofRow: index)
      let again = grid.tokens(ofRow: row + index - header.lowerBound)
      return first.elementsEqual(again) { grid.keys[$0.key] == grid.keys[$1.key] }
    }
  }

  // MARK: Projects

  /// The projects where each name stands on the first row of its own, or on all of them.
  func projectsByName(_ rows: [Int], _ page: Page) -> [Project] {
    var projects: [Project] = []
    var headings: [Int] = []
    for (index, row) in rows.enumerated() {
      if let heading = heading(in: row, above: rows[min(index + 1, rows.count - 1)], page) {
        headings.append(heading)
      } else if let name = name(in: row, page),
        projects.last.map({ page.isSameText($0.name, name) }) != true
      {
        projects.append(Project(name: name, rows: [row], headings: headings))
        headings = []
      } else if projects.isEmpty {
        return []
      } else {
        projects[projects.count - 1].rows.append(row)
      }
    }
    return projects
  }

  /// The projects where names stand in the middle of their rows; none unless each has one name.
  ///
  /// A project begins where the levels of the one above begin anew.
  func projectsByLevels(_ rows: [Int], _ page: Page) -> [Project] {
    var groups: [[Int]] = []
    var levels: [Vocabulary.LabelID] = []
    for row in rows {
      let level = level1(in: row, page)
      let beginsAnew = level.map { $0 != levels.last && levels.contains($0) } ?? false
      if beginsAnew || groups.isEmpty {
        groups.append([])
        levels = []
      }
      groups[groups.count - 1].append(row)
      if let level, level != levels.last { levels.append(level) }
    }
    let projects = groups.compactMap { rows -> Project? in
      let names = rows.compactMap { name(in: $0, page) }
      return names.count == 1 ? Project(name: names[0], rows: rows) : nil
    }
    return projects.count == groups.count ? projects : []
  }

  /// The name that a row has alone, with another one in the row below: no project's, but that of
  /// the unit whose projects follow.
  private func heading(in row: Int, above next: Int, _ page: Page) -> Int? {
    guard row != next, page.grid.rows[row].tokens.count == 1, let heading = name(in: row, page),
      let name = name(in: next, page), !page.isSameText(heading, name)
    else { return nil }
    return heading
  }

  /// The name of a project in a row.
  func name(in row: Int, _ page: Page) -> Int? {
    page.grid.rows[row].tokens.first { token in
      page.grid.tokens[token].label < 0
        && columns[column(of: page.grid.tokens[token], in: page.grid)].use == .name
    }
  }

  /// The level-1 label in a row.
  private func level1(in row: Int, _ page: Page) -> Vocabulary.LabelID? {
    page.grid.tokens(ofRow: row).first { token in
      page.vocabulary.meanings(ofAnyLayout: token.label).contains {
        if case .group = $0 { true } else { false }
      }
    }?.label
  }
}
