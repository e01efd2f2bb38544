internal import IR

/// Reads one form from its rows, from the fields to the checks.
enum FormAssembly {
  /// Reads the whole form.
  static func read(_ reading: inout FormReading) {
    guard let table = IndicatorTable(in: reading) else {
      FieldRecognizer.read(reading.rows, of: &reading)
      FurtherFields.read(reading.rows, of: &reading)
      finish(&reading)
      return
    }
    let head = reading.rows.lowerBound..<table.rows.lowerBound
    FieldRecognizer.read(head, of: &reading)
    IndicatorRecognizer.read(table, of: &reading)
    let tail = table.rows.upperBound..<reading.rows.upperBound
    for row in tail where FootRule.isSigned(row, reading) { reading.footRows.insert(row) }
    FieldRecognizer.read(tail, of: &reading)
    for row in tail where FootRule.begins(row, reading) { reading.footRows.insert(row) }
    FurtherFields.read(head, of: &reading)
    FurtherFields.read(tail, of: &reading)
    finish(&reading)
  }

  /// Gives every token that is left its place, and proves that nothing is lost.
  private static func finish(_ reading: inout FormReading) {
    reportRepeated(&reading)
    var unplaced = UnplacedTexts()
    for token in reading.tokens where reading[fate: token] == .open {
      let row = reading.grid.tokens[token].row
      if reading.grid.rows[row].table == nil || reading.footRows.contains(row)
        || reading.isCaptionLine(row)
      {
        reading.setOutside(token)
      } else {
        unplaced.append(token, of: &reading)
      }
    }
    unplaced.report(in: &reading)
    reading.form.sortBlank()
    if !Conservation.holds(for: reading) {
      reading.report(.conservationFailed, reading.tokens.first)
    }
    AppendixReader.complete(&reading)
    FormChecks.run(on: &reading)
    reading.diagnostics.sortBySource(from: reading.firstDiagnostic)
  }

  /// Reports the values that the table printed again in further columns.
  private static func reportRepeated(_ reading: inout FormReading) {
    for token in reading.tokens
    where reading.grid.tokens[token].isRepeated && reading[fate: token] != .label {
      reading.report(.cellRepeated, token, .text("text", reading.text(token, .value)))
    }
  }
}
