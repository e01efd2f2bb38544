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

  /// Takes a number behind the label of the score of the whole form, 自评得分 | 98, where no row of totals gives it.
  mutating func takeScore(_ token: Int, behind label: RowLabels.Part) -> Bool {
    guard layout.kind == .selfEvaluation, form.total == nil, isLabelOfScore(label.role),
      measure([token]).number != nil
    else { return false }
    let row = grid.tokens[token].row
    let hasTotals = rows.contains { other in
      other != row && grid.rows[other].tokens.first.map { facts($0).contains(.total) } ?? false
    }
    guard !hasTotals else { return false }
    form.total = Total(score: measure([token]))
    place([token], at: "total/score")
    anchor(token, at: .total(.score))
    return true
  }

  private func isLabelOfScore(_ role: RowLabels.Role) -> Bool {
    [.other(.total), .other(.column(.score)), .other(.fundingColumn(.score))].contains(role)
  }
}
