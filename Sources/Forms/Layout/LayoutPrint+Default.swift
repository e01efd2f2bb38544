internal import IR

extension Layout.Print {
  /// How forms of a layout are drawn that does not say it: its printed rows from top to bottom,
  /// then the fields it has besides, the tables, and the indicators; what it prints below the
  /// indicators stays below.
  init(of layout: Layout) {
    let rows = Self.rows(of: layout)
    let fundingColumns = layout.fundingTable.map { $0.columns.count + 1 } ?? 0
    let count = max(
      4, layout.columns.count, fundingColumns, 2 * (rows.lazy.map(\.count).max() ?? 0))
    var blocks = rows.filter { $0 != [.remarks] }.map { Self.block($0, of: layout, count) }
    if layout.components != nil {
      blocks.append(Layout.Block(.components(name: count / 2, amount: count - count / 2)))
    }
    if let table = layout.fundingTable {
      let amounts = Array(repeating: 1, count: table.columns.count)
      blocks.append(
        Layout.Block(.fundingTable(label: count - amounts.count, columns: amounts)))
    }
    blocks.append(Layout.Block(.indicators(Self.indicatorWidths(layout, count))))
    if rows.contains([.remarks]) { blocks.append(Self.block([.remarks], of: layout, count)) }
    self.init(
      columnCount: count, lines: [.year(before: "（", after: "年度）")],
      unit: .line, blocks: blocks)
  }

  /// The printed rows, and a row for each field that is in none of them.
  private static func rows(of layout: Layout) -> [[FieldKey]] {
    let known = layout.fields.map(\.key)
    let printed = layout.printedRows.map { $0.filter(known.contains) }.filter { !$0.isEmpty }
    let others = known.filter { key in !printed.contains { $0.contains(key) } }
    return printed + others.map { [$0] }
  }

  private static func block(
    _ row: [FieldKey], of layout: Layout, _ count: Int
  ) -> Layout.Block {
    let isBelow = row.allSatisfy { key in
      layout.fields.contains {
        if $0.key == key, case .below = $0.place { true } else { false }
      }
    }
    guard !isBelow else {
      return Layout.Block(.goals(row.map { Layout.Slot($0, label: count / row.count) }))
    }
    let value = count / row.count - 1
    return Layout.Block(.fields([row.map { Layout.Slot($0, label: 1, value: value) }]))
  }

  /// The column of names, or else the last, takes what the others leave.
  private static func indicatorWidths(_ layout: Layout, _ count: Int) -> [Int] {
    var widths = Array(repeating: 1, count: layout.columns.count)
    let wide = layout.columns.firstIndex { $0.key == .name } ?? widths.count - 1
    if widths.indices.contains(wide) { widths[wide] += count - widths.count }
    return widths
  }
}

extension Layout {
  /// How its forms are drawn: as it says, or else as follows from its labels.
  public var drawing: Print { print ?? Print(of: self) }
}
