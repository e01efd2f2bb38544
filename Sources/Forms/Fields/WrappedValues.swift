internal import IR

/// Short texts whose second line of print scanning took for a row of its own: 项目名称 | 某县2024年水源地, and
/// 规范化建设项目 below.
struct WrappedValues {
  /// The rest of each value, by its token.
  private var rests: [Int: Int] = [:]

  /// Finds the texts in the row below that go on with values of a row.
  ///
  /// They all stand right below one, without a label in their row; where the layout's next row has a
  /// label that the form prints nowhere, they may be the values of that.
  static func found(
    below parts: [RowLabels.Part], row: Int, of reading: FormReading
  ) -> WrappedValues {
    let next = row + 1
    var values = WrappedValues()
    guard next < reading.rows.upperBound, reading.grid.rows[next].table != nil,
      reading.grid.rows[next].tokens.count <= 2,
      reading.grid.rows[next].block == reading.grid.rows[row].block
    else { return values }
    for token in reading.grid.rows[next].tokens {
      guard mayBeRest(token, reading), let value = value(above: token, among: parts, reading) else {
        return WrappedValues()
      }
      values.rests[value] = token
    }
    let isShort = values.rests.values.allSatisfy {
      reading.grid.tokens[$0].key.count <= shortRest
    }
    return values.rests.isEmpty || isNextRowPrinted(below: parts, isShort: isShort, reading)
      ? values : WrappedValues()
  }

  /// A value with its rest.
  func whole(_ value: Int) -> [Int] { [value] + (rests[value].map { [$0] } ?? []) }

  private static func mayBeRest(_ token: Int, _ reading: FormReading) -> Bool {
    guard reading[fate: token] == .open, reading.grid.tokens[token].label < 0,
      reading.grid.head(of: reading.grid.tokens[token], reading.vocabulary) < 0,
      reading.damagedRole(token) == nil
    else { return false }
    let text = reading.normalized(token)
    return Amount(reading: text.span).amount == nil && DateReading(reading: text.span).date == nil
      && MeasureScanner.look(of: text.span) == nil && !OptionReader.hasBox(text.span)
  }

  /// The value of a short text right above a token.
  private static func value(
    above token: Int, among parts: [RowLabels.Part], _ reading: FormReading
  ) -> Int? {
    let column = reading.grid.tokens[token].column
    for (label, value) in zip(parts, parts.dropFirst()) {
      guard case .field(let keys) = label.role, keys.allSatisfy({ $0.kind == .text }),
        case .value = value.role, reading.grid.tokens[value.token].column == column,
        reading.grid.tokens[value.token].rowSpan == 1
      else { continue }
      return value.token
    }
    return nil
  }

  /// No long text such as a goal has fewer bytes.
  private static let shortRest = 24

  /// Whether every label that the layout prints in its next row, and whose value a text may be, stands
  /// somewhere in the form.
  private static func isNextRowPrinted(
    below parts: [RowLabels.Part], isShort: Bool, _ reading: FormReading
  ) -> Bool {
    let fields = parts.flatMap(\.role.fields)
    let rows = reading.layout.printedRows
    guard let row = rows.lastIndex(where: { $0.contains(where: fields.contains) }),
      row + 1 < rows.count
    else { return true }
    return rows[row + 1].allSatisfy { key in
      isShort && key.kind == .prose || reading.fieldLabels.contain(key)
    }
  }
}
