import IR

/// Prints the indicator block of a form.
struct IndicatorPrinter {
  let printed: PrintedForm
  private var form: Form { printed.form }
  private var style: PrintStyle { printed.style }

  /// One row of the block: an indicator, or a level label without one.
  private struct Slot {
    var level1: String?
    var level2: String?
    var indicator: Int?
  }

  /// The header row, the rows of the indicators and the row of totals.
  func rows() -> [PrintedRow] {
    var rows = [headerRow()]
    let slots = slots()
    for slot in slots { rows.append(row(slot)) }
    mergeLevels(slots, in: &rows)
    if style.hasCaptionColumn { addCaption(to: &rows) }
    if let total = form.total {
      var cells = [PrintedCell.label("总分", columns: leading + 5)]
      cells += Array(repeating: .empty, count: leading + 4)
      cells += [.value(total.weight?.text), .value(total.score?.text), .empty]
      rows.append(PrintedRow(kind: .closing, cells: cells))
    }
    return rows
  }

  /// The number of columns before level 1.
  private var leading: Int { style.hasCaptionColumn ? 1 : 0 }

  private var columns: [IndicatorColumn] {
    printed.layout == .selfEvaluation2020 ? IndicatorColumn.allCases : [.name, .target]
  }

  private func headerRow() -> PrintedRow {
    let labels: [String]
    switch printed.layout {
    case .legacy2019: labels = ["一级指标", "二级指标", "三级指标", "指标目标值"]
    case .district2023: labels = ["一级指标", "二级指标", "三级指标", "年度指标值"]
    case .city2024: labels = ["一级指标", "二级指标", "三级指标", "年度(/项目)指标值"]
    case .selfEvaluation2020:
      labels = [
        "一级指标", "二级指标", "三级指标", "年度 指标值", "实际 完成值", "分值", "得分", "偏差原因分析及 改进措施",
      ]
    }
    var cells = leading == 1 ? [PrintedCell.empty] : []
    cells += labels.map { PrintedCell.label($0) }
    if printed.layout == .city2024 { cells[cells.count - 1].columnSpan = 2 }
    return PrintedRow(kind: .columnHeader, cells: cells)
  }

  /// The rows in printed order, empty levels where their level belongs.
  private func slots() -> [Slot] {
    var slots = form.indicators.indices.map { index in
      Slot(
        level1: form.indicators[index].level1, level2: form.indicators[index].level2,
        indicator: index)
    }
    for empty in form.emptyLevels {
      let place = Self.legacyOrder.firstIndex(of: empty.level2 ?? "") ?? 0
      let index = slots.firstIndex { slot in
        guard let order = Self.legacyOrder.firstIndex(of: slot.level2 ?? "") else { return false }
        return order > place
      }
      let slot = Slot(level1: empty.level1, level2: empty.level2)
      slots.insert(slot, at: index ?? slots.count)
    }
    return slots
  }

  private static let legacyOrder = [
    "数量目标", "质量目标", "时效目标", "经济效益目标", "社会效益目标", "生态效益目标", "可持续目标", "满意度目标",
  ]

  private func row(_ slot: Slot) -> PrintedRow {
    var cells = Array(repeating: PrintedCell.empty, count: leading + 2)
    guard let index = slot.indicator else {
      return PrintedRow(kind: .indicator, cells: cells + [.empty, .empty])
    }
    for column in columns {
      let text = Self.text(of: column, in: form.indicators[index])
      cells.append(PrintedCell(text: text ?? "", content: .indicator(index, column)))
    }
    if printed.layout == .city2024 { cells[cells.count - 1].columnSpan = 2 }
    return PrintedRow(kind: .indicator, cells: cells, indicators: [index])
  }

  /// The text of an indicator in a column.
  static func text(of column: IndicatorColumn, in indicator: Indicator) -> String? {
    switch column {
    case .name: indicator.name
    case .target: indicator.target?.text
    case .actual: indicator.actual?.text
    case .weight: indicator.weight?.text
    case .score: indicator.score?.text
    case .deviation: indicator.deviation
    }
  }

  private func mergeLevels(_ slots: [Slot], in rows: inout [PrintedRow]) {
    merge(slots, in: &rows, column: leading) { ($0.level1, $0.level1) }
    merge(slots, in: &rows, column: leading + 1) {
      ($0.level2, "\($0.level1 ?? "")/\($0.level2 ?? "")")
    }
  }

  /// Merges the label cells of every run of rows in the same group; row 0 is the header.
  private func merge(
    _ slots: [Slot], in rows: inout [PrintedRow], column: Int,
    label: (Slot) -> (text: String?, group: String?)
  ) {
    var start = 0
    var group = 0
    while start < slots.count {
      let (text, key) = label(slots[start])
      var end = start + 1
      while end < slots.count, label(slots[end]).group == key { end += 1 }
      rows[start + 1].cells[column] = PrintedCell(
        text: text ?? "", content: column == leading ? .level1(group) : .level2(group),
        rowSpan: end - start)
      group += 1
      start = end
    }
  }

  private func addCaption(to rows: inout [PrintedRow]) {
    let isOnHeader = printed.layout == .district2023
    let first = isOnHeader ? 0 : 1
    guard rows.count > first else { return }
    rows[first].cells[0] = .label(
      isOnHeader ? "绩效指标" : "绩效 指标", rows: rows.count - first)
  }
}
