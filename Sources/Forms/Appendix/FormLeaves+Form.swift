internal import IR

// Taking a form apart: the same members under the same keys as in the canonical JSON.
extension FormLeaves {
  /// An element of an array that says nothing.
  static let emptyElement = "{}"

  /// Takes a form apart, and texts that were read with it and belong to no form.
  init(_ form: Form, outside: [PlacedText] = []) {
    add("/type", form.kind.rawValue)
    add("/layout", form.layout)
    add("/title", form.title)
    add("/year", form.year.map(String.init))
    add(form.fields, to: "")
    add("/funding/unit", form.fundingUnit)
    add(form.components, form.fundingRows, to: "")
    for (number, indicator) in form.indicators.enumerated() {
      addElement("/indicators/\(number)") { $0.add(indicator, to: $1) }
    }
    add(form.total, to: "/total")
    add(form.blank, form.emptyLevels, to: "")
    add(form.further, to: "/further")
    add(form.furtherTables)
    for (number, text) in form.unplaced.enumerated() {
      set("/unplaced/\(number)/text", text.text, source: text.source)
    }
    for (number, text) in outside.enumerated() {
      set("/outside/\(number)/text", text.text, source: text.source)
    }
    if let carried = form.carried { add(carried) }
  }

  private mutating func add(_ carried: Carried) {
    let path = "/carried"
    add(path + "/layout", carried.layout)
    add(path + "/title", carried.title)
    add(carried.fields, to: path)
    add(path + "/funding/unit", carried.fundingUnit)
    add(carried.components, carried.fundingRows, to: path)
    for (number, carried) in carried.indicators.enumerated() {
      let element = path + "/indicators/\(number)"
      add(element + "/index", String(carried.index))
      add(carried.indicator, to: element)
    }
    for (number, index) in carried.order.enumerated() {
      add(path + "/order/\(number)", String(index))
    }
    add(carried.total, to: path + "/total")
    add(carried.blank, carried.emptyLevels, to: path)
    for value in carried.printed {
      add(path + "/printed/" + JSONPointer.escaped(value.pointer), value.text)
    }
    for (number, pointer) in carried.supplied.enumerated() {
      add(path + "/supplied/\(number)", pointer)
    }
  }

  private mutating func add(_ fields: [Field], to path: String) {
    for field in fields {
      let pointer = path + "/" + field.key.rawValue
      switch field.value {
      case .text(let text): add(pointer, text)
      case .date(let date):
        add(pointer + "/text", date.text)
        add(pointer + "/date", date.date)
      case .amount(let amount): add(amount, to: pointer)
      case .options(let options):
        for (number, option) in options.enumerated() {
          add("\(pointer)/\(number)/label", option.label)
          add("\(pointer)/\(number)/checked", option.isChecked ? "true" : "false")
        }
      }
    }
  }

  private mutating func add(
    _ components: [Component], _ rows: [FundingRow], to path: String
  ) {
    for (number, component) in components.enumerated() {
      addElement("\(path)/funding/components/\(number)") {
        $0.add($1 + "/name", component.name)
        $0.add(component.amount, to: $1 + "/amount")
      }
    }
    for (number, row) in rows.enumerated() {
      let element = "\(path)/funding/rows/\(number)"
      add(element + "/key", row.key)
      add(element + "/label", row.label)
      add(row.initialBudget, to: element + "/initialBudget")
      add(row.annualBudget, to: element + "/annualBudget")
      add(row.executed, to: element + "/executed")
      add(row.weight, to: element + "/weight")
      add(row.executionRate, to: element + "/executionRate")
      add(row.score, to: element + "/score")
      add(element + "/deviation", row.deviation)
    }
  }

  private mutating func add(_ indicator: Indicator, to path: String) {
    add(path + "/level1", indicator.level1)
    add(path + "/level2", indicator.level2)
    add(path + "/name", indicator.name)
    add(indicator.overallTarget, to: path + "/overallTarget")
    add(indicator.target, to: path + "/target")
    add(indicator.actual, to: path + "/actual")
    add(indicator.weight, to: path + "/weight")
    add(indicator.score, to: path + "/score")
    add(path + "/deviation", indicator.deviation)
    add(path + "/remark", indicator.remark)
    add(indicator.further, to: path + "/further")
  }

  private mutating func add(_ texts: [LabelledText], to path: String) {
    for (number, further) in texts.enumerated() {
      add("\(path)/\(number)/label", further.label)
      add("\(path)/\(number)/text", further.text)
    }
  }

  private mutating func add(_ tables: [FurtherTable]) {
    for (number, table) in tables.enumerated() {
      add("/furtherTables/\(number)/label", table.label)
      for (row, values) in table.rows.enumerated() {
        add(values.cells, to: "/furtherTables/\(number)/rows/\(row)/cells")
      }
    }
  }

  private mutating func add(_ blank: [String], _ levels: [EmptyLevel], to path: String) {
    for (number, pointer) in blank.enumerated() { add("\(path)/blank/\(number)", pointer) }
    for (number, level) in levels.enumerated() {
      addElement("\(path)/emptyLevels/\(number)") {
        $0.add($1 + "/level1", level.level1)
        $0.add($1 + "/level2", level.level2)
      }
    }
  }

  private mutating func add(_ total: Total?, to path: String) {
    add(total?.weight, to: path + "/weight")
    add(total?.score, to: path + "/score")
  }

  private mutating func add(_ amount: Amount?, to path: String) {
    add(path + "/text", amount?.text)
    add(path + "/amount", amount?.amount)
    add(path + "/unit", amount?.unit)
  }

  private mutating func add(_ measure: Measure?, to path: String) {
    add(path + "/text", measure?.text)
    add(path + "/relation", measure?.relation)
    add(path + "/number", measure?.number)
    add(path + "/unit", measure?.unit)
  }

  /// Adds an element of an array, which stays there when it says nothing.
  private mutating func addElement(
    _ path: String, _ add: (inout FormLeaves, String) -> Void
  ) {
    let count = self.count
    add(&self, path)
    if self.count == count { set(path, Self.emptyElement) }
  }

  /// Adds a text; the canonical JSON leaves out what is empty.
  private mutating func add(_ pointer: String, _ text: String?) {
    if let text, !text.isEmpty { set(pointer, text) }
  }
}

/// The parts of JSON pointers (RFC 6901).
enum JSONPointer {
  /// A key as a part of a pointer.
  static func escaped(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  /// The key that a part of a pointer stands for.
  static func unescaped(_ part: Substring) -> String {
    String(part).replacing("~1", with: "/").replacing("~0", with: "~")
  }
}
