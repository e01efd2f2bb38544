internal import IR
internal import Writers

/// What a person wants to know about one input at a glance.
struct Inspection {
  private let source: SourceText
  private let name: String
  private var places: SourcePlaces
  private var forms: [Form] = []
  private var tableCount = 0
  private var outsideCount = 0
  private var entries: [InputReport.Entry] = []

  init(_ source: SourceText, name: String) {
    self.source = source
    self.name = name
    places = SourcePlaces(source)
  }

  /// Appends what was recognised in the next part.
  mutating func append(_ recognition: Recognition) {
    forms += recognition.forms
    tableCount += recognition.tables.count
    outsideCount += recognition.outside.count
    for diagnostic in recognition.diagnostics {
      let position = diagnostic.source.map { places.position(of: $0) }
      entries.append(InputReport.Entry(diagnostic: diagnostic, position: position))
    }
  }

  /// The whole summary.
  func text(_ language: Language, style: Style) -> String {
    var text = style.heading(name.visible) + "\n" + summary(language) + "\n"
    for (index, form) in forms.enumerated() {
      text += "\n" + style.heading(title(of: form, number: index + 1, language)) + "\n"
      text += FormSummary(form: form, language: language).text
    }
    text +=
      DiagnosticSummary(
        entries: entries, language: language, style: style,
        sheetNames: source.workbook?.places.names ?? []
      ).text
    return text
  }

  private func summary(_ language: Language) -> String {
    let format = "\(source.format.rawValue), \(source.encoding.title)"
    switch language {
    case .chinese:
      return "\(format)，\(source.byteCount) 字节；表 \(forms.count) 张，其他表格 \(tableCount) 个，"
        + "表外文字 \(outsideCount) 段"
    case .english:
      return "\(format), bytes: \(source.byteCount); forms: \(forms.count), "
        + "other tables: \(tableCount), texts outside forms: \(outsideCount)"
    }
  }

  private func title(of form: Form, number: Int, _ language: Language) -> String {
    let title = (form.title ?? form.kind.title(language)).visible
    let year = form.year.map { " \($0)" } ?? ""
    return "\(number). \(title)\(year) [\(form.layout.visible)]"
  }
}
