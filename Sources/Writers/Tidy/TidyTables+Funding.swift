internal import IR

extension TidyTables {
  static func fundingColumns(_ language: Language) -> [String] {
    [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "form", zh: "表序号"),
      LocalizedText(en: "project name", zh: "项目名称"), LocalizedText(en: "item", zh: "资金项"),
      LocalizedText(en: "column", zh: "栏目"), LocalizedText(en: "as printed", zh: "原文"),
      LocalizedText(en: "number", zh: "数值"), LocalizedText(en: "unit", zh: "单位"),
    ].map { $0(language) }
  }

  /// The amounts of a form, and the reasons why they deviate, one a row.
  func fundingRows(_ form: Form, _ place: Place) -> [[DataTable.Value]] {
    var rows: [[DataTable.Value]] = []
    func add(_ item: String, _ column: LocalizedText, _ amount: Amount?) {
      guard let amount else { return }
      rows.append(
        place.cells + [
          .text(item), .text(column(columnLanguage)), .text(amount.text),
          .decimal(amount.amount), .init(amount.unit ?? form.fundingUnit),
        ])
    }
    func add(_ item: String, _ column: LocalizedText, _ measure: Measure?) {
      guard let measure else { return }
      rows.append(
        place.cells + [
          .text(item), .text(column(columnLanguage)), .text(measure.text),
          .decimal(measure.number), .init(measure.unit),
        ])
    }
    for field in form.fields {
      guard case .amount(let amount) = field.value else { continue }
      add(field.key.title(columnLanguage), Column.budget, amount)
    }
    for component in form.components {
      add(component.name ?? "", Column.component, component.amount)
    }
    for row in form.fundingRows {
      add(row.label, Column.initialBudget, row.initialBudget)
      add(row.label, Column.annualBudget, row.annualBudget)
      add(row.label, Column.executed, row.executed)
      add(row.label, Column.weight, row.weight)
      add(row.label, Column.executionRate, row.executionRate)
      add(row.label, Column.score, row.score)
      add(row.label, Column.deviation, row.deviation.map { Measure(text: $0) })
    }
    return rows
  }

  /// What an amount is.
  private enum Column {
    static let budget = LocalizedText(en: "budget", zh: "预算")
    static let component = LocalizedText(en: "sub-project", zh: "子项目预算")
    static let initialBudget = LocalizedText(en: "initial budget", zh: "年初预算数")
    static let annualBudget = LocalizedText(en: "annual budget", zh: "全年预算数")
    static let executed = LocalizedText(en: "executed", zh: "全年执行数")
    static let weight = LocalizedText(en: "weight", zh: "分值")
    static let executionRate = LocalizedText(en: "execution rate", zh: "执行率")
    static let score = LocalizedText(en: "score", zh: "得分")
    static let deviation = LocalizedText(en: "deviation", zh: "偏差原因")
  }
}
