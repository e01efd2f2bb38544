internal import IR

/// A row of the indicator table with its cells bound to columns.
struct IndicatorRow {
  /// A level label printed on the row.
  struct Label {
    var token: Int
    var match: LevelMatch
    /// The column it was read in: level 1 or level 2.
    var column: Layout.Column
    /// Whether its cell holds a label of the other level too.
    var isPart = false
  }

  /// A cell and how many columns it stands to the right of its own.
  struct Shift {
    var token: Int
    var columns: Int
  }

  /// Two pieces of a name.
  struct Join {
    var token: Int
    /// The last token of the name.
    var last: Int?
    var before: String
    var after: String
  }

  /// A cell of a column that the layout does not have, below its header.
  struct Further {
    var header: Int
    /// The header of the level that points are of.
    var level: Int?
    /// The column of the header.
    var place: Int
    var token: Int
  }

  /// A piece of a name that went to another row.
  struct Rival {
    var token: Int
    var text: String
  }

  /// The first token of each column, by ``Layout/Column/rawValue``; negative where it is empty.
  struct Heads {
    fileprivate var tokens = SIMD16<Int32>(repeating: -1)

    fileprivate subscript(column: Int) -> Int32 {
      get { tokens[column] }
      set { tokens[column] = newValue }
    }

    /// The token of a column, or else that of the name or the target.
    func token(_ column: Layout.Column?) -> Int? {
      for column in [column, .name, .target] {
        if let column, tokens[column.rawValue] >= 0 { return Int(tokens[column.rawValue]) }
      }
      return nil
    }
  }

  /// The row of the grid.
  var row: Int
  /// The level labels, from left to right.
  var labels: [Label] = []
  /// The text of the level-2 column where it is no label: the level 2 of an open group.
  var openText: Int?
  /// The first token of each column.
  private(set) var heads = Heads()
  /// What only some rows have, most of them damaged; one or none.
  private var damage: [Damage] = []
  /// Whether all its values stand exactly under their headers.
  var isInPlace = false
  /// Whether its name stands across the columns of the levels, so that it has none.
  var isAcrossLevels = false
  /// Whether a text in the columns of the levels is no label that can be read.
  var hasUnreadLabel = false
  /// Whether it is of the whole project or of the year, where the form says so.
  var scope: IndicatorScope?
  /// Whether it holds nothing but the ends of the cells of the row above it.
  var goesOn = false
  /// Whether it is the first row of its table, a page cut above it.
  var beginsTable = false

  init(row: Int) {
    self.row = row
  }

  /// What only damaged rows have, kept apart so that rows are small.
  private struct Damage {
    var others: [(column: Layout.Column, token: Int)] = []
    var shifts: [Shift] = []
    var joins: [Join] = []
    var rivals: [Rival] = []
    var misplacedLabels: [Int] = []
    var further: [Further] = []
    var runTogether: [RunTogetherCells.Cell] = []
  }

  /// The further tokens of the columns that have some.
  private var others: [(column: Layout.Column, token: Int)] {
    get { damage.first?.others ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.others = newValue } }
  }

  /// How far the row, and the rows joined to it, stand to the right of the header.
  var shifts: [Shift] {
    get { damage.first?.shifts ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.shifts = newValue } }
  }

  /// The names it was joined from, where it was.
  var joins: [Join] {
    get { damage.first?.joins ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.joins = newValue } }
  }

  /// Pieces of names that might have belonged to its own name.
  var rivals: [Rival] {
    get { damage.first?.rivals ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.rivals = newValue } }
  }

  /// The labels that stand in another column than theirs.
  var misplacedLabels: [Int] {
    get { damage.first?.misplacedLabels ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.misplacedLabels = newValue } }
  }

  /// The cells of columns that the layout does not have.
  var further: [Further] {
    get { damage.first?.further ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.further = newValue } }
  }

  /// The cells that hold what two columns have.
  var runTogether: [RunTogetherCells.Cell] {
    get { damage.first?.runTogether ?? [] }
    set { setDamage(isNeeded: !newValue.isEmpty) { $0.runTogether = newValue } }
  }

  private mutating func setDamage(isNeeded: Bool, _ change: (inout Damage) -> Void) {
    if damage.isEmpty {
      guard isNeeded else { return }
      damage.append(Damage())
    }
    change(&damage[0])
  }

  /// The tokens of a column.
  subscript(column: Layout.Column) -> TokenList {
    get {
      let head = heads[column.rawValue]
      if head < 0 { return TokenList() }
      if damage.isEmpty || others.isEmpty { return TokenList(Int(head)) }
      return TokenList(Int(head), others.filter { $0.column == column }.map(\.token))
    }
    set {
      heads[column.rawValue] = Int32(truncatingIfNeeded: newValue.first ?? -1)
      if damage.isEmpty, newValue.count <= 1 { return }
      others = others.filter { $0.column != column } + newValue.others.map { (column, $0) }
    }
  }

  /// Makes the target that of the whole project, unless there is one.
  mutating func takeTargetOfProject() {
    guard isEmpty(.overallTarget) else { return }
    self[.overallTarget] = self[.target]
    self[.target] = []
  }

  /// Whether a column has no token.
  func isEmpty(_ column: Layout.Column) -> Bool { heads[column.rawValue] < 0 }

  /// Whether the row has the content of an indicator, not labels alone.
  var hasContent: Bool {
    for column in Layout.Column.name.rawValue...Layout.Column.remark.rawValue
    where heads[column] >= 0 { return true }
    return false
  }

  /// Whether the row has a name and nothing else.
  var hasNameOnly: Bool { !isEmpty(.name) && hasNoValue && isEmpty(.deviation) && isEmpty(.remark) }

  /// The column of remarks that has a text, on a deviation or otherwise.
  var columnOfRemarks: Layout.Column? {
    !isEmpty(.deviation) ? .deviation : !isEmpty(.remark) ? .remark : nil
  }

  /// Whether the row may go on with the texts of the row above: it has a remark on a deviation,
  /// perhaps a name, and nothing else.
  var hasTextsOnly: Bool { columnOfRemarks != nil && hasNoValue && labels.isEmpty }

  /// Whether the row has neither a text of an open level 2 nor a target, a number or a state.
  private var hasNoValue: Bool {
    guard openText == nil else { return false }
    for column in Layout.Column.overallTarget.rawValue..<Layout.Column.deviation.rawValue
    where heads[column] >= 0 { return false }
    return true
  }
}
