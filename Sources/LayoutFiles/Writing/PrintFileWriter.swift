internal import Forms
internal import IR

/// Writes the drawing of a layout in the words of ``PrintShapes``.
enum PrintFileWriter {
  /// Writes the keys of a drawing.
  static func write(_ print: Layout.Print, to writer: inout YAMLWriter) {
    writer.pair("columns", print.columnCount)
    if !print.lines.isEmpty {
      writer.block("lines") { writer in
        for line in print.lines { writer.item([written(line)]) }
      }
    }
    writer.pair("unit", Words<Layout.UnitPlace>.unitPlaces.word(for: print.unit))
    writer.block("blocks") { writer in
      for block in print.blocks {
        writer.item { writer in write(block, to: &writer) }
      }
    }
  }

  private static func written(_ line: Layout.Line) -> (key: String, value: String) {
    switch line {
    case .year(let before, let after):
      let texts = [("before", before), ("after", after)].map {
        (key: $0.0, value: YAMLText.scalar($0.1))
      }
      return ("year", YAMLWriter.flow(texts))
    case .field(let key): return ("field", YAMLText.scalar(key.rawValue))
    }
  }

  private static func write(_ block: Layout.Block, to writer: inout YAMLWriter) {
    if let caption = block.caption { writer.pair("caption", caption) }
    switch block.content {
    case .fields(let rows):
      writer.block("fields") { writer in
        for row in rows { writer.item(written: written(row)) }
      }
    case .goals(let slots): writer.pair("goals", written: written(slots))
    case .components(let name, let amount):
      writer.inline("components", [("name", "\(name)"), ("amount", "\(amount)")])
    case .fundingTable(let label, let columns):
      writer.inline("fundingTable", [("label", "\(label)"), ("columns", numbers(columns))])
    case .heading(let text): writer.pair("heading", text)
    case .indicators(let widths): writer.pair("indicators", written: numbers(widths))
    }
  }

  private static func numbers(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }

  /// The places of a row; what is left out is 1.
  private static func written(_ slots: [Layout.Slot]) -> String {
    "[" + slots.map { written($0) }.joined(separator: ", ") + "]"
  }

  private static func written(_ slot: Layout.Slot) -> String {
    let key = slot.key.map { YAMLText.scalar($0.rawValue) }
    if let key, slot.label == 1, slot.value == 1 { return key }
    var pairs: [(key: String, value: String)] = []
    if let key { pairs.append(("key", key)) }
    if slot.label != 1 || slot.key == nil { pairs.append(("label", "\(slot.label)")) }
    if slot.value != 1 { pairs.append(("value", "\(slot.value)")) }
    return YAMLWriter.flow(pairs)
  }
}
