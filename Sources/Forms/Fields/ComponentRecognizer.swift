internal import IR

/// Reads the table of sub-projects: a header, then a name and an amount in each row.
enum ComponentRecognizer {
  /// Reads the table whose header is in a row; returns the row after it.
  static func read(from header: Int, to end: Int, of reading: inout FormReading) -> Int {
    for token in reading.grid.rows[header].tokens {
      reading[fate: token] = .label
      reading.noteSuffix(of: token)
    }
    return readRows(from: header + 1, to: end, of: &reading)
  }

  /// Whether a row of a name and an amount begins the table: the caption of the table stands beside
  /// them, and there is no header.
  static func begins(_ labels: RowLabels, in reading: FormReading) -> Bool {
    guard reading.form.components.isEmpty, let caption = reading.layout.componentCaption,
      labels.parts.count >= 3, labels.count({ _ in true }) == 1, case .other = labels.parts[0].role,
      let last = labels.parts.last?.token, reading.amount([last]).amount != nil
    else { return false }
    let token = reading.grid.tokens[labels.parts[0].token]
    return token.label >= 0 && reading.vocabulary.labels[Int(token.label)].text == caption
  }

  /// Reads the rows of the table; returns the row after it.
  static func readRows(from first: Int, to end: Int, of reading: inout FormReading) -> Int {
    var row = first
    while row < end {
      let labels = RowLabels(row, of: &reading)
      guard !labels.hasField, reading.grid.rows[row].table != nil, !isProse(labels, reading)
      else { break }
      if labels.count({ $0 == .componentName || $0 == .componentAmount }) > 0 {
        for part in labels.parts { reading[fate: part.token] = .label }
      } else {
        read(labels, of: &reading)
      }
      row += 1
    }
    return row
  }

  /// Whether a row has a sentence alone: the text of a field whose label is lost.
  private static func isProse(_ labels: RowLabels, _ reading: FormReading) -> Bool {
    guard labels.parts.count == 1, let token = labels.parts.first?.token else { return false }
    return FormReading.endsSentence(reading.normalized(token))
  }

  private static func read(_ labels: RowLabels, of reading: inout FormReading) {
    var values: [Int] = []
    for part in labels.parts {
      if part.role.isLabel {
        reading[fate: part.token] = .label
      } else {
        values.append(part.token)
      }
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
