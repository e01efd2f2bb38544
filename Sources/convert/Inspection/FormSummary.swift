internal import IR

/// The fields and indicators of one form as aligned tables.
struct FormSummary {
  let form: Form
  let language: Language

  /// The tables, each with an empty line before it.
  var text: String {
    var text = "\n" + TextTable(rows: fieldRows, maximumWidths: Self.fieldWidths).text
    for table in [fundingTable] + form.furtherTables.map(Self.table) + [indicatorTable]
    where table.rows.count > 1 {
      text += "\n" + table.text
    }
    if !form.unplaced.isEmpty {
      let title = LocalizedText(en: "Texts without a field", zh: "没有对应字段的文字")(language)
      text +=
        "\n"
        + TextTable(
          rows: form.unplaced.map { [title, $0.text] }, maximumWidths: [30, 70]
        ).text
    }
    return text
  }

  private static let fieldWidths = [46, 70]

  private var fieldRows: [[String]] {
    var rows = Self.readingOrder.compactMap { key in
      form[key].map { [key.title(language), $0.text] }
    }
    if let unit = form.fundingUnit {
      rows.append([LocalizedText(en: "unit of amounts", zh: "金额单位")(language), unit])
    }
    rows += form.components.map { [$0.name ?? "", $0.amount?.text ?? ""] }
    rows += form.further.map { [$0.label, $0.text] }
    if let total = form.total {
      let values = [total.weight, total.score].map { $0?.text ?? "-" }
      let title = LocalizedText(en: "total weight and score", zh: "总分（分值、得分）")(language)
      rows.append([title, values.joined(separator: "  ")])
    }
    return rows
  }

  /// All fields in the order a person reads a form in.
  static let readingOrder: [FieldKey] = [
    .name, .code, .centralDepartment, .department, .implementingUnit, .reportingUnit, .leader,
    .contact, .phone, .types, .nature, .category, .start, .end, .duration, .overview, .basis,
    .necessity,
    .safeguards, .plan, .totalBudget, .currentYearBudget, .priorYearBudget, .priorYearExecution,
    .fundUses, .total, .fiscal, .central, .provincial, .local, .other, .annualTotal,
    .annualAppropriation, .annualCentral, .annualProvincial, .annualLocal, .annualCarryover,
    .annualOther, .overallPeriod, .overallGoal, .annualGoal, .plannedGoal, .actualGoal, .remarks,
  ]

  /// The funding table of a self-evaluation; reasons for deviations are told where there are any.
  private var fundingTable: TextTable {
    let hasReasons = form.fundingRows.contains { $0.deviation != nil }
    let titles = [
      LocalizedText(en: "Funds", zh: "资金"), LocalizedText(en: "Initial", zh: "年初预算数"),
      LocalizedText(en: "Budget", zh: "全年预算数"), LocalizedText(en: "Executed", zh: "全年执行数"),
      LocalizedText(en: "Weight", zh: "分值"), LocalizedText(en: "Rate", zh: "执行率"),
      LocalizedText(en: "Score", zh: "得分"), LocalizedText(en: "Deviation", zh: "偏差原因"),
    ]
    let rows = form.fundingRows.map { row in
      let amounts = [row.initialBudget, row.annualBudget, row.executed].map { $0?.text ?? "" }
      let measures = [row.weight, row.executionRate, row.score].map { $0?.text ?? "" }
      return [row.label] + amounts + measures + (hasReasons ? [row.deviation ?? ""] : [])
    }
    let count = hasReasons ? titles.count : titles.count - 1
    return TextTable(
      rows: [titles.prefix(count).map { $0(language) }] + rows,
      maximumWidths: [40, 20, 20, 20, 8, 10, 8, 30], headerCount: 1)
  }

  /// A table that the layout does not have, its label above its first header.
  private static func table(_ table: FurtherTable) -> TextTable {
    let headers = table.headers
    let rows = table.rows.map { row in
      headers.map { header in row.cells.first { $0.label == header }?.text ?? "" }
    }
    return TextTable(
      rows: [[table.label] + headers] + rows.map { [""] + $0 },
      maximumWidths: [20] + headers.map { _ in 40 }, headerCount: 1)
  }

  /// The indicators; columns that are empty in all of them are left out.
  private var indicatorTable: TextTable {
    let columns = Column.all.filter { column in
      form.indicators.contains { column.text($0)?.isEmpty == false }
    }
    let header = columns.map { $0.title(language) }
    let rows = form.indicators.map { indicator in columns.map { $0.text(indicator) ?? "" } }
    return TextTable(
      rows: [header] + rows, maximumWidths: columns.map(\.width), headerCount: 1)
  }

  /// One column of the table of indicators.
  private struct Column: Sendable {
    let title: LocalizedText
    let width: Int
    let text: @Sendable (Indicator) -> String?

    static let all = [
      Column(title: LocalizedText(en: "Level 1", zh: "一级指标"), width: 16) { $0.level1 },
      Column(title: LocalizedText(en: "Level 2", zh: "二级指标"), width: 22) { $0.level2 },
      Column(title: LocalizedText(en: "Name", zh: "三级指标"), width: 40) { $0.name },
      Column(title: LocalizedText(en: "Overall target", zh: "实施期指标值"), width: 24) {
        $0.overallTarget?.text
      },
      Column(title: LocalizedText(en: "Target", zh: "指标值"), width: 24) { $0.target?.text },
      Column(title: LocalizedText(en: "Actual", zh: "实际完成值"), width: 24) { $0.actual?.text },
      Column(title: LocalizedText(en: "Weight", zh: "分值"), width: 8) { $0.weight?.text },
      Column(title: LocalizedText(en: "Score", zh: "得分"), width: 8) { $0.score?.text },
      Column(title: LocalizedText(en: "Deviation", zh: "偏差原因"), width: 30) { $0.deviation },
      Column(title: LocalizedText(en: "Remark", zh: "备注"), width: 30) { $0.remark },
      Column(title: LocalizedText(en: "Further", zh: "其他栏"), width: 40) {
        $0.further.map { "\($0.label)：\($0.text)" }.joined(separator: "；")
      },
    ]
  }
}

extension FieldValue {
  /// The value as printed; ticked options have a tick.
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .options(let options):
      options.map { ($0.isChecked ? "☑" : "☐") + $0.label }.joined(separator: " ")
    }
  }
}
