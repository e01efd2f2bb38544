internal import Forms
internal import IR

/// What became of every value of a form whose layout was changed, as a table for people.
struct ChangeReport {
  let language: Language

  /// The table, below the name of the form.
  func text(for change: Normalization) -> String {
    let name = change.form.displayName.visible
    guard !change.fates.isEmpty else {
      return "\n\(name)\n\(LocalizedText(en: "no changes", zh: "没有变化")(language))\n\n"
    }
    var rows = [
      [
        LocalizedText(en: "fate", zh: "结果")(language),
        LocalizedText(en: "from", zh: "原位置")(language),
        LocalizedText(en: "to", zh: "新位置")(language), LocalizedText(en: "was", zh: "原文")(language),
        LocalizedText(en: "is", zh: "新文")(language),
      ]
    ]
    for fate in change.fates {
      rows.append([
        title(fate.kind), fate.source ?? "", fate.target ?? "", shortened(fate.before),
        fate.after == fate.before ? "" : shortened(fate.after),
      ])
    }
    let table = TextTable(rows: rows, maximumWidths: [14, 30, 34, 40, 40], headerCount: 1).text
    return "\n\(name)\n\(table)\n"
  }

  /// Long texts are told by their beginning; the output has them whole.
  private func shortened(_ text: String?) -> String {
    guard let text, text.unicodeScalars.count > Self.longestText else { return text ?? "" }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText - 1))) + "…"
  }

  private static let longestText = 60

  private func title(_ kind: Normalization.Fate.Kind) -> String {
    switch kind {
    case .mapped: LocalizedText(en: "mapped", zh: "对应")(language)
    case .reformatted: LocalizedText(en: "reformatted", zh: "改写")(language)
    case .carried: LocalizedText(en: "carried", zh: "随表保留")(language)
    case .absent: LocalizedText(en: "absent", zh: "原表没有")(language)
    case .supplied: LocalizedText(en: "supplied", zh: "补充")(language)
    case .dropped: LocalizedText(en: "dropped", zh: "去掉")(language)
    }
  }
}
