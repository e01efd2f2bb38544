internal import IR

/// Labels of levels, and captions, that are printed upright in a narrow merged cell, where scanning took
/// each character for a row: 产 / 出 / 指 / 标.
///
/// Every row with one of the characters has the label.
struct SpelledLabels {
  /// What the cell of a character says.
  private enum Piece {
    case caption
    case level(LevelMatch)
  }

  private var pieces: [Int: Piece] = [:]

  /// Finds them among the first cells of rows.
  init(in rows: Range<Int>, of reading: borrowing FormReading) {
    var runs: [Int: [Int]] = [:]
    for row in rows {
      for token in reading.grid.rows[row].tokens.prefix(Self.mostColumns) {
        if Self.isCharacter(token, reading) {
          runs[reading.grid.tokens[token].column, default: []].append(token)
        } else if !runs.isEmpty,
          let run = runs.removeValue(forKey: reading.grid.tokens[token].column)
        {
          add(run, of: reading)
        }
      }
    }
    for run in runs.values { add(run, of: reading) }
  }

  /// A caption and two levels.
  private static let mostColumns = 3
  /// No label has more characters.
  private static let longestLabel = 16

  /// Whether a cell has one character, an ideograph.
  private static func isCharacter(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.tokens[token].key
    return key.count == 3 && (0xE4...0xE9).contains(reading.grid.keys[key.lowerBound])
  }

  /// Adds characters below one another, if they are labels from the first to the last.
  private mutating func add(_ run: [Int], of reading: FormReading) {
    var found: [Int: Piece] = [:]
    var rest = run[...]
    while !rest.isEmpty {
      let longest = (2...max(2, min(rest.count, Self.longestLabel))).reversed()
      guard
        let (count, piece) = longest.lazy.compactMap({ count in
          Self.piece(rest.prefix(count), reading).map { (count, $0) }
        }).first
      else { return }
      for token in rest.prefix(count) { found[token] = piece }
      rest = rest.dropFirst(count)
    }
    pieces.merge(found) { first, _ in first }
  }

  /// What characters are together.
  private static func piece(_ characters: ArraySlice<Int>, _ reading: FormReading) -> Piece? {
    guard characters.count > 1 else { return nil }
    var key: [UInt8] = []
    for token in characters {
      key.append(copying: reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
    }
    let label = reading.vocabulary.find(key.span)
    guard label >= 0 else { return nil }
    if reading.vocabulary.facts[reading.layoutNumber][Int(label)].contains(.caption) {
      return .caption
    }
    return reading.labels.level(label).map { .level($0) }
  }

  /// Says what the cells of a row are.
  func settle(_ items: inout [ColumnAligner.Item]) {
    guard !pieces.isEmpty else { return }
    for index in items.indices.prefix(Self.mostColumns) {
      switch pieces[items[index].token] {
      case .caption: items[index].isCaption = true
      case .level(var match):
        match.certainty = .exact
        items[index].match = match
        items[index].isPiece = true
      case nil: break
      }
    }
  }
}
