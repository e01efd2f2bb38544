import IR

/// Labels of level 2 that a form prints below another level 1 than the layout has them.
extension LevelProblem {
  /// How 财预〔2011〕285号 calls what it has below 效益指标, and newer forms below a level 1 of its own.
  private static let formerSatisfaction = WordSet("社会公众或服务对象满意度指标 社会公众或服务对象满意度")

  /// The label of another group that a row of a group is printed below, where that of its own is nowhere: its
  /// merged cell covers the row, or the wording of level 2 says so.
  func outerLabel(
    of row: Int, in group: Int, level2: Int, _ reading: FormReading
  ) -> Int? {
    guard groupLabels[group].isEmpty, let label = lastGroupLabel(upTo: row) else { return nil }
    let isCovered = hasSpans && row < label.row + label.rowSpan
    return isCovered || reading.isLabel(level2, in: Self.formerSatisfaction) ? label.token : nil
  }

  /// The last level-1 label that is printed on a row or above it.
  private func lastGroupLabel(upTo row: Int) -> Label? {
    var last: Label?
    for labels in groupLabels {
      let end = labels.indices.partitioningIndex { labels[$0].row > row }
      if end > 0, labels[end - 1].row >= last?.row ?? 0 { last = labels[end - 1] }
    }
    return last
  }
}
