internal import IR

/// Reads the table of sub-projects: a header, then a name and an amount in each row.
enum ComponentRecognizer {
  /// Reads the table whose header is in a row; returns the row after it.
  static func read(from header: Int, to end: Int, of reading: inout FormReading) -> Int {
    for token in reading.grid.rows[header].tokens {
      reading[fate: token] = .label
      reading.noteSuffix(of: token)
    }
    var row = header + 1
    while row < end {
      let labels = RowLabels(row, of: &reading)
      guard !labels.hasField, reading.grid.rows[row].table != nil else { break }
      if labels.count({ $0 == .componentName || $0 == .componentAmount }) > 0 {
        for part in labels.parts { reading[fate: part.token] = .label }
      } else {
        read(labels, of: &reading)
      }
      row += 1
    }
    return row
  }

  private static func read(_ labels: RowLabels, of reading: inout FormReading) {
    var values: [Int] = []
    for part in labels.parts {
      if part.role.isLabel { reading[fate: part.token] = .label } else { values.append(part.token) }
    }
    guard !values.isEmpty else { return }
    let number = reading.form.components.count
    var component = Component()
    if let last = values.last {
      let amount = reading.amount([last])
      if amount.amount != nil {
        component.amount = amount
        reading.place([last], at: "funding/components/\(number)/amount")
        values.removeLast()
      }
    }
    if let name = values.first {
      component.name = reading.text(name, .value)
      reading.place([name], at: "funding/components/\(number)/name")
    }
    reading.form.components.append(component)
  }
}
