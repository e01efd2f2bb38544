internal import IR

/// The diagnostics of one input, grouped by code, the most serious ones first.
struct DiagnosticSummary {
  let entries: [InputReport.Entry]
  let language: Language
  let style: Style
  /// The names of the sheets, of a workbook.
  var sheetNames: [String] = []

  /// How many notes and repairs of a kind are shown; of what a person must look at, all are.
  private static let shownCount = 10

  /// The groups, each with an empty line before it.
  var text: String {
    let groups = Dictionary(grouping: entries) { $0.diagnostic.code }.sorted {
      ($1.key.severity, $0.key.rawValue) < ($0.key.severity, $1.key.rawValue)
    }
    return groups.map { "\n" + text(of: $0.key, $0.value) }.joined()
  }

  private func text(of code: DiagnosticCode, _ entries: [InputReport.Entry]) -> String {
    let title = "\(code.severity.title(language)) [\(code.rawValue)]: \(entries.count)"
    let groups = NoteGroup.groups(of: entries)
    let shownCount = code.severity >= .warning ? groups.count : Self.shownCount
    let rows = groups.prefix(shownCount).map { group in
      let place =
        group.first.position?.text(sheetNames: sheetNames).visible
        ?? group.first.diagnostic.formTitle(language) ?? ""
      return ["  " + place, group.message(language)]
    }
    var text = style.heading(title) + "\n"
    text += TextTable(rows: Array(rows), maximumWidths: [16, 90]).text
    if groups.count > shownCount { text += "  " + rest(groups.count - shownCount) + "\n" }
    return text
  }

  private func rest(_ count: Int) -> String {
    LocalizedText(
      en: "… \(count) more; 'formconvert convert FILE' lists all",
      zh: "…… 另有 \(count) 条；用「formconvert convert 文件」可列出全部")(language)
  }
}
