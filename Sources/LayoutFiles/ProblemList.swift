internal import IR

/// The problems of one file that were found so far.
struct ProblemList {
  /// What the file is called.
  let file: String
  private var found: [LayoutProblem] = []

  init(file: String) { self.file = file }

  var isEmpty: Bool { found.isEmpty }

  /// How many there are; of very many, not all are kept.
  var count: Int { found.count }

  /// Adds a problem; the same one at the same place counts once.
  mutating func add(_ position: LineTable.Position?, en english: String, zh chinese: String) {
    add(position, LocalizedText(en: english, zh: chinese))
  }

  /// Adds a problem; the same one at the same place counts once.
  mutating func add(_ position: LineTable.Position?, _ message: LocalizedText) {
    let problem = LayoutProblem(file: file, position: position, message: message)
    // An alias shows a mistake as often as it is used. No more are kept than will be told.
    guard found.count <= LayoutFileLimits.problems, !found.contains(problem) else { return }
    found.append(problem)
  }

  /// Adds that a text stands at two places, where it may stand at one.
  mutating func addRepetition(
    of text: String, at position: LineTable.Position, first: LineTable.Position
  ) {
    add(
      position, en: "'\(text)' stands here again; the first is in line \(first.line)",
      zh: "「\(text)」重复；第一次在第 \(first.line) 行")
  }

  /// The problems by place, the first ones where there are very many.
  var sorted: [LayoutProblem] {
    // The sort is stable: problems of one place keep their order.
    var sorted = found.sorted { left, right in
      guard let right = right.position else { return false }
      guard let left = left.position else { return true }
      return (left.line, left.column) < (right.line, right.column)
    }
    guard sorted.count > LayoutFileLimits.problems else { return sorted }
    sorted = Array(sorted.prefix(LayoutFileLimits.problems))
    sorted.append(
      LayoutProblem(
        file: file,
        message: LocalizedText(
          en: "more than \(LayoutFileLimits.problems) problems; the others are not listed",
          zh: "问题超过 \(LayoutFileLimits.problems) 个，其余的没有列出")))
    return sorted
  }
}
