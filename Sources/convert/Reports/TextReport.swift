internal import IR

/// What there is to say about an input as lines for people.
struct TextReport {
  let language: Language

  /// The lines, each with its line end.
  func lines(for report: InputReport) -> String {
    var text = ""
    let areSeveral = report.diagnostics.contains { $0.diagnostic.formIndex ?? 0 > 0 }
    for group in NoteGroup.groups(of: report.diagnostics) {
      let diagnostic = group.first.diagnostic
      text += place(report, group.first.position)
      text += "\(diagnostic.severity.title(language)): "
      if areSeveral, group.first.position == nil, let form = diagnostic.formTitle(language) {
        text += "\(form): "
      }
      text += group.message(language).visible
      text += " [\(diagnostic.code.rawValue)]\n"
    }
    for change in report.changes { text += ChangeReport(language: language).text(for: change) }
    if let failure = report.failure {
      text += place(report, failure.position)
      text += "\(Severity.error.title(language)): \(failure.message(language).visible)\n"
    }
    return text
  }

  private func place(_ report: InputReport, _ position: LineTable.Position?) -> String {
    let name = report.displayName.visible
    guard let position else { return "\(name): " }
    return "\(name):\(position.text(sheetNames: report.sheetNames).visible): "
  }
}

extension Diagnostic {
  /// What the form it is about is called where it has no place; `nil` where it is about none.
  func formTitle(_ language: Language) -> String? {
    formIndex.map { LocalizedText(en: "form \($0 + 1)", zh: "第 \($0 + 1) 张表")(language) }
  }

  /// The message, and the other readings of the place where there are any.
  func messageWithAlternatives(_ language: Language) -> String {
    let message = message(language)
    guard !alternatives.isEmpty else { return message }
    switch language {
    case .chinese:
      let others = alternatives.map { "「\($0)」" }.joined(separator: "、")
      return "\(message)（也可能是\(others)）"
    case .english:
      let others = alternatives.map { "'\($0)'" }.joined(separator: ", ")
      return "\(message) (could also be \(others))"
    }
  }
}
