internal import IR

/// Which labels a form prints in full, and where those of fields stand.
///
/// Found once: asking all tokens for every row would take as long as the square of them.
struct FieldLabels {
  private struct Entry {
    let key: FieldKey
    let firstToken: Int
    /// The rows from the first label to the last one.
    var rows: ClosedRange<Int>
    /// Whether one is the wording of the layout itself.
    var hasOwnWording: Bool
    /// Whether one stands in a row of several cells.
    var isInTable: Bool
    /// How many there are.
    var count = 1
  }

  /// An entry for each field; there are so few that a look through them is enough.
  private var entries: [Entry] = []
  /// Every label that is printed, of a field or not, each once.
  private(set) var labels: [Vocabulary.LabelID] = []

  /// Finds the labels of a form.
  init(of reading: borrowing FormReading) {
    var isKnown = [Bool](repeating: false, count: reading.vocabulary.labels.count)
    for token in reading.tokens where reading.grid.tokens[token].label >= 0 {
      let label = reading.grid.tokens[token].label
      if !isKnown[Int(label)] {
        isKnown[Int(label)] = true
        labels.append(label)
      }
      for case .field(let key) in reading.meanings(token) { add(token, of: key, in: reading) }
    }
  }

  /// Knows no labels.
  init() {}

  private mutating func add(_ token: Int, of key: FieldKey, in reading: FormReading) {
    let row = reading.grid.tokens[token].row
    let isInTable = reading.grid.rows[row].table != nil && !reading.grid.isOneText(row)
    let isOwnWording =
      reading.facts(token).contains(.ownWording) && !Self.isBlank(key, token, in: reading)
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      entries.append(
        Entry(
          key: key, firstToken: token, rows: row...row, hasOwnWording: isOwnWording,
          isInTable: isInTable))
      return
    }
    entries[index].rows = entries[index].rows.lowerBound...row
    entries[index].count += 1
    if isOwnWording { entries[index].hasOwnWording = true }
    if isInTable { entries[index].isInTable = true }
  }

  /// Whether the label of a short text has no value beside it, so that another label may have it: 单位名称 | 某局 above
  /// an empty 实施单位.
  private static func isBlank(_ key: FieldKey, _ token: Int, in reading: FormReading) -> Bool {
    let next = token + 1
    guard key.kind == .text, next < reading.tokens.upperBound,
      reading.grid.tokens[next].row == reading.grid.tokens[token].row
    else { return key.kind == .text }
    return reading.grid.tokens[next].label >= 0
  }

  private func entry(_ key: FieldKey) -> Entry? { entries.first { $0.key == key } }

  /// Whether a label of a field is printed.
  func contain(_ key: FieldKey) -> Bool { entry(key) != nil }

  /// Whether one is printed at a token or before it.
  func contain(_ key: FieldKey, upTo token: Int) -> Bool {
    entry(key).map { $0.firstToken <= token } ?? false
  }

  /// Whether one is printed in another row than some row.
  func contain(_ key: FieldKey, besidesRow row: Int) -> Bool {
    entry(key).map { $0.rows != row...row } ?? false
  }

  /// Whether one is printed below a row.
  func contain(_ key: FieldKey, belowRow row: Int) -> Bool {
    entry(key).map { $0.rows.upperBound > row } ?? false
  }

  /// Whether one is the wording of the layout itself.
  func containOwnWording(of key: FieldKey) -> Bool { entry(key)?.hasOwnWording ?? false }

  /// Which field a label that stands for the department and for the unit is of, 部门名称: the department's where
  /// the form prints another one for the unit and none for the department, else the unit's.
  func settled(_ keys: [FieldKey]) -> FieldKey? {
    guard keys.count == 2, keys[0] == .department, keys[1] == .implementingUnit else { return nil }
    let isDepartment =
      entry(.department)?.count == 1 && entry(.implementingUnit).map { $0.count > 1 } ?? false
    return isDepartment ? .department : .implementingUnit
  }

  /// Whether one stands in a row of several cells.
  func containInTable(_ key: FieldKey) -> Bool { entry(key)?.isInTable ?? false }
}
