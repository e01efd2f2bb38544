internal import IR

/// The levels of a form with a classification of its own, such as 履职效能 | 产出数量 of departments
/// as a whole: its labels are in no taxonomy, so that their place alone tells what they are.
struct OwnLevels {
  private let level1: Int
  private let level2: Int
  private let name: Int
  private let target: Int?

  /// Finds the columns of the levels below a header; `nil` where they have the labels of the
  /// layout, or where nothing but damage may have brought other texts there.
  init?(below header: ColumnAligner.Header, rows: Range<Int>, of reading: borrowing FormReading) {
    guard !reading.layout.taxonomy.groups.contains(where: \.isOpen),
      let level1 = header.position(of: .level1), let level2 = header.position(of: .level2),
      let name = header.position(of: .name), level1 < level2, level2 < name
    else { return nil }
    self.level1 = level1
    self.level2 = level2
    self.name = name
    target = header.position(of: .target)
    let weight = header.position(of: .weight)
    var known = 0
    var unknown = 0
    var unknownOfLevel1 = 0
    var hasOtherGroup = false
    for row in rows {
      var lastOfRow: Int?
      for token in reading.grid.rows[row].tokens {
        let column = reading.grid.tokens[token].column
        let facts = reading.facts(token)
        // A header may be printed again on every page.
        guard column == level1 || column == level2, !facts.contains(.caption),
          facts.headerCount == 0
        else {
          continue
        }
        if reading.levelMatch(token) != nil {
          known += 1
        } else if Self.mayBeLabel(token, reading), Self.hasName(at: name, row, reading),
          !Self.endsEarly(row, before: weight, reading)
        {
          unknown += 1
          if column == level1 { unknownOfLevel1 += 1 }
          if let lastOfRow, Self.isGroup(lastOfRow, reading) { hasOtherGroup = true }
          lastOfRow = token
        }
      }
    }
    // Words such as 产出 and 社会效益 are in every classification.
    let unknownOfLevel2 = unknown - unknownOfLevel1
    let hasOwn =
      unknownOfLevel1 >= Self.fewest
      ? 2 * unknown > known : unknown > known && unknownOfLevel2 >= 2 * Self.fewest
    guard hasOwn || hasOtherGroup else { return nil }
  }

  private static let groupEnding = WordSet("指标")

  /// Whether a text calls itself a group of indicators; beside a text that is no label either, it is one that
  /// no layout has: 投入指标 | 资金管理.
  private static func isGroup(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.keys.span.extracting(reading.labelCore(of: token))
    return key.count > 6 && groupEnding.containsSuffix(of: key)
  }

  /// One text that is no label may have come there by damage.
  private static let fewest = 2

  /// Whether a name stands in the column of names, so that the row is not shifted.
  private static func hasName(at column: Int, _ row: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].tokens.contains { token in
      reading.grid.tokens[token].column == column && mayBeLabel(token, reading)
    }
  }

  /// Whether weight and score stand left of the weights: what was reached stands where names do then.
  private static func endsEarly(
    _ row: Int, before weight: Int?, _ reading: FormReading
  ) -> Bool {
    let points = reading.grid.tokens(ofRow: row).suffix(2)
    guard let weight, let last = points.last, last.column < weight else { return false }
    return points.allSatisfy { reading.grid.features(of: $0).isPlainNumber }
  }

  /// Whether a text is neither a target nor a number.
  private static func mayBeLabel(_ token: Int, _ reading: FormReading) -> Bool {
    let features = reading.features(of: token)
    return features.length > 1 && !features.hasRelation && !features.isMeasure
      && !features.isState && !features.isDash
  }

  /// Takes the cells of the levels out of the cells of a row, as its labels.
  func take(
    _ items: inout [ColumnAligner.Item], into row: inout IndicatorRow, of reading: inout FormReading
  ) {
    let shift = shift(of: items)
    for item in items where !item.isCaption {
      let place = item.column - shift
      guard place == level1 || place == level2 else { continue }
      reading[fate: item.token] = .label
      row.labels.append(
        .init(
          token: item.token, match: .ofNoTaxonomy, column: place == level1 ? .level1 : .level2))
    }
    let taken = row.labels
    items.removeAll { item in taken.contains { $0.token == item.token } }
  }

  /// How far a row stands to the left of its header, which is negative: its target stands there, and
  /// before it a text where the name then is.
  private func shift(of items: [ColumnAligner.Item]) -> Int {
    guard let target,
      let value = items.firstIndex(where: {
        $0.features.hasRelation || $0.features.isMeasure || $0.features.isState
      }), value > 0
    else { return 0 }
    let shift = items[value].column - target
    return shift < 0 && shift >= -2 && items[value - 1].column == name + shift ? shift : 0
  }
}
