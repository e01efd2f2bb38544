import IR

/// Prints forms as their layouts do, as blocks with merged cells.
struct PagePrinter {
  let printed: PrintedForm
  private var form: Form { printed.form }
  private var style: PrintStyle { printed.style }

  /// The blocks of the page, cells merged as in print.
  func page() -> [PrintedBlock] {
    var rows: [PrintedRow]
    var blocks: [PrintedBlock] = []
    switch printed.layout {
    case .legacy2019:
      blocks = [
        .paragraph(form.title ?? ""), .paragraph("(\(form.year ?? 0)年)"),
        .paragraph("申报单位名称：" + text(.reportingUnit)),
      ]
      rows = legacyHeader()
    case .selfEvaluation2020:
      rows = selfEvaluationHeader()
    case .district2023:
      blocks = [.paragraph(form.title ?? ""), .paragraph("(\(form.year ?? 0)年度)")]
      rows = districtHeader()
    case .city2024:
      blocks = [.heading(form.title ?? ""), .paragraph("(\(form.year ?? 0)年度)")]
      rows = cityHeader()
    }
    let headerCount = rows.count
    rows += IndicatorPrinter(printed: printed).rows()
    if printed.layout == .legacy2019 {
      rows.append(PrintedRow(kind: .closing, cells: [.label("备注")]))
    }
    rows.settleSpans(columns: columnCount)
    if style.separatesIndicators {
      return blocks + [.table(Array(rows[..<headerCount])), .table(Array(rows[headerCount...]))]
    }
    return blocks + [.table(rows)]
  }

  private var columnCount: Int {
    switch printed.layout {
    case .legacy2019: 4
    case .selfEvaluation2020: 8 + extraColumns
    case .district2023: 5
    case .city2024: 6
    }
  }

  private func text(_ key: FieldKey) -> String {
    switch form[key] {
    case .text(let text): text
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .options, nil: ""
    }
  }

  private func value(_ key: FieldKey, rows: Int = 1, columns: Int = 1) -> PrintedCell {
    .value(text(key), rows: rows, columns: columns)
  }

  private func row(_ cells: PrintedCell...) -> PrintedRow {
    // A cell that spans columns is followed by the places it covers.
    PrintedRow(
      cells: cells.flatMap { cell in
        [cell] + Array(repeating: .empty, count: cell.columnSpan - 1)
      })
  }

  // MARK: 2024

  private func cityHeader() -> [PrintedRow] {
    [
      row(
        .label("项目名称"), value(.name), .label("项目性质"), value(.nature), .label("项目类别"),
        value(.category)),
      row(
        .label("主管部门"), value(.department), .label("实施单位"),
        value(.implementingUnit, columns: 3)),
      row(.label("计划开始日期"), value(.start), .label("计划完成日期"), value(.end, columns: 3)),
      row(
        .label("项目资金 (元)", rows: 4), .label("项目资金总额"), value(.total), .label("年度资金申请总额"),
        value(.annualTotal, columns: 2)),
      row(
        .empty, .label("其中：财政资金"), value(.fiscal), .label("其中：当年财政拨款"),
        value(.annualAppropriation, columns: 2)),
      row(.empty, .empty, .empty, .label("上年结转资金"), value(.annualCarryover, columns: 2)),
      row(
        .empty, .label("其他资金"), value(.other), .label("其他资金"), value(.annualOther, columns: 2)),
      row(
        .label("项目 绩效 目标", rows: 2), .label("项目总目标", columns: 2),
        .label("年度总体目标", columns: 3)),
      row(.empty, value(.overallGoal, columns: 2), value(.annualGoal, columns: 3)),
    ]
  }

  // MARK: 2023

  private func districtHeader() -> [PrintedRow] {
    [
      row(.label("项目名称"), value(.name), .label("项目类别"), value(.category, columns: 2)),
      row(.label("主管部门"), value(.department), .label("实施单位"), value(.implementingUnit, columns: 2)),
      row(.label("计划开始日期"), value(.start), .label("计划完成日期"), value(.end, columns: 2)),
      row(
        .label("项目资金 (元)", rows: 4), .label("项目资金总额"), value(.total), .label("年度资金申请总额"),
        value(.annualTotal)),
      row(
        .empty, .label("其中：财政资金"), value(.fiscal), .label("其中：当年财政拨款"),
        value(.annualAppropriation)),
      row(.empty, .empty, .empty, .label("上年结转资金"), value(.annualCarryover)),
      row(.empty, .label("其他资金"), value(.other), .label("其他资金"), value(.annualOther)),
      row(
        .label("项目绩效 目标", rows: 2), .label("项目总目标 (\(text(.overallPeriod)))", columns: 2),
        .label("年度总目标", columns: 2)),
      row(.empty, value(.overallGoal, columns: 2), value(.annualGoal, columns: 2)),
    ]
  }

  // MARK: 2020, self-evaluation

  /// Whether the funding table has a column for the reasons why money was left.
  private var hasReasons: Bool { form.fundingRows.contains { $0.deviation != nil } }

  /// The columns besides those of levels and values: one of captions, or of reasons.
  private var extraColumns: Int { style.hasCaptionColumn || hasReasons ? 1 : 0 }

  private func selfEvaluationHeader() -> [PrintedRow] {
    let extra = extraColumns
    var rows = [
      row(.value(form.title, columns: 8 + extra)),
      row(.value("(\(form.year ?? 0)年度)", columns: 8 + extra)),
      row(.label("项目名称"), value(.name, columns: 7 + extra)),
      row(
        .label("主管部门"), value(.department, columns: 3), .label("实施单位"),
        value(.implementingUnit, columns: 3 + extra)),
      row(
        .label("项目资金 (元)", rows: 5), .empty, .label("年初预算数"), .label("全年预算数"),
        .label("全年执行数"), .label("分值"), .label("执行率"),
        .label("得分", columns: hasReasons ? 1 : 1 + extra)),
    ]
    if hasReasons { rows[rows.count - 1].cells.append(.label("偏差原因")) }
    for funding in form.fundingRows {
      rows.append(
        row(
          .empty, .label(funding.label), .value(funding.initialBudget?.text),
          .value(funding.annualBudget?.text), .value(funding.executed?.text),
          .value(funding.weight?.text), .value(funding.executionRate?.text),
          .value(funding.score?.text, columns: hasReasons ? 1 : 1 + extra)))
      if hasReasons { rows[rows.count - 1].cells.append(.value(funding.deviation)) }
    }
    rows.append(
      row(
        .label("年度 总体 目标", rows: 2), .label("预算目标", columns: 3),
        .label("实际完成情况", columns: 4 + extra)))
    rows.append(
      row(.empty, value(.plannedGoal, columns: 3), value(.actualGoal, columns: 4 + extra)))
    return rows
  }

  // MARK: 2019

  private func legacyHeader() -> [PrintedRow] {
    var rows = [
      row(.label("项目名称"), value(.name, columns: 3)),
      row(.label("项目类型"), .value(boxes(.types), columns: 3)),
      row(.label("资金用途"), .value(boxes(.fundUses), columns: 3)),
      row(.label("开始时间"), value(.start), .label("结束时间"), value(.end)),
      row(.label("项目概况"), value(.overview, columns: 3)),
      row(.label("立项依据"), value(.basis, columns: 3)),
      row(.label("项目设立的必要性"), value(.necessity, columns: 3)),
      row(.label("保证项目实施的制度、措施"), value(.safeguards, columns: 3)),
      row(
        .label("项目总预算（元）"), value(.totalBudget), .label("项目当年预算（元）"),
        value(.currentYearBudget)),
      row(
        .label("同名项目上年预算额（元）"), value(.priorYearBudget), .label("同名项目上年预算执行数（元）"),
        value(.priorYearExecution)),
      row(.empty, .label("子项目名称"), .label("预算金额（元）"), .empty),
    ]
    for (index, component) in form.components.enumerated() {
      let label = PrintedCell.label("项目当年投入资金构成", rows: form.components.count)
      rows.append(
        row(
          index == 0 ? label : .empty, .value(component.name), .value(component.amount?.text),
          .empty))
    }
    rows += [
      row(.label("项目实施计划"), value(.plan, columns: 3)),
      row(.label("项目总目标"), value(.overallGoal, columns: 3)),
      row(.label("年度绩效目标"), value(.annualGoal, columns: 3)),
      row(.label("分解目标", columns: 4)),
    ]
    return rows
  }

  private func boxes(_ key: FieldKey) -> String {
    guard case .options(let options) = form[key] else { return "" }
    return options.map { option in
      let box = option.isChecked ? "☑" : "☐"
      return style.boxesFirst ? "\(box) \(option.label)" : "\(option.label) \(box)"
    }.joined(separator: " ")
  }
}
