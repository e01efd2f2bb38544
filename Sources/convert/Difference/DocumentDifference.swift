internal import Forms
internal import IR
internal import Writers

/// What differs between the forms of two documents.
struct DocumentDifference: Sendable {
  /// How it is reported.
  enum Format: String, CaseIterable, ReportFormat {
    /// A table for each form that changed, for people.
    case text
    /// One JSON document.
    case json

    var isJSON: Bool { self == .json }
  }

  /// One of the documents.
  struct Side: Sendable {
    /// What the file is called in messages.
    var name: String
    var forms: [Form] = []
  }

  /// A form of both documents that changed.
  private struct Changed: Sendable {
    /// Its numbers in the two documents.
    var first: Int
    var second: Int
    var changes: [FormChange]
  }

  private let first: Side
  private let second: Side
  private let pairs: FormPairs
  private let changed: [Changed]

  init(first: Side, second: Side) {
    self.first = first
    self.second = second
    pairs = FormPairs(first.forms, second.forms)
    changed = pairs.pairs.compactMap { pair in
      let changes = FormChange.all(from: first.forms[pair.first], to: second.forms[pair.second])
      return changes.isEmpty
        ? nil : Changed(first: pair.first, second: pair.second, changes: changes)
    }
  }

  /// The names of the documents in which there is nothing to compare.
  var namesWithoutForms: [String] { [first, second].filter(\.forms.isEmpty).map(\.name) }

  /// Whether nothing differs.
  var isEmpty: Bool { changed.isEmpty && pairs.removed.isEmpty && pairs.added.isEmpty }

  /// The whole report.
  func text(_ format: Format, _ language: Language) -> String {
    switch format {
    case .text: tables(language) + summary(language) + "\n"
    case .json: json.line
    }
  }

  // MARK: Text

  /// The forms that differ, without a summary.
  func tables(_ language: Language) -> String {
    var text = ""
    for form in changed {
      let rows = form.changes.map { change in
        [change.title(language), change.was ?? "—", change.found ?? "—"]
      }
      let table = TextTable(
        rows: [["", first.name, second.name]] + rows, maximumWidths: Self.widths, headerCount: 1)
      text += "\(first.forms[form.first].displayName.visible)\n\(table.text)\n"
    }
    text += list(pairs.removed, of: first, language)
    text += list(pairs.added, of: second, language)
    return text
  }

  private static let widths = [46, 40, 40]

  /// The forms that only one document has.
  private func list(_ forms: [Int], of side: Side, _ language: Language) -> String {
    guard !forms.isEmpty else { return "" }
    let title = LocalizedText(en: "only in \(side.name)", zh: "只在 \(side.name) 中")(language)
    return "\(title.visible)\n" + forms.map { "  \(side.forms[$0].displayName.visible)\n" }.joined()
      + "\n"
  }

  private func summary(_ language: Language) -> String {
    let places = changed.reduce(0) { $0 + $1.changes.count }
    let same = pairs.pairs.count - changed.count
    return LocalizedText(
      en: """
        the same: \(same); changed: \(changed.count), in \(places == 1 ? "1 place" : "\(places) places"); \
        only in the first: \(pairs.removed.count); only in the second: \(pairs.added.count)
        """,
      zh: """
        相同 \(same) 张，有变化 \(changed.count) 张（\(places) 处），\
        只在前者 \(pairs.removed.count) 张，只在后者 \(pairs.added.count) 张
        """)(language)
  }

  // MARK: JSON

  /// All that differs.
  var json: CanonicalJSON {
    [
      "added": .array(pairs.added.map { Self.json($0, of: second) }),
      "changed": .array(changed.map(json)),
      "removed": .array(pairs.removed.map { Self.json($0, of: first) }),
      "same": .integer(pairs.pairs.count - changed.count),
    ]
  }

  private static func json(_ form: Int, of side: Side) -> CanonicalJSON {
    ["form": .string("/forms/\(form)"), "name": .string(side.forms[form].displayName)]
  }

  private func json(_ form: Changed) -> CanonicalJSON {
    [
      "changes": .array(form.changes.map(Self.json)),
      "first": .string("/forms/\(form.first)"),
      "name": .string(first.forms[form.first].displayName),
      "second": .string("/forms/\(form.second)"),
    ]
  }

  private static func json(_ change: FormChange) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = ["pointer": .string(change.pointer)]
    if !change.items.isEmpty {
      members["items"] = .array(change.items.map(CanonicalJSON.string))
    }
    members["was"] = change.was.map(CanonicalJSON.string)
    members["is"] = change.found.map(CanonicalJSON.string)
    return CanonicalJSON(members)
  }
}
