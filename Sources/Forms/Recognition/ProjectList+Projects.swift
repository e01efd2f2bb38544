internal import IR

/// The rows of a list, and which project each is of.
extension ProjectList {
  // MARK: Rows

  /// The first row from one on that is no line between two pages, the number of one among them.
  func rowBelowPageNumbers(_ row: Int, _ page: Page) -> Int {
    let grid = page.grid
    var next = row
    var hasNumber = false
    while next < grid.rows.count, grid.rows[next].table == nil, grid.rows[next].tokens.count == 1,
      let token = grid.tokens(ofRow: next).first, !isFoot(next, page)
    {
      hasNumber = hasNumber || PageNumber.isOne(grid.keys.span.extracting(token.key))
      next += 1
    }
    return hasNumber ? next : row
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
  /// without one, and as wide or with a level in its place.
  func goesOn(at row: Int, _ page: Page) -> Bool {
    let grid = page.grid
    guard grid.rows[row].table != nil else { return false }
    if repeatsHeader(at: row, in: grid) { return true }
    let hasOtherLabel = grid.tokens(ofRow: row).contains { token in
      token.label >= 0 && columns[column(of: token, in: grid)].use != .indicator
    }
    let last = columns.last.map { grid.tokens[$0.header].column }
    let isAsWide = grid.tokens(ofRow: row).last?.column == last
    return !hasOtherLabel
      && (isAsWide
        || grid.tokens(ofRow: row).contains { token in
          levelColumn(of: token, page).map {
            grid.tokens[columns[$0].header].column == token.column
          } ?? false
        })
  }

  func repeatsHeader(at row: Int, in grid: Grid) -> Bool {
    guard row + header.count <= grid.rows.count else { return false }
    return header.indices.allSatisfy { index in
      let first = grid.tokens(ofRow: index)
      let again = grid.tokens(ofRow: row + index - header.lowerBound)
      guard first.count == again.count else { return false }
      // One of them may be misread.
      let others = zip(first, again).filter { grid.keys[$0.key] != grid.keys[$1.key] }
      return others.isEmpty
        || others.count == 1
          && grid.differByOne(others[0].0, others[0].1)
    }
  }

  /// Whether a row has nothing but sums, of a unit or of all: 某单位 | | 882.76, with no project and no indicator.
  ///
  /// Where a program leaves merged cells out, the sum may stand under the header of the names.
  func isSum(_ row: Int, _ page: Page) -> Bool {
    let tokens = page.grid.tokens(ofRow: row)
    guard let first = tokens.first, tokens.count >= 2, tokens.count < columns.count,
      let name = columns.firstIndex(where: { $0.use == .name }),
      page.grid.rows[row].tokens.allSatisfy({ use(of: $0, in: page.grid) != .indicator })
    else { return false }
    return
      (column(of: first, in: page.grid) < name
      || Self.sumLabels.contains(page.grid.keys.span.extracting(first.key)))
      && tokens.dropFirst().allSatisfy { page.grid.features(of: $0).isMeasure }
  }

  private static let sumLabels = WordSet("合计 小计 总计")

  // MARK: Shifts

  /// How far a row stands to the right of the header: as far as its labels of levels do, all the same, or
  /// the only one and its target.
  func shiftByLevels(ofRow row: Int, _ page: Page) -> Int {
    var shifts: [Int] = []
    var lastLabel = -1
    for token in page.grid.tokens(ofRow: row) {
      let key = page.grid.keys.span.extracting(token.key)
      if let column = levelColumn(of: token, page) {
        shifts.append(token.column - page.grid.tokens[columns[column].header].column)
        lastLabel = token.column
      } else if shifts.count == 1, token.column > lastLabel, Self.isTarget(key),
        let target = place(of: .target, page)
      {
        shifts.append(token.column - target)
        break
      }
    }
    guard let shift = shifts.first, shifts.count > 1, shifts.allSatisfy({ $0 == shift }) else {
      return 0
    }
    return shift
  }

  /// Whether a token is a label of a level in full.
  static func isLevel(_ token: Grid.Token, _ vocabulary: Vocabulary) -> Bool {
    token.label >= 0 && LevelMatch.isFull(vocabulary.labels[Int(token.label)].text)
      && vocabulary.facts(ofAnyLayout: token.label).contains(.level)
  }

  /// Whether a cell is a target, or the number of one that is printed in parts, which has its header.
  private static func isTarget(_ key: Span<UInt8>) -> Bool {
    let features = CellFeatures(key: key)
    return (features.hasRelation || features.isMeasure || features.isState)
      && !TargetParts.isRelation(key)
  }

  /// The column of the level that a token is a whole label of; of both levels, it is that nearest by.
  private func levelColumn(of token: Grid.Token, _ page: Page) -> Int? {
    guard Self.isLevel(token, page.vocabulary) else { return nil }
    var places: [Int] = []
    for meaning in page.vocabulary.meanings(ofAnyLayout: token.label) {
      switch meaning {
      case .group: places += place(of: .level1, page).map { [$0] } ?? []
      case .state: places += place(of: .level2, page).map { [$0] } ?? []
      default: break
      }
    }
    guard let place = places.min(by: { abs($0 - token.column) < abs($1 - token.column) }) else {
      return nil
    }
    return columns.firstIndex { page.grid.tokens[$0.header].column == place }
  }

  /// Where the header of a column of indicators stands.
  private func place(of column: Layout.Column, _ page: Page) -> Int? {
    columns.first {
      page.vocabulary.meanings(ofAnyLayout: $0.label).contains(.column(column))
    }.map { page.grid.tokens[$0.header].column }
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
  /// A project begins where the levels of the one above begin anew. Level 1 says how many there are; where
  /// its labels stand in the middle of their rows too, those of level 2 may say it earlier.
  func projectsByLevels(_ rows: [Int], _ page: Page) -> [Project] {
    let projects = projectsByLevels(rows, page, ofBoth: false)
    let earlier = projectsByLevels(rows, page, ofBoth: true)
    return earlier.count == projects.count ? earlier : projects
  }

  private func projectsByLevels(_ rows: [Int], _ page: Page, ofBoth: Bool) -> [Project] {
    var groups: [(rows: [Int], headings: [Int])] = []
    var headings: [Int] = []
    /// The labels of each level that the project has so far.
    var seen: [[Vocabulary.LabelID]] = [[], []]
    for row in rows {
      if isNameAlone(in: row, page), let heading = name(in: row, page) {
        headings.append(heading)
        continue
      }
      let labels = [level(1, in: row, page), ofBoth ? level(2, in: row, page) : nil]
      let beginsAnew = zip(labels, seen).contains { label, seen in
        label.map { $0 != seen.last && seen.contains($0) } ?? false
      }
      if beginsAnew || groups.isEmpty || !headings.isEmpty {
        groups.append(([], headings))
        headings = []
        seen = [[], []]
      }
      groups[groups.count - 1].rows.append(row)
      for (index, label) in labels.enumerated() {
        if let label, label != seen[index].last { seen[index].append(label) }
      }
    }
    let projects = groups.compactMap { rows, headings -> Project? in
      let names = rows.compactMap { name(in: $0, page) }
      return names.count == 1 ? Project(name: names[0], rows: rows, headings: headings) : nil
    }
    return projects.count == groups.count ? projects : []
  }

  /// The name that a row has alone, with another one in the row below: no project's, but that of
  /// the unit whose projects follow.
  private func heading(in row: Int, above next: Int, _ page: Page) -> Int? {
    guard row != next, isNameAlone(in: row, page), let heading = name(in: row, page),
      let name = name(in: next, page), !page.isSameText(heading, name)
    else { return nil }
    return heading
  }

  /// Whether a row has a name and nothing else, or the sum of a unit.
  func isNameAlone(in row: Int, _ page: Page) -> Bool {
    unitSums.contains(row) || page.grid.rows[row].tokens.count == 1 && name(in: row, page) != nil
  }

  /// The name of a project in a row.
  func name(in row: Int, _ page: Page) -> Int? {
    page.grid.rows[row].tokens.first { token in
      page.grid.tokens[token].label < 0 && use(of: token, in: page.grid) == .name
    }
  }

  /// The label of a level in a row.
  private func level(_ level: Int, in row: Int, _ page: Page) -> Vocabulary.LabelID? {
    page.grid.tokens(ofRow: row).first { token in
      page.vocabulary.meanings(ofAnyLayout: token.label).contains {
        switch $0 {
        case .group: level == 1
        case .state: level == 2
        default: false
        }
      }
    }?.label
  }
}
