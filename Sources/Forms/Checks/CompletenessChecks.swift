internal import IR

/// What a form of a layout always says is there.
enum CompletenessChecks {
  static func check(_ form: Form, _ layout: Layout, _ findings: inout [CheckFinding]) {
    for field in layout.fields
    where field.isRequired && !form.has(field.key) && !form.tellsDuration(insteadOf: field.key) {
      findings.append(
        CheckFinding(
          .fieldEmpty, .field(field.key), .text("field", field.labels.first ?? field.key.rawValue)))
    }
    for (number, level) in form.emptyLevels.enumerated() {
      findings.append(
        CheckFinding(
          .levelEmpty, .emptyLevel(number),
          .text("level", [level.level1, level.level2].compactMap(\.self).joined(separator: " / ")))
      )
    }
  }
}

extension Form {
  /// Whether how long the project runs stands for a field: such a form prints no dates.
  fileprivate func tellsDuration(insteadOf key: FieldKey) -> Bool {
    (key == .start || key == .end) && has(.duration)
  }
}
