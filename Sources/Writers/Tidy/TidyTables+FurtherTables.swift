internal import IR

extension TidyTables {
  static func furtherColumns(_ language: Language) -> [String] {
    [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "form", zh: "表序号"),
      LocalizedText(en: "project name", zh: "项目名称"), LocalizedText(en: "table", zh: "表名"),
      LocalizedText(en: "row", zh: "行"), LocalizedText(en: "column", zh: "栏目"),
      LocalizedText(en: "text", zh: "内容"),
    ].map { $0(language) }
  }

  /// The cells of the tables of a form that its layout does not have, one a row.
  func furtherRows(_ form: Form, _ place: Place) -> [[DataTable.Value]] {
    form.furtherTables.flatMap { table in
      table.rows.enumerated().flatMap { number, row in
        row.cells.map { cell in
          place.cells + [
            .init(table.label), .init(number + 1), .text(cell.label), .text(cell.text),
          ]
        }
      }
    }
  }
}
