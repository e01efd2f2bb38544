internal import IR

// Tables of money or other numbers, whose headers need not be worded as labels.
extension FurtherTables {
  /// Reads the table whose headers are in a row, behind the label beside them; returns the row after it, or `nil`
  /// where there is none.
  ///
  /// It is told by its numbers: nothing else stands below the headers but the first, unless these are worded as
  /// labels, and half of them or more have some.
  static func readAmounts(from row: Int, to end: Int, of reading: inout FormReading) -> Int? {
    // Nearly every row ends here, told on the spot: a call would copy the reading.
    let tokens = reading.grid.rows[row].tokens
    guard row + 1 < end, (3...mostColumns).contains(tokens.count),
      let below = reading.grid.rows[row + 1].tokens.first,
      reading.grid.tokens[tokens.lowerBound].label < 0
        || reading.grid.tokens[below].column > reading.grid.tokens[tokens.lowerBound].column,
      let head = firstHeaderOfAmounts(in: row, to: end, reading)
    else { return nil }
    var table = FurtherTables(head, in: row, to: end, reading)
    table.takeSecondHeaders(reading)
    // Which of several amounts would be the form's, nobody can say: 上年安排 | 本年申请.
    table.mayHaveKnownRows = table.columns.allSatisfy { column in
      column.tokens.allSatisfy { reading.meanings($0).isEmpty }
    }
    guard let rows = table.rowsOfAmounts(reading) else { return nil }
    table.take(rows, of: &reading)
    return rows.upperBound
  }

  /// The first of several headers behind one label or two; `nil` where the row has none.
  private static func firstHeaderOfAmounts(
    in row: Int, to end: Int, _ reading: FormReading
  ) -> Int? {
    let tokens = reading.grid.rows[row].tokens
    guard isSameTable(row, row + 1, reading), isLabelBeside(tokens.lowerBound, reading)
    else { return nil }
    var head = tokens.lowerBound + 1
    // What stands above the parts of the headers beside it is a header itself.
    if tokens.count > 3, isLabelBeside(head, reading),
      reading.grid.rows[row + 1].tokens.contains(where: { isNumber($0, reading) })
    {
      head += 1
    }
    let headers = head..<tokens.upperBound
    // The misread headers of a known table are not those of another.
    guard headers.contains(where: { reading.mayBeUnknownLabel($0) }),
      headers.allSatisfy({ isHeader($0, reading) && !reading.isMisreadLabel($0) })
    else { return nil }
    return head
  }

  private static func isNumber(_ token: Int, _ reading: FormReading) -> Bool {
    let features = reading.features(of: token)
    return features.isMeasure && !features.hasRelation || features.isDash
  }

  /// The rows below the headers; `nil` where one has a text that is no number, or too few have some.
  ///
  /// The first such text ends the search: it is made again below other rows that may be headers.
  private func rowsOfAmounts(_ reading: FormReading) -> Range<Int>? {
    let first = headerRow + 1
    var row = first
    var numbers = Array(repeating: 0, count: columns.count)
    var amounts = numbers
    while isRowOfTable(row, reading) {
      let texts = texts(of: row, reading)
      guard let places = places(of: texts, reading) else { return nil }
      for (token, column) in zip(texts, places.columns) where column >= 0 {
        if Self.isNumber(token, reading) {
          numbers[column] += 1
          if !reading.features(of: token).isPercentage { amounts[column] += 1 }
        } else if column > 0,
          !columns[column].tokens.contains(where: { Self.isWorded($0, reading) })
        {
          return nil
        }
      }
      row += 1
    }
    let count = numbers.count { $0 > 0 }
    // A label and one amount beside it are a field.
    let isOfFields = mayHaveKnownRows && amounts.count { $0 > 0 } < 2
    return count > 1 && count * 2 >= columns.count && !isOfFields ? first..<row : nil
  }
}
