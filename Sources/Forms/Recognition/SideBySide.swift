internal import IR

extension Grid {
  /// Draws indicators that are printed side by side one below the other.
  ///
  /// 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值: the left ones are of the whole project, the
  /// right ones of the year, unless their captions say otherwise. What both share is doubled.
  mutating func unfoldSideBySide(_ vocabulary: Vocabulary) {
    var copy: GridCopy?
    repeatedHeaders = rowsWithRepeatedHeader(vocabulary)
    for row in repeatedHeaders where row >= copy?.done ?? 0 {
      guard let pair = SideBySide(at: row, in: self, vocabulary) else { continue }
      if copy == nil { copy = GridCopy(self) }
      copy?.copy(upTo: row)
      for side in pair.sides {
        for row in pair.rows {
          let cells = pair.cells(of: row, side, in: self)
          if !cells.isEmpty { copy?.append(cells, like: rows[row], in: rows[row].block) }
          if row == pair.rows.lowerBound { copy?.noteScope(side.scope) }
        }
      }
      copy?.skip(to: pair.rows.upperBound)
    }
    guard let grid = copy?.finished() else { return }
    self = grid
    repeatedHeaders = rowsWithRepeatedHeader(vocabulary)
  }
}

extension Grid {
  /// The rows of headers with a pair of name and target for each level 1, three or more side by side.
  ///
  /// 产出指标 | 效益指标 | 满意度指标, and 三级指标 | 指标值 below each. They head lists with a project on each row.
  func headersWithGroupsSideBySide(_ vocabulary: Vocabulary) -> [Int] {
    repeatedHeaders.flatMap { row -> [Int] in
      let pairs = [Layout.Column.name, .target].map { column in
        tokens(ofRow: row).count { token in
          vocabulary.meanings(ofAnyLayout: token.label).contains(.column(column))
        }
      }
      guard pairs.allSatisfy({ $0 >= 3 }) else { return [] }
      return row > 0 && rows[row - 1].table == rows[row].table ? [row - 1, row] : [row]
    }
  }
}

extension Grid {
  /// The rows of tables in which a header of indicators stands more than once, in order.
  fileprivate func rowsWithRepeatedHeader(_ vocabulary: Vocabulary) -> [Int] {
    var result: [Int] = []
    var seen: [Vocabulary.LabelID] = []
    var row = -1
    let tokens = tokens.span
    for index in tokens.indices
    where vocabulary.facts(ofAnyLayout: tokens[index].label).headerCount > 0 {
      if tokens[index].row != row {
        row = tokens[index].row
        seen.removeAll(keepingCapacity: true)
      }
      // A header has few cells; anything wider is none.
      if seen.contains(tokens[index].label), rows[row].table != nil {
        if result.last != row { result.append(row) }
      } else if seen.count < 16 {
        seen.append(tokens[index].label)
      }
    }
    return result
  }
}

/// Two sets of indicators side by side.
private struct SideBySide {
  /// One set.
  struct Side {
    /// The columns of its own.
    var columns: Range<Int>
    var scope: IndicatorScope
  }

  /// The rows, the header first.
  let rows: Range<Int>
  /// Both sides, the left one first.
  let sides: [Side]
  /// The columns left of both, which count for each.
  private let shared: Range<Int>

  /// Finds the two sets whose header is a row.
  init?(at row: Int, in grid: Grid, _ vocabulary: Vocabulary) {
    guard let (first, second) = Self.sides(ofHeader: row, in: grid, vocabulary) else { return nil }
    shared = 0..<first.lowerBound
    rows = row..<Self.end(below: row, in: grid, vocabulary)
    let left = Self.scope(of: first, above: row, in: grid)
    let right = Self.scope(of: second, above: row, in: grid)
    let isReversed = left == .year || left == nil && right == .project
    sides = [
      Side(columns: first, scope: isReversed ? .year : .project),
      Side(columns: second, scope: isReversed ? .project : .year),
    ]
  }

  /// The cells of a row on one side, moved to where the left side stands; none where it has none of
  /// its own.
  func cells(of row: Int, _ side: Side, in grid: Grid) -> [Grid.PlacedToken] {
    let tokens = grid.tokens(ofRow: row)
    guard tokens.contains(where: { side.columns.contains($0.column) }) else { return [] }
    let distance = side.columns.lowerBound - shared.upperBound
    return tokens.compactMap { token in
      if shared.contains(token.column) { return .init(token: token, column: token.column) }
      guard side.columns.contains(token.column) else { return nil }
      return .init(token: token, column: token.column - distance)
    }
  }

  /// The columns of both sides of a header that has names and targets twice.
  private static func sides(
    ofHeader row: Int, in grid: Grid, _ vocabulary: Vocabulary
  ) -> (Range<Int>, Range<Int>)? {
    let header = grid.tokens(ofRow: row)
    func places(_ columns: Set<Meaning>) -> [Int] {
      header.indices.filter { index in
        let meanings = vocabulary.meanings(ofAnyLayout: header[index].label)
        // 绩效指标 is the header of names in the layout of 2019.
        return !columns.isDisjoint(with: meanings) && !meanings.contains(.column(.caption))
      }
    }
    let names = places([.column(.name)])
    let targets = places([.column(.target), .column(.overallTarget)])
    guard names.count == 2, targets.count == 2, names[0] < targets[0], targets[0] < names[1],
      names[1] < targets[1]
    else {
      return names.isEmpty || targets.isEmpty ? nil : sidesOfDamagedHeader(header, in: grid)
    }
    // The right side begins behind the left target; the left one where it has the same header.
    let second = targets[0] + 1
    let first = header.indices.first { isSame(header[$0], header[second], in: grid) }
    guard let first, first < second else { return sidesOfDamagedHeader(header, in: grid) }
    let middle = header[second].column
    return (header[first].column..<middle, middle..<Int(UInt16.max))
  }

  /// Whether two headers are of the same column, whatever they say behind it: 三级指标（长期） | 三级指标（年度）.
  private static func isSame(_ left: Grid.Token, _ right: Grid.Token, in grid: Grid) -> Bool {
    left.label >= 0 ? left.label == right.label : grid.keys[left.key] == grid.keys[right.key]
  }

  /// No set has fewer headers of its own than those of its names and targets, or more than this.
  private static let headersOfSide = 2...6

  /// The columns of both sides of a header that repeats its last cells, one of which is misread.
  private static func sidesOfDamagedHeader(
    _ header: ArraySlice<Grid.Token>, in grid: Grid
  ) -> (Range<Int>, Range<Int>)? {
    for count in headersOfSide where 2 * count <= header.count {
      let right = header.suffix(count)
      let left = header.dropLast(count).suffix(count)
      let others = zip(left, right).filter { grid.keys[$0.key] != grid.keys[$1.key] }
      guard others.count == 1, let first = left.first, let middle = right.first,
        grid.differByOne(others[0].0, others[0].1)
      else { continue }
      return (first.column..<middle.column, middle.column..<Int(UInt16.max))
    }
    return nil
  }

  /// The row after the last one of the table that may have indicators.
  private static func end(below header: Int, in grid: Grid, _ vocabulary: Vocabulary) -> Int {
    var row = header + 1
    while row < grid.rows.count, grid.rows[row].block == grid.rows[header].block {
      let tokens = grid.tokens(ofRow: row)
      if let first = tokens.first {
        if tokens.count == 1, FootRule.isLabel(grid.keys.span.extracting(first.key)) { break }
        let isField = vocabulary.meanings(ofAnyLayout: first.label).contains { meaning in
          switch meaning {
          case .total, .field: true
          default: false
          }
        }
        if isField || tokens.count >= 6 && sides(ofHeader: row, in: grid, vocabulary) != nil {
          break
        }
      }
      row += 1
    }
    return row
  }

  /// What the header, or the row above it, says of the scope of some columns.
  private static func scope(
    of columns: Range<Int>, above header: Int, in grid: Grid
  ) -> IndicatorScope? {
    for row in [header, max(header - 1, 0)] {
      for token in grid.tokens(ofRow: row) where columns.contains(token.column) {
        let keys = grid.keys.span
        let scope =
          IndicatorScope(key: keys.extracting(token.key))
          ?? IndicatorScope(key: keys.extracting(token.suffix.dropFirst()))
        if let scope { return scope }
      }
    }
    return nil
  }
}
