internal import IR

/// Draws a form as its layout prints it.
struct FormDrawing {
  let form: Form
  let layout: Layout
  let style: Layout.Print
  /// The columns of the indicator table: those of the layout, and further ones that have a value.
  let columns: [Layout.ColumnSpec]
  /// The columns of the funding table, likewise.
  private let fundingColumns: [(key: Layout.FundingColumn, labels: [String])]
  /// What a value would be taken for something else by; `nil` draws every value as it is.
  let lookalikes: Lookalikes?

  var canvas: GridCanvas
  /// A heading that is drawn above the next row.
  var pendingHeading: String?
  /// Whether the unit of amounts has been printed.
  private var hasUnit = false
  /// The fields of the lines above the grid that do not fit on a line.
  private var movedFields: [FieldKey] = []

  /// Prepares to draw a form.
  init(_ form: Form, in layout: Layout, lookalikes: Lookalikes?) {
    self.form = form
    self.layout = layout
    self.lookalikes = lookalikes
    style = layout.drawing
    columns = layout.columns(for: form.indicators)
    fundingColumns = layout.fundingColumns(for: form.fundingRows)
    let further = max(
      columns.count - layout.columns.count,
      fundingColumns.count - (layout.fundingTable?.columns.count ?? 0))
    let width = max(1, style.columnCount) + further
    canvas = GridCanvas(width: min(width, Limits().columns))
  }

  /// Appends the form to a document.
  ///
  /// - Parameter title: The title to print; the form's own may not look like one.
  consuming func append(to document: inout Document, title: String?) {
    if let title { document.appendHeading(title, level: 1) }
    // Without a title the form begins with its project's name, and the year right above it.
    let hasHead = title != nil
    let yearOfTitle = title.flatMap { TitleRule.year(ofTitle: LabelKey.key(of: $0)[...]) }
    for line in style.lines {
      switch line {
      case .year(let before, let after):
        if let year = form.year, year != yearOfTitle, TitleRule.isYear(year),
          hasHead || isPrinted(.name)
        {
          document.appendParagraph("\(before)\(year)\(after)")
        }
      case .field(let key): appendLine(key, isBelowTitle: hasHead, to: &document)
      }
    }
    // The first block has the project's name, with which a form without a title begins.
    for (number, block) in style.blocks.enumerated() {
      draw(block, further: number == 0 ? form.further : [])
      if number == 0 {
        drawFields(movedFields.map { [Layout.Slot($0)] }, caption: nil)
        for table in form.furtherTables { draw(table) }
      }
    }
    if let unit = form.fundingUnit, !hasUnit, hasHead, UnitCaption.isKnown(unit) {
      document.appendParagraph("单位：\(unit)")
    }
    canvas.append(to: &document)
  }

  /// Prints a field on a line of its own; one that does not fit there goes into the grid.
  private mutating func appendLine(
    _ key: FieldKey, isBelowTitle: Bool, to document: inout Document
  ) {
    guard isPrinted(key) else { return }
    let text = text(of: key)
    if isBelowTitle, Self.fitsLine(text) {
      document.appendParagraph("\(label(of: key))：\(text)")
    } else {
      movedFields.append(key)
    }
  }

  /// Whether a text can stand behind a label on a line: it is short, and nothing in it ends it.
  private static func fitsLine(_ text: String) -> Bool {
    text.utf8.count <= 120
      && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0 == ":" || $0 == "：" }
  }

  // MARK: Blocks

  /// Draws a block; fields that the layout does not have stand below its own.
  private mutating func draw(_ block: Layout.Block, further: [LabelledText]) {
    switch block.content {
    case .heading(let text):
      pendingHeading = text
      return
    case .fields(let rows): drawFields(rows, further: further, caption: block.caption)
    case .goals(let slots): drawGoals(slots, caption: block.caption)
    case .components(let name, let amount):
      drawComponents(name: name, amount: amount, caption: block.caption)
    case .fundingTable(let label, let columns):
      drawFundingTable(label: label, columns: columns, caption: block.caption)
    case .indicators(let widths): drawIndicators(widths)
    }
    pendingHeading = nil
  }

  private mutating func drawFields(
    _ rows: [[Layout.Slot]], further: [LabelledText] = [], caption: String?
  ) {
    let first = beginBlock()
    var hasAmounts = false
    for row in rows {
      let isThere = row.contains { $0.key.map(isPrinted) ?? false }
      guard isThere else { continue }
      beginRow(caption: caption)
      for slot in row {
        guard let key = slot.key, isPrinted(key) else {
          canvas.add("", columns: slot.label + slot.value)
          continue
        }
        hasAmounts = hasAmounts || key.kind == .amount
        canvas.add(label(of: key), columns: slot.label, isHeader: true)
        canvas.add(text(of: key), columns: slot.value, kind: kind(of: key))
      }
      canvas.fillRow()
    }
    for field in further {
      beginRow(caption: caption)
      canvas.add(value(field.label), columns: rows.first?.first?.label ?? 1, isHeader: true)
      canvas.addLast(value(field.text))
    }
    endBlock(first, caption: caption, hasAmounts: hasAmounts)
  }

  private mutating func drawGoals(_ slots: [Layout.Slot], caption: String?) {
    guard slots.contains(where: { $0.key.map(isPrinted) ?? false }) else { return }
    let first = beginBlock()
    beginRow(caption: caption)
    for slot in slots {
      var label = ""
      if let key = slot.key, isPrinted(key) { label = self.label(of: key) }
      canvas.add(label, columns: slot.label, isHeader: true)
    }
    canvas.fillRow()
    beginRow(caption: caption)
    for slot in slots {
      canvas.add(slot.key.map(text) ?? "", columns: slot.label)
    }
    canvas.fillRow()
    endBlock(first, caption: caption, hasAmounts: false)
  }

  private mutating func drawComponents(name: Int, amount: Int, caption: String?) {
    guard let spec = layout.components, !form.components.isEmpty else { return }
    let first = beginBlock()
    beginRow(caption: caption)
    canvas.add(spec.name.first ?? "", columns: name, isHeader: true)
    canvas.add(withUnit(spec.amount.first ?? ""), columns: amount, isHeader: true)
    canvas.fillRow()
    for component in form.components {
      beginRow(caption: caption)
      canvas.add(value(component.name), columns: name)
      canvas.add(
        value(component.amount?.text), columns: amount, kind: Self.kind(of: component.amount))
      canvas.fillRow()
    }
    endBlock(first, caption: caption, hasAmounts: true)
  }

  private mutating func drawFundingTable(label: Int, columns: [Int], caption: String?) {
    guard layout.fundingTable != nil, !form.fundingRows.isEmpty else { return }
    let first = beginBlock()
    beginRow(caption: caption)
    canvas.add("", columns: label, isHeader: true)
    // A column that the layout does not print is one column of the grid wide.
    let further = Array(repeating: 1, count: max(0, fundingColumns.count - columns.count))
    let widths = columns + further
    for (column, width) in zip(fundingColumns, widths) {
      canvas.add(column.labels.first ?? "", columns: width, isHeader: true)
    }
    canvas.fillRow()
    for row in form.fundingRows {
      beginRow(caption: caption)
      canvas.add(row.label, columns: label, isHeader: true)
      for (column, width) in zip(fundingColumns, widths) {
        let amount = row.amount(column.key)
        canvas.add(
          value(row.text(of: column.key)), columns: width,
          kind: amount == nil ? Self.kind(of: row.measure(column.key)) : Self.kind(of: amount))
      }
      canvas.fillRow()
    }
    endBlock(first, caption: caption, hasAmounts: true)
  }

  // MARK: Rows

  /// Where the next block begins, a heading above it aside.
  func beginBlock() -> Int { canvas.height + (pendingHeading == nil ? 0 : 1) }

  /// Begins a row; a heading that waits for one is drawn above it.
  mutating func beginRow(caption: String?) {
    if let heading = pendingHeading {
      canvas.beginRow()
      canvas.addLast(heading, isHeader: true)
      pendingHeading = nil
    }
    canvas.beginRow(after: caption == nil ? 0 : 1)
  }

  /// Draws the caption of a block at the left of its rows.
  mutating func endBlock(_ first: Int, caption: String?, hasAmounts: Bool) {
    guard let caption, canvas.height > first else { return }
    var text = caption
    if hasAmounts, style.unit == .caption, let unit = form.fundingUnit {
      text += "（\(unit)）"
      hasUnit = true
    }
    canvas.merge(text, column: 0, columns: 1, from: first)
  }

  // MARK: Labels and values

  /// Whether the form prints the label of a field.
  func isPrinted(_ key: FieldKey) -> Bool {
    layout.fields.contains { $0.key == key } && form.prints(key)
  }

  private mutating func label(of key: FieldKey) -> String {
    let label = layout.fields.first { $0.key == key }?.labels.first ?? ""
    if key.kind == .amount { return withUnit(label) }
    // The only label that says more than itself: the period of the goal stands behind it.
    if key == .overallGoal, case .text(let period) = form[.overallPeriod] {
      return "\(label)（\(period)）"
    }
    return label
  }

  /// A label of amounts, with their unit where the layout prints it there.
  private mutating func withUnit(_ label: String) -> String {
    guard style.unit == .labels, let unit = form.fundingUnit else { return label }
    hasUnit = true
    return "\(label)（\(unit)）"
  }

  private func text(of key: FieldKey) -> String {
    switch form[key] {
    case .text(let text): value(text)
    case .date(let date): value(date.text)
    case .amount(let amount): value(amount.text)
    case .options(let options):
      options.map { "\($0.isChecked ? "☑" : "☐")\($0.label)" }.joined(separator: "\u{3000}")
    case nil: ""
    }
  }

  /// A value as it is drawn: one that would be taken for a label stands in quotes.
  func value(_ text: String?) -> String {
    guard let text else { return "" }
    return lookalikes?.contains(text) == true ? "“\(text)”" : text
  }

  private func kind(of key: FieldKey) -> Cell.Kind {
    switch form[key] {
    case .amount(let amount): Self.kind(of: amount)
    case .date(let date) where date.date != nil && !date.text.contains(":"): .date
    default: .text
    }
  }

  /// An amount is a number where it is read as one.
  private static func kind(of amount: Amount?) -> Cell.Kind {
    guard let amount, amount.amount != nil else { return .text }
    return kind(of: amount.text)
  }

  /// A measure is a number where it is one without a relation and a unit.
  static func kind(of measure: Measure?) -> Cell.Kind {
    guard let measure, measure.number != nil, measure.relation == nil, measure.unit == nil else {
      return .text
    }
    return kind(of: measure.text)
  }

  /// A text is a number where it has nothing but digits, grouping and decimals.
  private static func kind(of text: String) -> Cell.Kind {
    let isNumber = text.utf8.allSatisfy { $0.isDigit || $0 == 0x2C || $0 == 0x2E }
    return isNumber ? .number : .text
  }
}
