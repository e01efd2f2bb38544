internal import IR

/// Cuts the rows of a document into forms.
///
/// A form begins at its title, or at its project's name where no title is printed. A title without
/// a project behind it repeats the one above a page break.
struct Segmenter {
  /// The rows of one form.
  struct Segment: Equatable {
    var rows: Range<Int>
    /// The rows of the title, which may be wrapped.
    var title: Range<Int>?
    /// The rows of the appendix, with which a form that was drawn ends.
    var appendix: Range<Int>?
    /// Whether it is no form but a table that lists projects under a form's title.
    var isList = false
  }

  private let grid: Grid
  private let vocabulary: Vocabulary
  private let isComplete: Bool
  private let nameKey: [UInt8]
  private let nameFirst: UInt32
  private let nameLast: UInt32
  private let appendices: [Range<Int>]
  /// The headers of lists whose projects cannot be told apart.
  private let listHeaders: Set<Int>

  /// Prepares to cut a grid; `isComplete` says that no rows follow.
  init(_ grid: Grid, vocabulary: Vocabulary, isComplete: Bool) {
    self.grid = grid
    self.vocabulary = vocabulary
    self.isComplete = isComplete
    let key = LabelKey.key(of: "项目名称")
    nameKey = key
    nameFirst = LabelKey.firstScalar(key.span)
    nameLast = LabelKey.lastScalar(key.span)
    appendices = Appendix.all(in: grid)
    let lists = grid.rowsWithName(vocabulary).filter {
      ProjectList.isHeader($0, in: grid, vocabulary)
    }
    listHeaders = Set(lists).union(grid.headersWithGroupsSideBySide(vocabulary))
  }

  /// The forms from a row on, and the row up to which that is certain.
  func segments(from first: Int) -> (segments: [Segment], end: Int) {
    var starts: [Segment] = []
    var state = State.none
    var row = first
    while row < grid.rows.count {
      if let appendix = appendix(around: row) {
        // One without a form above it says all of its form.
        if state == .none || state == .ended { starts.append(Segment(rows: row..<row)) }
        starts[starts.count - 1].appendix = appendix
        state = .ended
        row = appendix.upperBound
        continue
      }
      switch kind(of: row) {
      case .title:
        if case .head = state { break }
        if isContinued(row), state != .none && state != .ended || isAboveTitle(row) { break }
        let title = titleRows(around: row, from: floor(after: starts, from: first))
        switch whatFollows(row) {
        case .unknown: return finish(starts, end: title.lowerBound)
        case .continuation where state == .body || state == .named: break
        case .continuation, .form:
          starts.append(Segment(rows: title, title: title))
          state = .head
        case .list:
          starts.append(Segment(rows: title, title: title, isList: true))
          state = .ended
        }
      case .name:
        appendForm(named: row, from: first, state, to: &starts)
        state = .named
      case .list:
        if state != .ended { starts.append(Segment(rows: row..<row, isList: true)) }
        state = .ended
      case .label:
        if starts.isEmpty || state == .ended, hasManyLabels(from: row) {
          starts.append(untitled(at: row, after: starts, from: first))
          state = .body
        }
        if state != .named, state != .ended { state = starts.isEmpty ? .none : .body }
      case .other:
        break
      }
      row += 1
    }
    return finish(starts, end: row)
  }

  /// What was found of the last form; an appendix ends it.
  private enum State { case none, head, named, body, ended }
  private enum Kind { case title, name, list, label, other }
  private enum Following { case form, continuation, list, unknown }

  /// Begins a form at its project's name, unless the last one has none yet.
  private func appendForm(
    named row: Int, from first: Int, _ state: State, to starts: inout [Segment]
  ) {
    if state == .named || state == .ended
      || state == .body && !starts.isEmpty && hasName(starts, before: row)
    {
      starts.append(untitled(at: row, after: starts))
    } else if starts.isEmpty {
      starts.append(untitled(at: row, after: starts, from: first))
    }
  }

  private func finish(_ starts: [Segment], end: Int) -> ([Segment], Int) {
    var segments = starts
    for index in segments.indices {
      let next = index + 1 < segments.count ? segments[index + 1].rows.lowerBound : end
      segments[index].rows = segments[index].rows.lowerBound..<next
    }
    guard !isComplete, let last = segments.popLast() else {
      return (segments, end)
    }
    // A list is read as a whole: its captions stand once, above the first project.
    guard let list = grid.lists.last(where: { $0.contains(last.rows.lowerBound) }) else {
      return (segments, last.rows.lowerBound)
    }
    return (segments.filter { $0.rows.lowerBound < list.lowerBound }, list.lowerBound)
  }

  /// Whether the last form has its project's name above a row.
  private func hasName(_ starts: [Segment], before row: Int) -> Bool {
    guard let start = starts.last else { return false }
    return (start.rows.lowerBound..<row).contains { kind(of: $0) == .name }
  }

  /// The first row that a further form may begin with.
  private func floor(after starts: [Segment], from first: Int = 0) -> Int {
    starts.last?.appendix?.upperBound ?? (starts.last?.rows.lowerBound ?? first - 1) + 1
  }

  /// A form without a title that ends in 表: it begins with the lines above it that belong to it, which are its
  /// year and what may name it.
  private func untitled(at row: Int, after starts: [Segment], from first: Int = 0) -> Segment {
    let floor = floor(after: starts, from: first)
    let lines = (max(floor, row - Self.mostLines)..<max(floor, row)).reversed().prefix {
      grid.line(at: $0) != nil
    }
    if let name = lines.first(where: { grid.line(at: $0).map(TitleRule.isNameOfForm) ?? false }) {
      let title = titleRows(around: name, from: floor)
      return Segment(rows: title.lowerBound..<row, title: title)
    }
    let other = lines.firstIndex { grid.line(at: $0).flatMap(TitleRule.year(ofLine:)) == nil }
    return Segment(rows: row - lines[..<(other ?? lines.endIndex)].count..<row)
  }

  /// The rows of a title of which one is known: a long one is wrapped into the line below it or above.
  private func titleRows(around row: Int, from floor: Int) -> Range<Int> {
    if isWrappedTitle(row) { return row..<row + 2 }
    let isWrapped =
      row > floor && grid.rows[row].table == nil && grid.rows[row - 1].table == nil
      && grid.line(at: row - 1).map(TitleRule.goesOn) ?? false
    return isWrapped ? row - 1..<row + 1 : row..<row + 1
  }

  /// Whether a line is the first half of a title, of which neither is one.
  private func isWrappedTitle(_ row: Int) -> Bool {
    guard row + 1 < grid.rows.count, grid.rows[row].table == nil,
      grid.rows[row + 1].table == nil, let first = grid.line(at: row),
      let second = grid.line(at: row + 1), TitleRule.mayEndTitle(second)
    else { return false }
    return !vocabulary.isTitle(second) && !vocabulary.isTitle(first)
      && !CaptionLine.isKnown(first, vocabulary) && vocabulary.isTitle(first + second)
  }

  /// No more lines stand above a form without a title: its name, its year, and captions.
  private static let mostLines = 4

  /// Whether a title says that it goes on with the form above: （续）.
  private func isContinued(_ row: Int) -> Bool {
    grid.tokens(ofRow: row).first.map { TitleRule.isContinued(grid.keys[$0.key]) } ?? false
  }

  /// Whether the title of a form stands right below a row, texts between them aside: what stood
  /// between the pages of a form is drawn above it.
  private func isAboveTitle(_ row: Int) -> Bool {
    let below = (row + 1..<min(row + 12, grid.rows.count)).first { kind(of: $0) != .other }
    return below.map { kind(of: $0) == .title && !isContinued($0) } ?? false
  }

  /// The appendix a row is of.
  private func appendix(around row: Int) -> Range<Int>? {
    let number = appendices.indices.partitioningIndex { appendices[$0].upperBound > row }
    return number < appendices.count && appendices[number].contains(row) ? appendices[number] : nil
  }

  private func kind(of row: Int) -> Kind {
    if appendix(around: row) != nil { return .other }
    let tokens = grid.tokens(ofRow: row)
    guard let head = tokens.first else { return .other }
    if grid.isOneText(row), vocabulary.isTitle(grid.keys[head.key]) || isWrappedTitle(row) {
      return .title
    }
    if isName(head, in: tokens) { return .name }
    if listHeaders.contains(row) { return .list }
    if tokens.contains(where: { $0.label >= 0 }) { return .label }
    return tokens.contains { grid.head(of: $0, vocabulary) >= 0 } ? .label : .other
  }

  private func isName(_ token: Grid.Token, in row: ArraySlice<Grid.Token>) -> Bool {
    let label = max(token.label, grid.head(of: token, vocabulary))
    if label >= 0 {
      return vocabulary.facts(ofAnyLayout: label).contains(.name) && !isHeaderOfList(row)
        && !listHeaders.contains(token.row)
    }
    guard token.key.count >= 6, token.key.count <= 15, row.count > 1 else { return false }
    let key = grid.keys.span.extracting(token.key)
    // One error leaves the first or the last character as it was.
    guard LabelKey.firstScalar(key) == nameFirst || LabelKey.lastScalar(key) == nameLast else {
      return false
    }
    return LabelKey.differByOne(key, nameKey.span)
  }

  /// Whether a row is the header of a list with a project on each row: labels side by side, and
  /// below them a row of as many cells without one.
  private func isHeaderOfList(_ header: ArraySlice<Grid.Token>) -> Bool {
    guard header.count >= 4, let first = header.first, !isOfMoneyOrLevels(header) else {
      return false
    }
    let below = grid.tokens(ofRow: min(first.row + 1, grid.rows.count - 1))
    guard header.count(where: { $0.label >= 0 }) * 2 > header.count,
      zip(header, header.dropFirst()).allSatisfy({ $1.column == $0.column + $0.columnSpan })
    else { return false }
    return below.count + 1 >= header.count && below.first?.row != first.row
      && !below.contains { $0.label >= 0 }
  }

  /// Whether a header has nothing that projects are told by, and columns of amounts, or all levels of indicators:
  /// 序号 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 自评得分.
  private func isOfMoneyOrLevels(_ header: ArraySlice<Grid.Token>) -> Bool {
    let facts = header.reduce(into: LabelFacts()) {
      $0.formUnion(vocabulary.facts(ofAnyLayout: $1.label))
    }
    guard facts.isDisjoint(with: [.name, .projectField]) else { return false }
    return facts.isSuperset(of: [.level1Header, .level2Header, .nameHeader])
      || facts.contains(.fundingHeader) && facts.isDisjoint(with: [.nameHeader, .level1Header])
  }

  /// What a title stands above: a form of its own, or the rest of the one before.
  private func whatFollows(_ title: Int) -> Following {
    var row = title + 1
    while row < grid.rows.count, row < title + 12 {
      switch kind(of: row) {
      case .name: return .form
      case .list: return .list
      case .title, .other: break
      case .label where isHeaderOfList(grid.tokens(ofRow: row)): return .list
      case .label:
        let isField = grid.tokens(ofRow: row).contains { token in
          let label = max(token.label, grid.head(of: token, vocabulary))
          return vocabulary.facts(ofAnyLayout: label).contains(.projectField)
        }
        return isField ? .form : .continuation
      }
      row += 1
    }
    return row >= grid.rows.count && !isComplete ? .unknown : .form
  }

  /// Whether the rows from here on have as many labels as only a form has, and among them one of a
  /// field, or several levels in full: headers of indicators stand over other tables too, such as
  /// those that evaluators score projects by (决策, 过程, 产出, 效益).
  private func hasManyLabels(from row: Int) -> Bool {
    var labels = Set<Vocabulary.LabelID>()
    for row in row..<min(row + 12, grid.rows.count) where appendix(around: row) == nil {
      if isHeaderOfList(grid.tokens(ofRow: row)) { continue }
      for token in grid.tokens(ofRow: row) {
        let label = max(token.label, grid.head(of: token, vocabulary))
        if label >= 0 { labels.insert(label) }
      }
    }
    let levels = labels.count { label in
      LevelMatch.isFull(vocabulary.labels[Int(label)].text)
        && vocabulary.facts(ofAnyLayout: label).contains(.level)
    }
    return labels.count >= 5
      && (levels >= 2 || labels.contains { vocabulary.facts(ofAnyLayout: $0).contains(.formField) })
  }
}
