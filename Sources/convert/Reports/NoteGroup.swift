internal import IR

/// A diagnostic as people are told it: notes of one kind on one form are told once, with the places
/// of all.
///
/// A large form may have dozens, which would hide what a person must look at. What was changed, and
/// what has no place, is always told by itself.
struct NoteGroup {
  /// The diagnostic that is told.
  let first: InputReport.Entry
  /// The places of the others.
  private var places: [LineTable.Position] = []

  /// Groups diagnostics, in their order, in which those of a form follow each other.
  static func groups(of entries: [InputReport.Entry]) -> [NoteGroup] {
    var groups: [NoteGroup] = []
    // Those of one form: there are fewer kinds than are worth a dictionary.
    var indices: [(key: Key, group: Int)] = []
    for entry in entries {
      guard let key = Key(entry.diagnostic) else {
        groups.append(NoteGroup(first: entry))
        continue
      }
      if key.form != indices.first?.key.form { indices.removeAll() }
      if let index = indices.first(where: { $0.key == key }), let position = entry.position {
        groups[index.group].places.append(position)
      } else {
        indices.append((key, groups.count))
        groups.append(NoteGroup(first: entry))
      }
    }
    return groups
  }

  private init(first: InputReport.Entry) {
    self.first = first
  }

  /// What the notes of a group have in common.
  private struct Key: Equatable {
    let code: DiagnosticCode
    let form: Int

    /// Finds it; `nil` for a diagnostic that is told by itself.
    init?(_ diagnostic: Diagnostic) {
      guard diagnostic.severity == .note, diagnostic.before == nil, diagnostic.after == nil,
        let form = diagnostic.formIndex
      else { return nil }
      code = diagnostic.code
      self.form = form
    }
  }

  /// The message of the first, and how many others there are on which lines.
  func message(_ language: Language) -> String {
    let message = first.diagnostic.messageWithAlternatives(language)
    guard !places.isEmpty else { return message }
    let lines = lineRanges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    switch language {
    case .chinese:
      return "\(message)；本表另有 \(places.count) 处同样的说明，行：\(lines.joined(separator: "、"))"
    case .english:
      let isOneLine = lineRanges.count == 1 && lineRanges[0].count == 1
      return "\(message); the same on this form: \(places.count) more, "
        + "\(isOneLine ? "line" : "lines") \(lines.joined(separator: ", "))"
    }
  }

  /// The lines of the others, or their rows in a workbook.
  private var lineRanges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for line in Set(places.map(\.line)).sorted() {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    return ranges
  }
}
