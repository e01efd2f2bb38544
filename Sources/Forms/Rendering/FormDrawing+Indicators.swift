internal import IR

extension FormDrawing {
  /// One row of the indicator block: an indicator, or a level that is printed without any.
  private struct IndicatorLine {
    var level1: String?
    var level2: String?
    var indicator: Indicator?
  }

  /// Draws the indicators under their header, and the row of totals.
  mutating func drawIndicators(_ widths: [Int]) {
    let widths = allWidths(widths)
    let lines = indicatorLines()
    guard !lines.isEmpty || form.total != nil else { return }
    beginRow(caption: nil)
    let headerRow = canvas.height - 1
    for (number, column) in columns.enumerated() {
      if column.key == .caption {
        canvas.skip(width(number, widths))
      } else {
        canvas.add(column.labels.first ?? "", columns: width(number, widths), isHeader: true)
      }
    }
    canvas.fillRow()
    for line in lines { draw(line.indicator, widths) }
    mergeLevels(lines, from: headerRow + 1, widths)
    if let first = columns.first, first.key == .caption {
      canvas.merge(
        first.labels.first ?? "", column: 0, columns: width(0, widths), from: headerRow)
    }
    drawTotals(widths)
  }

  /// The widths of all columns; one that the layout does not print is one column of the grid wide.
  private func allWidths(_ widths: [Int]) -> [Int] {
    var rest = widths[...]
    return columns.map { column in
      layout.isOptional(column.key) ? 1 : rest.popFirst() ?? 1
    }
  }

  private func width(_ number: Int, _ widths: [Int]) -> Int {
    number < widths.count ? max(1, widths[number]) : 1
  }

  /// Draws the values of an indicator; its levels are merged cells.
  private mutating func draw(_ indicator: Indicator?, _ widths: [Int]) {
    canvas.beginRow()
    for (number, column) in columns.enumerated() {
      let columns = width(number, widths)
      switch column.key {
      case .caption, .level1, .level2: canvas.skip(columns)
      case .name: canvas.add(name(of: indicator), columns: columns)
      case .overallTarget, .target, .actual, .deviation, .remark:
        canvas.add(value(indicator?.text(of: column.key)), columns: columns)
      case .weight:
        canvas.add(
          value(indicator?.weight?.text), columns: columns, kind: Self.kind(of: indicator?.weight))
      case .score:
        canvas.add(
          value(indicator?.score?.text), columns: columns, kind: Self.kind(of: indicator?.score))
      }
    }
    canvas.fillRow()
  }

  /// The name as it is drawn; an indicator that says nothing keeps its row by empty quotes.
  private func name(of indicator: Indicator?) -> String {
    guard let indicator else { return "" }
    var rest = indicator
    (rest.level1, rest.level2) = (nil, nil)
    return lookalikes != nil && rest == Indicator() ? "“”" : value(indicator.name)
  }

  /// Merges the cells of each level over the rows that have it in common with those above.
  private mutating func mergeLevels(
    _ lines: [IndicatorLine], from firstRow: Int, _ widths: [Int]
  ) {
    var place = 0
    for (number, column) in columns.enumerated() {
      let columns = width(number, widths)
      defer { place += columns }
      guard column.key == .level1 || column.key == .level2 else { continue }
      var start = 0
      while start < lines.count {
        var end = start + 1
        while end < lines.count, isSameLevel(lines[start], lines[end], column.key) { end += 1 }
        let text = column.key == .level1 ? lines[start].level1 : lines[start].level2
        canvas.merge(
          text ?? "", column: place, columns: columns, rows: firstRow + start..<firstRow + end)
        start = end
      }
    }
  }

  private func isSameLevel(
    _ left: IndicatorLine, _ right: IndicatorLine, _ column: Layout.Column
  ) -> Bool {
    guard left.level1 != nil, left.level1 == right.level1 else { return false }
    return column == .level1 || left.level2 != nil && left.level2 == right.level2
  }

  private mutating func drawTotals(_ widths: [Int]) {
    guard let total = form.total else { return }
    canvas.beginRow()
    var isBefore = true
    var labelColumns = 0
    for (number, column) in columns.enumerated() {
      let columns = width(number, widths)
      if isBefore, column.key != .weight, column.key != .score {
        labelColumns += columns
        continue
      }
      if isBefore {
        canvas.add(layout.totals.first ?? "", columns: labelColumns, isHeader: true)
        isBefore = false
      }
      switch column.key {
      case .weight:
        canvas.add(value(total.weight?.text), columns: columns, kind: Self.kind(of: total.weight))
      case .score:
        canvas.add(value(total.score?.text), columns: columns, kind: Self.kind(of: total.score))
      default: canvas.add("", columns: columns)
      }
    }
    if isBefore { canvas.add(layout.totals.first ?? "", columns: 1, isHeader: true) }
    canvas.fillRow()
  }

  // MARK: Empty levels

  /// The rows in printed order; an empty level stands where the taxonomy has it.
  private func indicatorLines() -> [IndicatorLine] {
    let lines = form.indicators.map {
      IndicatorLine(level1: $0.level1, level2: $0.level2, indicator: $0)
    }
    guard !form.emptyLevels.isEmpty else { return lines }
    let order = LevelOrder(layout.taxonomy)
    let empty = form.emptyLevels.map { level in
      (
        place: order.place(level.level1, level.level2),
        line: IndicatorLine(level1: level.level1, level2: level.level2)
      )
    }
    .enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    .map(\.element)
    // From the last line upwards: each stands after the last one that the taxonomy has no later.
    var next = empty.count
    var reversed: [IndicatorLine] = []
    for line in lines.reversed() {
      let place = order.place(line.level1, line.level2)
      while next > 0, empty[next - 1].place >= place {
        next -= 1
        reversed.append(empty[next].line)
      }
      reversed.append(line)
    }
    return empty[..<next].map(\.line) + reversed.reversed()
  }
}

/// The order in which a layout prints levels.
private struct LevelOrder {
  private var groups: [String: Int] = [:]
  private var classes: [String: Int] = [:]

  init(_ taxonomy: Taxonomy) {
    for (number, group) in taxonomy.groups.enumerated() {
      for label in [group.label] + group.synonyms { groups[label] = groups[label] ?? number }
      for (place, level2) in group.classes.enumerated() {
        for label in [level2.label] + level2.synonyms {
          let key = "\(number)/\(label)"
          classes[key] = classes[key] ?? place
        }
      }
    }
  }

  /// Where a level stands; one that is not known stands at the end of its group, or of all.
  func place(_ level1: String?, _ level2: String?) -> Int {
    let group = level1.flatMap { groups[$0] } ?? groups.count
    let level = level2.flatMap { classes["\(group)/\($0)"] } ?? Self.classesPerGroup - 1
    return group * Self.classesPerGroup + level
  }

  private static let classesPerGroup = 1 << 16
}
