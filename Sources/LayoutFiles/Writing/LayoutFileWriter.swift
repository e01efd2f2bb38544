internal import Forms
internal import IR

/// Writes a layout in the words of ``LayoutShapes``.
struct LayoutFileWriter {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Writes the keys of a layout.
  func write(_ layout: Layout, to writer: inout YAMLWriter) {
    writer.pair("id", layout.id)
    if Layout.builtIn.contains(where: { $0.id == layout.id }) {
      writer.flag("replaces", comment: meaning("replaces"))
    }
    writer.pair("kind", Words<Form.Kind>.kinds.word(for: layout.kind))
    writer.inline(
      "summary",
      [
        ("en", YAMLText.scalar(layout.summary.english)),
        ("zh", YAMLText.scalar(layout.summary.chinese)),
      ])
    writer.pair("titles", layout.titles)
    block("fields", in: &writer) { writer in
      for field in layout.fields { write(field, to: &writer) }
    }
    writePrintedRows(of: layout, to: &writer)
    comment("captions", in: &writer)
    writer.pair("captions", layout.captions)
    if let table = layout.components { write(table, to: &writer) }
    if let table = layout.fundingTable { write(table, to: &writer) }
    block("columns", in: &writer) { writer in write(layout.columns, to: &writer) }
    if !layout.optionalColumns.isEmpty {
      block("optionalColumns", in: &writer) { writer in
        write(layout.optionalColumns, to: &writer)
      }
    }
    block("taxonomy", in: &writer) { writer in
      for group in layout.taxonomy.groups { write(group, to: &writer) }
    }
    comment("totals", in: &writer)
    writer.pair("totals", layout.totals)
    if let print = layout.print {
      block("print", in: &writer) { writer in PrintFileWriter.write(print, to: &writer) }
    }
  }

  private func write(_ columns: [Layout.ColumnSpec], to writer: inout YAMLWriter) {
    for column in columns {
      writeLabels(
        column.labels, of: Words<Layout.Column>.columns.word(for: column.key), to: &writer)
    }
  }

  private func write(_ field: Layout.FieldSpec, to writer: inout YAMLWriter) {
    writer.item { writer in
      writer.pair("key", field.key.rawValue, comment: field.key.title(language))
      writer.pair("labels", field.labels)
      if field.place != .beside {
        writer.pair("place", Words<Layout.FieldSpec.Place>.places.word(for: field.place))
      }
      if field.isRequired { writer.flag("required") }
    }
  }

  private func writePrintedRows(of layout: Layout, to writer: inout YAMLWriter) {
    block("printedRows", in: &writer) { writer in
      for row in layout.printedRows { writer.item(row.map(\.rawValue)) }
    }
  }

  private func write(_ table: Layout.ComponentSpec, to writer: inout YAMLWriter) {
    block("components", in: &writer) { writer in
      writer.pair("name", table.name)
      writer.pair("amount", table.amount)
    }
  }

  private func write(_ table: Layout.FundingTableSpec, to writer: inout YAMLWriter) {
    block("fundingTable", in: &writer) { writer in
      writer.block("rows") { writer in
        for row in table.rows { writeLabels(row.labels, of: row.key, to: &writer) }
      }
      if !table.optionalRows.isEmpty {
        writer.block("optionalRows") { writer in
          for row in table.optionalRows { writeLabels(row.labels, of: row.key, to: &writer) }
        }
      }
      writer.block("columns") { writer in
        for column in table.columns {
          let key = Words<Layout.FundingColumn>.fundingColumns.word(for: column.key)
          writeLabels(column.labels, of: key, to: &writer)
        }
      }
    }
  }

  private func writeLabels(_ labels: [String], of key: String, to writer: inout YAMLWriter) {
    writer.item { writer in
      writer.pair("key", key)
      writer.pair("labels", labels)
    }
  }

  private func write(_ group: Taxonomy.Group, to writer: inout YAMLWriter) {
    writer.item { writer in
      writer.pair("label", group.label)
      if !group.synonyms.isEmpty { writer.pair("synonyms", group.synonyms) }
      if group.isOpen { writer.flag("open") }
      guard !group.classes.isEmpty else { return }
      writer.block("classes") { writer in
        for level2 in group.classes { write(level2, to: &writer) }
      }
    }
  }

  private func write(_ level2: Taxonomy.Class, to writer: inout YAMLWriter) {
    writer.item { writer in
      writer.pair("label", level2.label)
      if !level2.synonyms.isEmpty { writer.pair("synonyms", level2.synonyms) }
      writer.pair("topic", Words<Taxonomy.Topic>.topics.word(for: level2.topic))
      if level2.frequency != .common {
        let word = Words<Taxonomy.Frequency>.frequencies.word(for: level2.frequency)
        writer.pair("frequency", word)
      }
    }
  }

  // MARK: Comments

  private func meaning(_ key: String) -> String? {
    LayoutShapes.layout.meaning(of: key)?(language)
  }

  private func comment(_ key: String, in writer: inout YAMLWriter) {
    if let meaning = meaning(key) { writer.comment(meaning) }
  }

  private func block(
    _ key: String, in writer: inout YAMLWriter, _ body: (inout YAMLWriter) -> Void
  ) {
    comment(key, in: &writer)
    writer.block(key, body)
  }
}
