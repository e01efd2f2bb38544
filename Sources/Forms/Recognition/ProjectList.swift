internal import IR

/// A table that lists projects: one header with labels of fields and of the columns of indicators
/// side by side, and below it the rows of one project after the other.
///
/// 项目名称 | 主管部门 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 is how many provinces publish a whole
/// department; a project's fields are merged down over the rows of its indicators.
struct ProjectList {
  /// What stands in a column.
  enum Use {
    /// The project's number in the list, or its name.
    case number, name
    /// A field of the project, an amount of its funding table, or what no field of a form can hold.
    case field, amount, other
    /// Part of the indicators.
    case indicator
  }

  /// A column with its header.
  struct Column {
    /// The header, in ``Grid/tokens``.
    var header: Int
    /// The label that it is read as.
    var label: Vocabulary.LabelID
    /// The header above it that covers this column and those to its right.
    var parent: Int?
    var use: Use
  }

  /// The rows of one project.
  struct Project {
    /// The token of its name.
    var name: Int
    var rows: [Int]
    /// The texts alone in the column of names above it, such as the unit its projects are of.
    var headings: [Int] = []
  }

  /// The rows of the header: one, or two where columns have a common one above theirs.
  let header: Range<Int>
  /// The columns from left to right.
  let columns: [Column]
  /// The projects, in printed order.
  private(set) var projects: [Project] = []
  /// The lines between its tables: numbers of pages.
  private(set) var pageNumbers: [Int] = []
  /// The rows with the sums of several projects, those of a unit or all.
  private(set) var sums: [Int] = []
  /// Those of them that name the unit whose projects follow.
  private(set) var unitSums: Set<Int> = []
  /// How far rows stand right of the header, or left of it, which is negative; those that do.
  private var shifts: [Int: Int] = [:]
  /// The labels of levels that stand under the header of a field, since their own is lost.
  private(set) var strayLevels: Set<Int> = []
  /// The row after the list.
  private(set) var end: Int

  /// A list that goes on over more tables is cut: each is looked at again with every window.
  static let mostTables = 64
  /// A wider table is no list for people.
  private static let mostColumns = 64

  /// Finds the list whose header begins at a row; it has no projects where they cannot be told
  /// apart.
  init?(at row: Int, in page: Page) {
    guard let list = ProjectList(header: row, in: page.grid, page.vocabulary) else { return nil }
    self = list
    let rows = readBody(page)
    unitSums = unitSums(among: rows, page)
    if !unitSums.isEmpty { sums = (sums + unitSums).sorted() }
    guard let first = rows.first(where: { !isNameAlone(in: $0, page) }) else { return }
    projects =
      name(in: first, page) == nil ? projectsByLevels(rows, page) : projectsByName(rows, page)
  }

  /// Whether a row is the header of a list; one whose projects cannot be told apart stays a table.
  static func isHeader(_ row: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Bool {
    ProjectList(header: row, in: grid, vocabulary) != nil
  }

  private init?(header row: Int, in grid: Grid, _ vocabulary: Vocabulary) {
    guard grid.rows[row].table != nil, grid.rows[row].tokens.count >= 4,
      grid.rows[row].tokens.count <= Self.mostColumns,
      Self.mayHeadIndicators(row, in: grid, vocabulary)
    else { return nil }
    let rowCount = Self.headerRowCount(at: row, in: grid, vocabulary)
    header = row..<row + rowCount
    // Each cell of either row is a column or has one below it.
    guard header.allSatisfy({ grid.rows[$0].tokens.count <= Self.mostColumns }) else { return nil }
    end = header.upperBound
    columns = Self.columns(of: header, in: grid, vocabulary)
    guard columns.count <= Self.mostColumns, columns.count(where: { $0.use == .name }) == 1,
      columns.count(where: { Self.isIndicatorHeader(grid.tokens[$0.header], vocabulary) }) >= 2,
      Self.isOfProjects(columns, in: grid, vocabulary)
    else { return nil }
  }

  /// Whether the names are those of projects: 项目 heads anything, but beside levels of indicators.
  private static func isOfProjects(
    _ columns: [Column], in grid: Grid, _ vocabulary: Vocabulary
  ) -> Bool {
    columns.contains { column in
      let label = grid.tokens[column.header].label
      return column.use == .name && label >= 0
        || vocabulary.facts(ofAnyLayout: label).contains(.level1Header)
    }
  }

  /// The number of the column a token stands in, its row shifted or not: the last one that begins no
  /// later.
  func column(of token: Grid.Token, in grid: Grid) -> Int {
    let place = token.column - shift(ofRow: token.row)
    return columns.lastIndex { grid.tokens[$0.header].column <= place } ?? 0
  }

  /// How far right of the header the cells of a row stand.
  func shift(ofRow row: Int) -> Int { shifts.isEmpty ? 0 : shifts[row] ?? 0 }

  /// The label of the units that the header of the names heads too: 单位名称、项目名称.
  func unitLabel(in grid: Grid, _ vocabulary: Vocabulary) -> Vocabulary.LabelID? {
    guard let header = columns.first(where: { $0.use == .name })?.header,
      grid.keys[grid.tokens[header].key].starts(with: Self.unitAboveName)
    else { return nil }
    return vocabulary.find(Self.unit.span)
  }

  // MARK: Header

  /// Whether a row or the one below it has headers of indicators: the rows with the name of a form's
  /// project have none.
  private static func mayHeadIndicators(
    _ row: Int, in grid: Grid, _ vocabulary: Vocabulary
  ) -> Bool {
    [row, min(row + 1, grid.rows.count - 1)].contains { row in
      grid.rows[row].tokens.count { isIndicatorHeader(grid.tokens[$0], vocabulary) } >= 2
    }
  }

  /// Two where the row below has headers of indicators, and nothing under the project's name; the
  /// upper row has labels nearly alone, not the values of a form.
  private static func headerRowCount(
    at row: Int, in grid: Grid, _ vocabulary: Vocabulary
  ) -> Int {
    let next = row + 1
    guard next < grid.rows.count, grid.rows[next].table == grid.rows[row].table,
      let name = grid.tokens(ofRow: row).first(where: { isName($0, in: grid, vocabulary) })
    else { return 1 }
    let below = newCells(ofRow: next, in: grid).map { grid.tokens[$0] }
    let labels = grid.tokens(ofRow: row).count { $0.label >= 0 }
    let isHeader =
      labels >= 3 && labels * 2 > grid.rows[row].tokens.count
      && below.count(where: { isIndicatorHeader($0, vocabulary) }) >= 2
      && !below.contains { $0.column <= name.column && name.column < $0.column + $0.columnSpan }
    return isHeader ? 2 : 1
  }

  private static func columns(
    of header: Range<Int>, in grid: Grid, _ vocabulary: Vocabulary
  ) -> [Column] {
    let upper = grid.rows[header.lowerBound].tokens
    let lower = header.count == 2 ? newCells(ofRow: header.lowerBound + 1, in: grid) : []
    var parents: [Int: Int] = [:]
    for token in upper {
      let cell = grid.tokens[token]
      let reach = cell.column..<cell.column + cell.columnSpan
      for child in lower where reach.contains(grid.tokens[child].column) { parents[child] = token }
    }
    let leaves = (upper.filter { !parents.values.contains($0) } + lower)
      .sorted { grid.tokens[$0].column < grid.tokens[$1].column }
    let first = leaves.first { isIndicatorHeader(grid.tokens[$0], vocabulary) }
    return leaves.map { leaf in
      let isBehind = first.map { grid.tokens[leaf].column >= grid.tokens[$0].column } ?? false
      let label = label(of: grid.tokens[leaf], isBehind: isBehind, in: grid, vocabulary)
      let use = use(of: grid.tokens[leaf], label, isBehind: isBehind, in: grid, vocabulary)
      return Column(header: leaf, label: label, parent: parents[leaf], use: use)
    }
  }

  /// The cells of a row that do not print again what stands above them, merged over both rows.
  private static func newCells(ofRow row: Int, in grid: Grid) -> [Int] {
    let above = grid.tokens(ofRow: row - 1)
    return grid.rows[row].tokens.filter { token in
      let cell = grid.tokens[token]
      return !above.contains {
        $0.column == cell.column && grid.keys[$0.key] == grid.keys[cell.key]
      }
    }
  }

  private static let numberHeaders = WordSet("序号 编号 行号 项目序号")
  /// What heads the goal of the year in a list; in a form it heads the block of all goals.
  private static let goalHeaders = WordSet("绩效目标 项目绩效目标 预期绩效目标")
  private static let goal = LabelKey.key(of: "年度目标")
  /// What heads the money of the year in a list; a form says which money it is.
  private static let amountHeaders = WordSet(
    "预算金额 预算数 项目预算 项目金额 金额 拨款金额 本年拨款金额 本年预算 预算安排 预算资金 资金 项目资金")
  private static let amount = LabelKey.key(of: "年度资金总额")
  /// What heads the names of projects in a list.
  private static let nameHeader = Array("项目".utf8)
  private static let name = LabelKey.key(of: "项目名称")
  /// What the header of the names begins with where the names of units stand above those of their projects.
  private static let unitAboveName = Array("单位".utf8)
  /// What heads the units whose projects are listed; elsewhere it is the unit of what is measured.
  private static let unitHeaders = WordSet("单位 部门")
  private static let unit = LabelKey.key(of: "单位名称")

  private static func label(
    of header: Grid.Token, isBehind: Bool, in grid: Grid, _ vocabulary: Vocabulary
  ) -> Vocabulary.LabelID {
    // Without what stands in parentheses, such as the unit.
    let end = header.key.first { grid.keys[$0] == UInt8(ascii: "(") } ?? header.key.upperBound
    let key = grid.keys.span.extracting(header.key.lowerBound..<end)
    if goalHeaders.contains(key) { return vocabulary.find(goal.span) }
    if amountHeaders.contains(key) { return vocabulary.find(amount.span) }
    if isName(header, in: grid, vocabulary) {
      return header.label < 0 ? vocabulary.find(name.span) : header.label
    }
    return !isBehind && unitHeaders.contains(key) ? vocabulary.find(unit.span) : header.label
  }

  private static func use(
    of header: Grid.Token, _ label: Vocabulary.LabelID, isBehind: Bool, in grid: Grid,
    _ vocabulary: Vocabulary
  ) -> Use {
    if isName(header, in: grid, vocabulary) { return .name }
    if numberHeaders.contains(grid.keys.span.extracting(header.key)) { return .number }
    let meanings = vocabulary.meanings(ofAnyLayout: label)
    let isColumn = meanings.contains { if case .column = $0 { true } else { false } }
    let isField = meanings.contains { $0.field != nil }
    if isField, !isColumn { return .field }
    let isAmount = meanings.contains { if case .fundingColumn = $0 { true } else { false } }
    if isAmount, !isColumn, !isBehind { return .amount }
    return isBehind || isColumn ? .indicator : .other
  }

  /// Whether a cell heads the names of projects, in a list by a word that heads any other thing elsewhere.
  static func isName(_ token: Grid.Token, in grid: Grid, _ vocabulary: Vocabulary) -> Bool {
    guard token.label < 0 else {
      return vocabulary.facts(ofAnyLayout: token.label).contains(.name)
    }
    return token.key.count == nameHeader.count
      && grid.keys[token.key].elementsEqual(nameHeader)
  }

  private static func isIndicatorHeader(_ token: Grid.Token, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.facts(ofAnyLayout: token.label).headerCount > 0
  }
}

extension ProjectList {
  /// Finds the rows below the header, of this table and of those that go on with it.
  private mutating func readBody(_ page: Page) -> [Int] {
    var tables = 1
    var rows: [Int] = []
    end = header.upperBound
    while end < page.grid.rows.count, !isFoot(end, page) {
      if page.grid.rows[end].block != page.grid.rows[end - 1].block {
        let next = rowBelowPageNumbers(end, page)
        guard tables < Self.mostTables, next < page.grid.rows.count, goesOn(at: next, page)
        else { break }
        tables += 1
        pageNumbers += end..<next
        end = next
      }
      if repeatsHeader(at: end, in: page.grid) {
        end += header.count
      } else {
        if isSum(end, page) {
          sums.append(end)
        } else if !page.grid.rows[end].tokens.isEmpty, !page.grid.numbersColumns(end) {
          rows.append(end)
          let shift = shiftByLevels(ofRow: end, page)
          if shift != 0 { shifts[end] = shift }
          noteStrayLevels(ofRow: end, page)
        }
        end += 1
      }
    }
    return rows
  }

  /// What a token is, by the column it stands in and by what it says.
  func use(of token: Int, in grid: Grid) -> Use {
    strayLevels.contains(token) ? .indicator : columns[column(of: grid.tokens[token], in: grid)].use
  }

  /// Notes the whole labels of levels of a row that stand under no header of indicators, misread ones
  /// beside them, and what stands there in a row that is shifted to the left: it has no name and ends early.
  private mutating func noteStrayLevels(ofRow row: Int, _ page: Page) {
    let others = page.grid.rows[row].tokens.filter { use(of: $0, in: page.grid) != .indicator }
    let levels = others.filter { Self.isLevel(page.grid.tokens[$0], page.vocabulary) }
    if levels.isEmpty {
      if endsEarly(page.grid.rows[row].tokens, besides: others, in: page.grid) {
        strayLevels.formUnion(others)
      }
      return
    }
    strayLevels.formUnion(levels)
    for token in others where page.grid.tokens[token].label < 0 {
      let key = page.grid.keys.span.extracting(page.grid.tokens[token].key)
      if page.vocabulary.isNearLevel(key) { strayLevels.insert(token) }
    }
  }

  /// Whether a row has several cells of indicators, and neither a name nor a cell under the last header.
  private func endsEarly(_ tokens: Range<Int>, besides others: [Int], in grid: Grid) -> Bool {
    guard let first = others.first, let last = tokens.last, tokens.count >= others.count + 2,
      let name = columns.firstIndex(where: { $0.use == .name }),
      let end = columns.last.map({ grid.tokens[$0.header].column })
    else { return false }
    return column(of: grid.tokens[first], in: grid) > name && grid.tokens[last].column < end
  }

  /// What a list is found in.
  struct Page {
    let grid: Grid
    let document: Document
    let vocabulary: Vocabulary

    /// Whether two cells say the same.
    func isSameText(_ first: Int, _ second: Int) -> Bool {
      document.bytes(grid.tokens[first].text) == document.bytes(grid.tokens[second].text)
    }
  }
}
