internal import Forms
internal import IR

/// The labels of one layout and what they stand for: finds those that stand for two things.
struct LabelLedger {
  private struct Entry {
    var use: LabelUse
    var text: String
    var position: LineTable.Position
  }

  private var entries: [Entry] = []

  /// Notes what labels stand for.
  mutating func note(_ labels: [ShapedValue], _ use: LabelUse) {
    for label in labels {
      entries.append(Entry(use: use, text: label.text, position: label.position))
    }
  }

  /// Tells of labels with two meanings that recognition cannot tell apart.
  func check(_ layout: Layout, _ problems: inout ProblemList) {
    var known: [[UInt8]: [Entry]] = [:]
    for entry in entries {
      let key = LabelKey.key(of: entry.text)
      let others = known[key, default: []]
      guard !others.contains(where: { $0.use == entry.use }) else { continue }
      if let other = others.first(where: { !entry.use.isTold(from: $0.use, in: layout) }) {
        tell(entry, other, &problems)
      } else if others.count(where: { $0.use.isField }) > 1, entry.use.isField {
        problems.add(
          entry.position,
          en: "label '\(entry.text)' stands for more than two fields; a row has two sides only",
          zh: "标签「\(entry.text)」代表了两个以上的栏目；一行只有左右两边")
      }
      known[key, default: []].append(entry)
    }
  }

  private func tell(_ entry: Entry, _ other: Entry, _ problems: inout ProblemList) {
    let line = other.position.line
    let areFields = entry.use.isField && other.use.isField
    let advice =
      areFields
      ? LocalizedText(
        en: "; put both into one row of 'printedRows', the left one first there and in 'fields'",
        zh: "；请把两个栏目放进 printedRows 的同一行，左边的在前，fields 中次序相同")
      : LocalizedText(en: "; keep one of them", zh: "；请只保留一处")
    problems.add(
      entry.position,
      en: "label '\(entry.text)' stands for \(entry.use.title.english) here and for "
        + "\(other.use.title.english) in line \(line), which cannot be told apart"
        + advice.english,
      zh: "标签「\(entry.text)」在这里代表\(entry.use.title.chinese)，在第 \(line) 行代表"
        + "\(other.use.title.chinese)，识别时无法区分" + advice.chinese)
  }
}

extension LabelUse {
  /// Whether it is a field.
  var isField: Bool { if case .field = self { true } else { false } }
}
