import TestSupport

/// What scanning can do to a page.
enum DamageKind: String, CaseIterable, Sendable {
  case dropLabel = "drop-label"
  case moveLabel = "move-label"
  case replaceCharacter = "replace-character"
  case spaceLabel = "space-label"
  case splitName = "split-name"
  case shiftLeft = "shift-left"
  case shiftRight = "shift-right"
  case cutTable = "cut-table"

  /// Whether it makes sense where cells are merged: HTML keeps the levels' spans.
  var suitsSpans: Bool {
    switch self {
    case .replaceCharacter, .spaceLabel: true
    default: false
    }
  }
}

/// Damages a page, one piece of damage at a time.
struct PageDamager {
  private(set) var page: [PrintedBlock]
  /// What was done, for the report.
  private(set) var log: [String] = []
  private(set) var kinds: Set<DamageKind> = []
  private var random: SplitMix64

  init(_ page: [PrintedBlock], seed: UInt64) {
    self.page = page
    random = SplitMix64(seed: seed)
  }

  /// The place of a cell.
  private struct Place {
    var block: Int
    var row: Int
    var column: Int
  }

  /// Does one to three kinds of damage out of those allowed.
  mutating func damage(_ allowed: [DamageKind]) {
    let count = Int.random(in: 1...3, using: &random)
    let chosen = (0..<count).map { _ in allowed[Int.random(in: 0..<allowed.count, using: &random)] }
    // Labels first and cuts last, so that each finds the rows it needs.
    for kind in DamageKind.allCases {
      for _ in 0..<chosen.count(where: { $0 == kind })
      where (0..<4).contains(where: { _ in apply(kind) }) {
        kinds.insert(kind)
      }
    }
    // Where nothing could be done, do what always can be.
    if kinds.isEmpty, apply(.spaceLabel) { kinds.insert(.spaceLabel) }
  }

  private mutating func apply(_ kind: DamageKind) -> Bool {
    switch kind {
    case .dropLabel: dropLabel()
    case .moveLabel: moveLabel()
    case .replaceCharacter: replaceCharacter()
    case .spaceLabel: spaceLabel()
    case .splitName: splitName()
    case .shiftLeft: shiftLeft()
    case .shiftRight: shiftRight()
    case .cutTable: cutTable()
    }
  }

  // MARK: Finding places

  private func rows(_ block: Int) -> [PrintedRow] {
    if case .table(let rows) = page[block] { rows } else { [] }
  }

  private subscript(_ place: Place) -> PrintedCell {
    get { rows(place.block)[place.row].cells[place.column] }
    set { change(place.block, place.row) { $0.cells[place.column] = newValue } }
  }

  /// Changes a row and marks it as touched.
  private mutating func change(
    _ block: Int, _ row: Int, _ body: (inout PrintedRow) -> Void
  ) {
    guard case .table(var rows) = page[block] else { return }
    body(&rows[row])
    rows[row].isTouched = true
    page[block] = .table(rows)
  }

  private func places(where isMatch: (PrintedRow, PrintedCell) -> Bool) -> [Place] {
    page.indices.flatMap { block in
      rows(block).indices.flatMap { row in
        let printed = rows(block)[row]
        return printed.cells.indices.filter { isMatch(printed, printed.cells[$0]) }
          .map { Place(block: block, row: row, column: $0) }
      }
    }
  }

  private func levelLabels() -> [Place] {
    places { row, cell in
      switch cell.content {
      case .level1, .level2: row.kind == .indicator && !cell.text.isEmpty
      default: false
      }
    }
  }

  /// A level label, or now and then another label of three characters or more.
  private mutating func anyLabel() -> Place? {
    if random.chance(70), let place = pick(levelLabels()) { return place }
    return pick(places { _, cell in cell.content == .label && cell.text.count >= 3 })
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  // MARK: Labels

  private mutating func dropLabel() -> Bool {
    guard let place = pick(levelLabels()) else { return false }
    log.append("dropped \(self[place].text) (row \(place.row))")
    self[place] = .empty
    return true
  }

  private mutating func moveLabel() -> Bool {
    let candidates = levelLabels().compactMap { from -> (Place, [Place])? in
      let targets = freePlaces(in: from)
      return targets.isEmpty ? nil : (from, targets)
    }
    guard let (from, targets) = pick(candidates), let to = pick(targets) else { return false }
    log.append("moved \(self[from].text) from row \(from.row) to row \(to.row)")
    self[to] = self[from]
    self[from] = .empty
    return true
  }

  /// The places, at most three rows away, that a label can move to within its group.
  private func freePlaces(in from: Place) -> [Place] {
    let table = rows(from.block)
    let group = groups[self[from].content] ?? []
    return table.indices.compactMap { row in
      guard row != from.row, abs(row - from.row) <= 3, table[row].kind == .indicator,
        !group.isDisjoint(with: table[row].indicators), from.column < table[row].cells.count,
        table[row].cells[from.column] == .empty
      else { return nil }
      return Place(block: from.block, row: row, column: from.column)
    }
  }

  /// The indicators of each label's group.
  var groups: [PrintedContent: Set<Int>] = [:]

  private mutating func spaceLabel() -> Bool {
    guard let place = anyLabel() else { return false }
    var cell = self[place]
    let old = cell.text
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let offset = Int.random(in: 1..<max(2, cell.text.count), using: &random)
      let space: Character = random.chance(80) ? " " : "\u{3000}"
      cell.text.insert(space, at: cell.text.index(cell.text.startIndex, offsetBy: offset))
    }
    self[place] = cell
    log.append("spaced \(old) as \(cell.text)")
    return true
  }

  private mutating func replaceCharacter() -> Bool {
    guard let place = anyLabel(), isKnown(self[place]) else { return false }
    var cell = self[place]
    let old = cell.text
    var characters = Array(cell.text)
    let index = Int.random(in: characters.indices, using: &random)
    guard characters[index] != " " else { return false }
    let similar = Lookalikes.similar(to: characters[index])
    guard let new = random.chance(60) ? pick(similar) ?? pick(Lookalikes.any) : pick(Lookalikes.any)
    else { return false }
    characters[index] = new
    cell.text = String(characters)
    self[place] = cell
    log.append("misread \(old) as \(cell.text)")
    return true
  }

  /// Whether a label can be put right: the open level 2 of 2019 is free text, which nobody corrects.
  private func isKnown(_ cell: PrintedCell) -> Bool {
    guard case .level2 = cell.content else { return true }
    return cell.text.hasSuffix("指标") || cell.text.hasSuffix("目标")
  }

  // MARK: Rows

  private mutating func splitName() -> Bool {
    let names = places { row, cell in
      guard case .indicator(_, .name) = cell.content else { return false }
      return row.kind == .indicator && cell.text.count >= 6
    }
    guard let place = pick(names), case .table(var table) = page[place.block] else { return false }
    let name = Array(self[place].text)
    let cut = Int.random(in: 2...(name.count - 2), using: &random)
    var upper = table[place.row]
    var lower = upper
    upper.cells[place.column].text = String(name[..<cut])
    lower.cells[place.column].text = String(name[cut...])
    // The values stay beside one half, and so do the level labels.
    let valuesBelow = random.chance(50)
    let labelsBelow = valuesBelow && random.chance(50)
    for column in upper.cells.indices where column != place.column {
      let isLabel = column < place.column
      if isLabel ? labelsBelow : valuesBelow {
        upper.cells[column] = .empty
      } else {
        lower.cells[column] = .empty
      }
    }
    upper.isTouched = true
    lower.isTouched = true
    table.replaceSubrange(place.row...place.row, with: [upper, lower])
    page[place.block] = .table(table)
    log.append("split \(String(name[..<cut])) / \(String(name[cut...]))")
    return true
  }

  private mutating func shiftLeft() -> Bool {
    shift { row, count in
      guard row.cells.prefix(count).allSatisfy({ !$0.isIndicatorText }) else { return false }
      row.cells.removeFirst(count)
      row.cells += Array(repeating: .empty, count: count)
      return true
    } log: {
      "shifted row \($0) left by \($1)"
    }
  }

  private mutating func shiftRight() -> Bool {
    shift { row, count in
      // A row that lost its name too would say nothing.
      guard !row.cells.suffix(count).contains(where: \.isName) else { return false }
      row.cells.insert(contentsOf: Array(repeating: .empty, count: count), at: 0)
      row.cells.removeLast(count)
      return true
    } log: {
      "shifted row \($0) right by \($1)"
    }
  }

  private mutating func shift(
    _ body: (inout PrintedRow, Int) -> Bool, log message: (Int, Int) -> String
  ) -> Bool {
    let candidates = page.indices.flatMap { block in
      rows(block).indices.filter {
        rows(block)[$0].kind == .indicator && !rows(block)[$0].isShifted
      }
      .map { (block, $0) }
    }
    guard let (block, first) = pick(candidates) else { return false }
    let count = random.chance(65) ? 1 : 2
    // Most often one row; at the foot of a page several.
    let length = random.chance(70) ? 1 : Int.random(in: 2...3, using: &random)
    var shifted = 0
    for row in first..<min(first + length, rows(block).count) {
      var changed = rows(block)[row]
      guard changed.kind == .indicator, !changed.isShifted, changed.cells.count > count,
        body(&changed, count)
      else { break }
      changed.isShifted = true
      change(block, row) { $0 = changed }
      shifted += 1
    }
    guard shifted > 0 else { return false }
    log.append(message(first, count) + (shifted > 1 ? ", \(shifted) rows" : ""))
    return true
  }

  private mutating func cutTable() -> Bool {
    let candidates = page.indices.flatMap { block in
      rows(block).indices.dropFirst().map { (block, $0) }
    }
    guard let (block, row) = pick(candidates) else { return false }
    let table = rows(block)
    var rest = Array(table[row...])
    let header = table[..<row].last { $0.kind == .columnHeader }
    var note = "cut before row \(row)"
    if let header, rest.first?.kind == .indicator, random.chance(30) {
      rest.insert(header, at: 0)
      note += ", header repeated"
    }
    if header != nil, random.chance(40),
      rest.allSatisfy({ $0.kind == .indicator && $0.cells.first == .empty })
    {
      // The caption's column, or that of level 1, is gone from the second page.
      for index in rest.indices { rest[index].cells.removeFirst() }
      note += ", first column lost"
    } else if random.chance(20) {
      for index in rest.indices { rest[index].cells.append(.empty) }
      note += ", column added"
    }
    page.replaceSubrange(
      block...block, with: [.table(Array(table[..<row])), .table(rest)])
    log.append(note)
    return true
  }
}

extension PrintedCell {
  /// Whether the cell holds a text of an indicator.
  var isIndicatorText: Bool {
    if case .indicator = content { return !text.isEmpty }
    return false
  }

  /// Whether the cell holds an indicator's name.
  var isName: Bool {
    if case .indicator(_, .name) = content { return !text.isEmpty }
    return false
  }
}
