internal import IR

/// A row among the indicators of a self-evaluation that scores the execution of the budget:
/// 预算执行率（10分） | 预算执行率.
///
/// It is of no level of the taxonomy.
enum ExecutionRow {
  private static let labels = WordSet(
    """
    预算执行率 预算执行 预算执行情况 预算执行指标 预算执行率指标 预算资金执行率 预算资金执行情况 资金执行率 资金执行情况 资金使用率 预算完成率 \
    预算执行进度 项目预算执行率 预算支出执行率
    """)

  /// Takes the levels that such a row prints for itself out of its cells, and puts its name where names
  /// stand; `false` where it is no such row.
  static func take(
    _ items: inout [ColumnAligner.Item], under header: ColumnAligner.Header,
    into row: inout IndicatorRow, of reading: inout FormReading
  ) -> Bool {
    guard let first = items.first, first.match == nil, !first.isCaption,
      reading.layout.kind == .selfEvaluation, let level1 = header.position(of: .level1),
      let name = header.position(of: .name), first.column <= level1,
      reading.isLabel(first.token, in: labels)
    else { return false }
    let texts = items.prefix { $0.column <= name && !$0.features.isMeasure }
    let columns: [Layout.Column] = [.level1, .level2]
    for (item, column) in zip(texts.dropLast(), columns) {
      reading[fate: item.token] = .label
      reading.noteSuffix(of: item.token)
      row.labels.append(.init(token: item.token, match: .ofNoTaxonomy, column: column))
    }
    items.removeFirst(row.labels.count)
    items[0].column = name
    row.isAcrossLevels = true
    return true
  }
}
