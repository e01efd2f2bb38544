internal import IR

extension TidyTables {
  static func diagnosticColumns(_ language: Language) -> [String] {
    [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "form", zh: "表序号"),
      LocalizedText(en: "project name", zh: "项目名称"), LocalizedText(en: "severity", zh: "级别"),
      LocalizedText(en: "line", zh: "行"), LocalizedText(en: "column", zh: "列"),
      LocalizedText(en: "message", zh: "说明"), LocalizedText(en: "before", zh: "原文"),
      LocalizedText(en: "after", zh: "读作"), LocalizedText(en: "alternatives", zh: "其他可能"),
      LocalizedText(en: "code", zh: "代码"), LocalizedText(en: "pointer", zh: "指针"),
    ].map { $0(language) }
  }

  func row(
    _ input: Input, _ number: Int?, _ form: Form?, _ diagnostic: Diagnostic,
    _ position: LineTable.Position?
  ) -> [DataTable.Value] {
    let before: [DataTable.Value] = [
      .text(input.name), number.map { DataTable.Value($0 + 1) } ?? .nothing,
      .init(form?.projectName), .text(diagnostic.severity.title(columnLanguage)),
      position.map { DataTable.Value($0.line) } ?? .nothing,
      position.map { DataTable.Value($0.column) } ?? .nothing,
    ]
    let after: [DataTable.Value] = [
      .text(diagnostic.message(columnLanguage)), .init(diagnostic.before),
      .init(diagnostic.after),
      diagnostic.alternatives.isEmpty
        ? .nothing : .text(diagnostic.alternatives.joined(separator: "；")),
      .text(diagnostic.code.rawValue), .init(diagnostic.pointer),
    ]
    return before + after
  }
}
