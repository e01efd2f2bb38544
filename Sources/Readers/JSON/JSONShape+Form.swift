internal import IR

// The objects of canonical JSON, as the writers' declarations of the same objects have them.
extension JSONShape {
  /// A form.
  func form(_ node: Int) throws(ReadError) -> Form {
    var kind: Form.Kind?
    var layout: String?
    var form = Form(kind: .targetDeclaration, layout: "")
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "blank": form.blank = try list(value) { node throws(ReadError) in try pointer(node) }
      case "carried": form.carried = try carried(value)
      case "emptyLevels":
        form.emptyLevels = try list(value) { node throws(ReadError) in try emptyLevel(node) }
      case "funding": try readFunding(value, into: &form)
      case "further":
        form.further = try list(value) { node throws(ReadError) in try labelledText(node) }
      case "furtherTables":
        form.furtherTables = try list(value) { node throws(ReadError) in try furtherTable(node) }
      case "goals": try readFields(value, of: .goals, into: &form)
      case "indicators":
        form.indicators = try list(value) { node throws(ReadError) in try indicator(node) }
      case "layout": layout = try text(value)
      case "project": try readFields(value, of: .project, into: &form)
      case "title": form.title = try text(value)
      case "total": form.total = try total(value)
      case "type":
        kind = Form.Kind(rawValue: try text(value, of: Form.Kind.allCases.map(\.rawValue)))
      case "unplaced":
        form.unplaced = try list(value) { node throws(ReadError) in try placedText(node) }
      case "year": form.year = try integer(value, in: 0...9999)
      default: throw unknownKey(value, "a form")
      }
    }
    guard let kind else { throw missing("type", in: node) }
    guard let layout else { throw missing("layout", in: node) }
    form.kind = kind
    form.layout = layout
    form.fields.sort { $0.key.order < $1.key.order }
    return form
  }

  /// The values of an array that is not empty.
  func list<Element>(
    _ node: Int, _ element: (Int) throws(ReadError) -> Element
  ) throws(ReadError) -> [Element] {
    let nodes = try array(node)
    guard !nodes.isEmpty else {
      throw failure(node, "an empty array; leave it out", "空数组；请去掉它")
    }
    var elements: [Element] = []
    elements.reserveCapacity(nodes.count)
    for node in nodes { elements.append(try element(node)) }
    return elements
  }

  /// A text outside the fields, and the line it was first read from.
  func placedText(_ node: Int) throws(ReadError) -> PlacedText {
    var text: String?
    var line: Int?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "line": line = try integer(value, in: 1...Int(UInt32.max))
      case "sheet": try checkText(value)
      case "text": text = try self.text(value)
      default: throw unknownKey(value, "a placed text")
      }
    }
    guard let text else { throw missing("text", in: node) }
    return PlacedText(text: text, source: nil, line: line)
  }

  /// A JSON pointer.
  func pointer(_ node: Int) throws(ReadError) -> String {
    let pointer = try text(node)
    var previous: UInt8 = UInt8(ascii: "/")
    var isValid = pointer.utf8.first == UInt8(ascii: "/")
    for byte in pointer.utf8 {
      if previous == UInt8(ascii: "~"), byte != 0x30, byte != 0x31 { isValid = false }
      previous = byte
    }
    guard isValid, previous != UInt8(ascii: "~") else {
      throw mismatch(
        node, "a JSON pointer such as \"/goals/annual\"", "JSON 指针，如 \"/goals/annual\"")
    }
    return pointer
  }

  /// A level without an indicator.
  func emptyLevel(_ node: Int) throws(ReadError) -> EmptyLevel {
    var level = EmptyLevel(level1: nil, level2: nil)
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "level1": level.level1 = try text(value)
      case "level2": level.level2 = try text(value)
      default: throw unknownKey(value, "an empty level")
      }
    }
    return level
  }

  /// An indicator; a key that it has besides may be read elsewhere.
  func indicator(
    _ node: Int, ignoring other: String? = nil
  ) throws(ReadError) -> Indicator {
    var indicator = Indicator()
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "actual": indicator.actual = try measure(value)
      case "deviation": indicator.deviation = try text(value)
      case "further":
        indicator.further = try list(value) { node throws(ReadError) in try labelledText(node) }
      case "level1": indicator.level1 = try text(value)
      case "level2": indicator.level2 = try text(value)
      case "name": indicator.name = try text(value)
      case "overallTarget": indicator.overallTarget = try measure(value)
      case "remark": indicator.remark = try text(value)
      case "score": indicator.score = try measure(value)
      case "target": indicator.target = try measure(value)
      case "weight": indicator.weight = try measure(value)
      case _ where key == other: break
      default: throw unknownKey(value, "an indicator")
      }
    }
    return indicator
  }

  /// A text and the label it is printed under.
  func labelledText(_ node: Int) throws(ReadError) -> LabelledText {
    var label: String?
    var text: String?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "label": label = try self.text(value)
      case "text": text = try self.text(value)
      default: throw unknownKey(value, "a labelled text")
      }
    }
    guard let label else { throw missing("label", in: node) }
    return LabelledText(label: label, text: text ?? "")
  }

  /// A table that the layout does not have.
  func furtherTable(_ node: Int) throws(ReadError) -> FurtherTable {
    var table = FurtherTable(label: "", rows: [])
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "label": table.label = try text(value)
      case "rows":
        table.rows = try list(value) { node throws(ReadError) in try furtherRow(node) }
      default: throw unknownKey(value, "a further table")
      }
    }
    guard !table.rows.isEmpty else { throw missing("rows", in: node) }
    return table
  }

  private func furtherRow(_ node: Int) throws(ReadError) -> FurtherTable.Row {
    var row = FurtherTable.Row(cells: [])
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "cells":
        row.cells = try list(value) { node throws(ReadError) in try labelledText(node) }
      default: throw unknownKey(value, "a row of a further table")
      }
    }
    guard !row.cells.isEmpty else { throw missing("cells", in: node) }
    return row
  }

  /// A row of totals.
  func total(_ node: Int) throws(ReadError) -> Total {
    var total = Total()
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "score": total.score = try measure(value)
      case "weight": total.weight = try measure(value)
      default: throw unknownKey(value, "a total")
      }
    }
    return total
  }
}

// MARK: - Fields

extension JSONShape {
  /// Reads the fields of a section.
  func readFields(
    _ node: Int, of section: FieldKey.Section, into form: inout Form
  ) throws(ReadError) {
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      guard try readField(key, value, of: section, into: &form) else {
        throw unknownKey(value, "'\(section.rawValue)'")
      }
    }
  }

  /// Reads a field; `false` when there is none with this key.
  private func readField(
    _ key: String, _ node: Int, of section: FieldKey.Section, into form: inout Form
  ) throws(ReadError) -> Bool {
    guard let field = FieldKey(rawValue: "\(section.rawValue)/\(key)") else { return false }
    let value: FieldValue =
      switch field.kind {
      case .text, .prose: .text(try text(node))
      case .date: .date(try date(node))
      case .amount: .amount(try amount(node))
      case .options:
        .options(try list(node) { node throws(ReadError) in try option(node) })
      }
    form.fields.append(Field(field, value))
    return true
  }

  /// Reads what is said about money.
  func readFunding(_ node: Int, into form: inout Form) throws(ReadError) {
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "components":
        form.components = try list(value) { node throws(ReadError) in try component(node) }
      case "rows":
        form.fundingRows = try list(value) { node throws(ReadError) in try fundingRow(node) }
      case "unit": form.fundingUnit = try text(value)
      default:
        guard try readField(key, value, of: .funding, into: &form) else {
          throw unknownKey(value, "'funding'")
        }
      }
    }
  }

  private func component(_ node: Int) throws(ReadError) -> Component {
    var component = Component()
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "amount": component.amount = try amount(value)
      case "name": component.name = try text(value)
      default: throw unknownKey(value, "a component")
      }
    }
    return component
  }

  private func fundingRow(_ node: Int) throws(ReadError) -> FundingRow {
    var row = FundingRow(key: "", label: "")
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "annualBudget": row.annualBudget = try amount(value)
      case "deviation": row.deviation = try text(value)
      case "executed": row.executed = try amount(value)
      case "executionRate": row.executionRate = try measure(value)
      case "initialBudget": row.initialBudget = try amount(value)
      case "key": row.key = try text(value)
      case "label": row.label = try text(value)
      case "score": row.score = try measure(value)
      case "weight": row.weight = try measure(value)
      default: throw unknownKey(value, "a funding row")
      }
    }
    if row.key.isEmpty { throw missing("key", in: node) }
    return row
  }
}

// MARK: - Readings

extension JSONShape {
  private func date(_ node: Int) throws(ReadError) -> DateReading {
    var text: String?
    var date: String?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "date":
        date = try self.text(value)
        guard Self.isDate(date ?? "") else {
          throw mismatch(value, "a date such as \"2024-01-31\"", "日期，如 \"2024-01-31\"")
        }
      case "text": text = try self.text(value)
      default: throw unknownKey(value, "a date")
      }
    }
    guard let text else { throw missing("text", in: node) }
    return DateReading(text: text, date: date)
  }

  /// `2019`, `2019-01` or `2019-01-01`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let counts = parts.map(\.utf8.count)
    return [[4], [4, 2], [4, 2, 2]].contains(counts)
      && parts.allSatisfy { $0.utf8.allSatisfy { $0.isDigit } }
  }

  private func amount(_ node: Int) throws(ReadError) -> Amount {
    var text: String?
    var amount: String?
    var unit: String?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "amount": amount = try decimal(value)
      case "text": text = try self.text(value)
      case "unit": unit = try self.text(value)
      default: throw unknownKey(value, "an amount")
      }
    }
    guard let text else { throw missing("text", in: node) }
    return Amount(text: text, amount: amount, unit: unit)
  }

  private func measure(_ node: Int) throws(ReadError) -> Measure {
    var text: String?
    var measure = Measure(text: "")
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "number": measure.number = try decimal(value)
      case "relation":
        measure.relation = try self.text(value, of: ["=", "≥", "≤", ">", "<", "≠"])
      case "text": text = try self.text(value)
      case "unit": measure.unit = try self.text(value)
      default: throw unknownKey(value, "a measure")
      }
    }
    guard let text else { throw missing("text", in: node) }
    measure.text = text
    return measure
  }

  private func option(_ node: Int) throws(ReadError) -> Option {
    var label: String?
    var isChecked: Bool?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "checked": isChecked = try boolean(value)
      case "label": label = try text(value)
      default: throw unknownKey(value, "an option")
      }
    }
    guard let label else { throw missing("label", in: node) }
    guard let isChecked else { throw missing("checked", in: node) }
    return Option(label: label, isChecked: isChecked)
  }
}

extension FieldKey {
  /// The place among all fields.
  var order: Int { Self.places[self] ?? 0 }

  private static let places: [FieldKey: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
