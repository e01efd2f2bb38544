internal import Forms
internal import IR
internal import Writers

// What the page has to know of a layout: the labels, and how a form is drawn. It draws forms from
// this and not from a rendered sheet, so that every value it shows knows its own pointer, those
// without a text too.
extension JSONEmitter {
  /// Writes layouts by their identifiers.
  mutating func layouts(_ layouts: [Layout]) {
    beginObject()
    for layout in layouts {
      key(layout.id)
      beginObject()
      labels(of: layout)
      drawing(layout.drawing)
      endObject()
    }
    endObject()
  }

  private mutating func labels(of layout: Layout) {
    member("kind", layout.kind.rawValue)
    key("summary")
    pair(layout.summary)
    key("fields")
    beginObject()
    for field in layout.fields { member(field.key.rawValue, field.labels.first ?? "") }
    endObject()
    key("columns")
    beginArray()
    for column in layout.allColumns { strings(["\(column.key)", column.labels.first ?? ""]) }
    endArray()
    key("optional")
    strings(layout.optionalColumns.map { "\($0.key)" })
    if let table = layout.fundingTable {
      key("funding")
      beginArray()
      for column in table.columns { strings(["\(column.key)", column.labels.first ?? ""]) }
      endArray()
    }
    if let spec = layout.components {
      key("components")
      strings([spec.name.first ?? "", spec.amount.first ?? ""])
    }
    member("totals", layout.totals.first ?? "")
  }

  private mutating func drawing(_ print: Layout.Print) {
    member("unit", "\(print.unit)")
    key("lines")
    beginArray()
    for line in print.lines {
      switch line {
      case .year(let before, let after): strings(["year", before, after])
      case .field(let key): strings(["field", key.rawValue])
      }
    }
    endArray()
    key("blocks")
    beginArray()
    for block in print.blocks { self.block(block) }
    endArray()
  }

  private mutating func block(_ block: Layout.Block) {
    beginObject()
    if let caption = block.caption { member("caption", caption) }
    switch block.content {
    case .fields(let rows):
      key("fields")
      beginArray()
      for row in rows { slots(row) }
      endArray()
    case .goals(let row):
      key("goals")
      slots(row)
    case .components(let name, let amount):
      key("components")
      integers([name, amount])
    case .fundingTable(let label, let columns):
      key("funding")
      integers([label] + columns)
    case .heading(let text): member("heading", text)
    case .indicators(let widths):
      key("indicators")
      integers(widths)
    }
    endObject()
  }

  private mutating func slots(_ slots: [Layout.Slot]) {
    beginArray()
    for slot in slots {
      beginArray()
      string(slot.key?.rawValue ?? "")
      integer(slot.label)
      integer(slot.value)
      endArray()
    }
    endArray()
  }
}

// Short forms of what the data is made of.
extension JSONEmitter {
  /// Writes a member whose value is a text.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a text in English, then in Chinese.
  mutating func pair(_ text: LocalizedText) { strings([text.english, text.chinese]) }

  /// Writes texts as an array.
  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes numbers as an array.
  mutating func integers(_ numbers: [Int]) {
    beginArray()
    for number in numbers { integer(number) }
    endArray()
  }
}
