internal import IR

/// Reads the indicator table of a form that was drawn with an appendix: every cell is what the
/// header above it says, and a level holds until the next one.
///
/// Nothing is guessed there, so a row that somebody edits or adds changes no other.
struct DrawnIndicators {
  private let header: ColumnAligner.Header
  /// The levels of the row above.
  private var level1: (text: String, token: Int)?
  private var level2: (text: String, token: Int)?

  /// Reads the rows of a table into the form; `false`, with nothing read, where cells stand
  /// elsewhere than under a header, or levels under the caption: another program lost the merged cells.
  static func read(_ table: IndicatorTable, of reading: inout FormReading) -> Bool {
    let header = table.header
    let headerRow = table.rows.lowerBound
    guard !table.isHeaderInferred, !header.columns.contains(nil) else { return false }
    let rows = table.rows.dropFirst().filter { $0 != table.totals }
    let fits = rows.allSatisfy { row in
      reading.grid.rows[row].tokens.allSatisfy { token in
        header.positions.firstIndex(of: reading.grid.tokens[token].column).map {
          header.columns[$0] != .caption || !reading.facts(token).contains(.level)
        } ?? false
      }
    }
    guard fits, Set(header.positions).count == header.positions.count else { return false }
    for token in reading.grid.rows[headerRow].tokens {
      reading[fate: token] = .label
      reading.noteSuffix(of: token)
    }
    var drawn = DrawnIndicators(header: header)
    for row in rows { drawn.read(row, of: &reading) }
    return true
  }

  private init(header: ColumnAligner.Header) { self.header = header }

  private mutating func read(_ row: Int, of reading: inout FormReading) {
    var indicator = Indicator()
    var hasLevel2 = false
    let path = "indicators/\(reading.form.indicators.count)"
    for token in reading.grid.rows[row].tokens {
      let column = reading.grid.tokens[token].column
      guard let place = header.positions.firstIndex(of: column), let column = header.columns[place]
      else { continue }
      switch column {
      case .caption: reading[fate: token] = .label
      case .level1:
        level1 = (reading.text(token, .value), token)
        level2 = nil
        reading[fate: token] = .label
      case .level2:
        level2 = (reading.text(token, .value), token)
        hasLevel2 = true
        reading[fate: token] = .label
      case .name, .deviation, .remark:
        indicator.set(column, to: reading.text(token, .value))
        reading.place([token], at: "\(path)/\(column.jsonKey)")
      case .overallTarget, .target, .actual, .weight, .score:
        indicator.set(column, to: reading.measure([token]))
        reading.place([token], at: "\(path)/\(column.jsonKey)")
      }
    }
    if indicator == Indicator() {
      if hasLevel2 { reading.append(EmptyLevel(level1: level1?.text, level2: level2?.text)) }
    } else {
      append(indicator, row, path, of: &reading)
    }
  }

  private func append(
    _ indicator: Indicator, _ row: Int, _ path: String, of reading: inout FormReading
  ) {
    var indicator = indicator
    indicator.level1 = level1?.text
    indicator.level2 = level2?.text
    reading.trace(level1?.token, at: path + "/level1")
    reading.trace(level2?.token, at: path + "/level2")
    reading.form.indicators.append(indicator)
    let token = reading.grid.rows[row].tokens.first
    if indicator.level1 == nil { reading.report(.levelAbsent, token, path: path) }
    if indicator.name == nil {
      reading.report(.nameAbsent, token, path: path)
    } else if indicator.target == nil {
      reading.report(.targetAbsent, token, path: path)
    }
  }
}
