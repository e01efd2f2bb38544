internal import IR

/// The proof that no text was lost or doubled: what the cells of a form say and what its reading
/// says have the same fingerprint.
///
/// The two sides are counted apart: one from the document, one from the finished form and the
/// labels. A value that was overwritten, dropped or taken twice makes them differ.
enum Conservation {
  /// Whether the text of all cells of a form is accounted for.
  static func holds(for reading: FormReading) -> Bool {
    var source = Fingerprint()
    var labels = reading.labelFingerprint
    var bytes: [UInt8] = []
    for token in reading.tokens {
      var text = Fingerprint()
      reading.withText(token, .value, &bytes) { text.add($0) }
      source.add(text)
      if reading[fate: token] == .label { labels.add(text) }
    }
    labels.add(fingerprint(of: reading.form))
    for text in reading.outside { labels.add(text.text) }
    return source == labels
  }

  /// The fingerprint of all texts of a form that come from its cells; levels come from labels.
  private static func fingerprint(of form: Form) -> Fingerprint {
    var sum = Fingerprint()
    if let title = form.title { sum.add(title) }
    for field in form.fields {
      switch field.value {
      case .text(let text): sum.add(text)
      case .date(let date): sum.add(date.text)
      case .amount(let amount): sum.add(amount.text)
      case .options(let options): for option in options { sum.add(option.label) }
      }
    }
    for component in form.components {
      if let name = component.name { sum.add(name) }
      if let amount = component.amount { sum.add(amount.text) }
    }
    for row in form.fundingRows {
      for amount in [row.initialBudget, row.annualBudget, row.executed] {
        if let amount { sum.add(amount.text) }
      }
      add([row.weight, row.executionRate, row.score], to: &sum)
      sum.add(row.deviation)
    }
    let indicators = form.indicators.span
    for index in indicators.indices {
      // One text at a time: a copy of the indicator would count the references to all of them.
      sum.add(indicators[index].name)
      sum.add(indicators[index].overallTarget?.text)
      sum.add(indicators[index].target?.text)
      sum.add(indicators[index].actual?.text)
      sum.add(indicators[index].weight?.text)
      sum.add(indicators[index].score?.text)
      sum.add(indicators[index].deviation)
      sum.add(indicators[index].remark)
      for further in indicators[index].further { sum.add(further.text) }
    }
    if let total = form.total { add([total.weight, total.score], to: &sum) }
    for further in form.further { sum.add(further.text) }
    for row in form.furtherTables.flatMap(\.rows) {
      for cell in row.cells { sum.add(cell.text) }
    }
    for text in form.unplaced { sum.add(text.text) }
    return sum
  }

  private static func add(_ measures: [Measure?], to sum: inout Fingerprint) {
    for measure in measures { if let measure { sum.add(measure.text) } }
  }
}
