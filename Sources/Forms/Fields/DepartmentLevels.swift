internal import IR

/// Departments of several levels of government in one form: 省级主管部门 gives the money, 区县主管部门 uses it.
extension FormReading {
  private static let department = WordSet("主管部门")

  /// The field of a department's label: below one of a higher level it is that of the unit, where the form prints
  /// no other label for that.
  func fieldOfDepartment(_ token: Int) -> FieldKey {
    guard form.prints(.department), !fieldLabels.contain(.implementingUnit),
      !form.has(.implementingUnit),
      Self.department.containsSuffix(
        of: grid.keys.span.extracting(labelCore(of: token)))
    else { return .department }
    return .implementingUnit
  }

  /// Says that the label of a department was taken for that of the unit.
  mutating func reportUnit(_ token: Int, read key: FieldKey, from keys: [FieldKey]) {
    guard key == .implementingUnit, keys[0] == .department, keys.count == 1 else { return }
    report(.unitInferred, token, path: key.rawValue, .text("label", text(token, .value)))
  }
}
