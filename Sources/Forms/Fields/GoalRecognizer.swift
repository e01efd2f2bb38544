internal import IR

/// Reads goals: labels side by side in one row, their texts in the rows below.
struct GoalRecognizer {
  /// The labels, from left to right, each with its token, and the tokens of their texts.
  private var goals: [(key: FieldKey, token: Int, column: Int, tokens: [Int])] = []

  /// How far a row that has lost the caption's merged cell is shifted.
  private var shift = 0
  /// Where the header of something else stands, right of the goals.
  private var end = Int.max

  /// Whether a row holds labels of goals and no value; right of two of them may stand the header of something else,
  /// which is none of a goal: 年度预期目标 | 具体完成情况 | 总体完成率（%）.
  static func isHeader(_ labels: RowLabels, of reading: FormReading) -> Bool {
    var goals = 0
    var hasOther = false
    for part in labels.parts {
      switch part.role {
      case .field(let keys):
        guard let key = keys.first, isBelow(key, reading), !hasOther else { return false }
        goals += 1
      case .other: break
      case .unknown, .value:
        guard goals >= 2 else { return false }
        hasOther = true
      case .fieldAndValue: return false
      }
    }
    return goals > 0
  }

  /// Reads the goals whose labels are in a row; returns the row after their texts.
  ///
  /// - Parameter shift: How far rows of the form are shifted that have lost a caption's merged cell.
  static func read(
    _ labels: RowLabels, at row: Int, to end: Int, shift: Int, of reading: inout FormReading
  ) -> Int {
    var recognizer = GoalRecognizer()
    if case .other = labels.parts.first?.role { recognizer.shift = shift }
    for part in labels.parts {
      if !part.role.isLabel || part.role == .unknown {
        recognizer.end = min(recognizer.end, reading.grid.tokens[part.token].column)
        continue
      }
      reading[fate: part.token] = .label
      guard case .field(let keys) = part.role, let key = keys.first else { continue }
      reading.noteSuffix(of: part.token, as: key)
      recognizer.dropCaption(before: part.token, key, of: reading)
      recognizer.goals.append((key, part.token, reading.grid.tokens[part.token].column, []))
    }
    var next = row + 1
    while next < end, recognizer.readTexts(at: next, of: &reading) { next += 1 }
    recognizer.store(of: &reading)
    return next
  }

  /// Forgets the first label where another one of the same goal is worded otherwise: it is the caption of the
  /// block, as in 总体目标 | 年初设定目标, or 总体目标完成情况 | 总体目标 | 全年实际完成情况.
  private mutating func dropCaption(
    before token: Int, _ key: FieldKey, of reading: FormReading
  ) {
    guard let first = goals.first, first.key == key,
      reading.grid.tokens[first.token].label != reading.grid.tokens[token].label
    else { return }
    goals.removeFirst()
  }

  private static func isBelow(_ key: FieldKey, _ reading: FormReading) -> Bool {
    reading.layout.fields.contains {
      guard $0.key == key, case .below = $0.place else { return false }
      return true
    }
  }

  /// Reads a row of texts; `false` when the row belongs to another block.
  private mutating func readTexts(at row: Int, of reading: inout FormReading) -> Bool {
    if reading.grid.rows[row].table == nil, PageNumber.isBetweenPages(row, reading) { return true }
    let labels = RowLabels(row, of: &reading)
    guard !labels.hasField, !labels.beginsTable else { return false }
    let texts = reading.items(
      labels.parts.filter {
        !$0.role.isLabel && reading.grid.tokens[$0.token].column < end
      }.map(\.token))
    // No more than two goals stand side by side: below their texts, three are a table of something else.
    if texts.count > 2, goals.contains(where: { !$0.tokens.isEmpty }) { return false }
    for part in labels.parts where part.role.isLabel { reading[fate: part.token] = .label }
    if texts.count == goals.count {
      guard goOn(texts, at: row, reading) else { return false }
      for (number, text) in texts.enumerated() {
        if goals[number].tokens.isEmpty { reportShift(of: text[0], number, of: &reading) }
        goals[number].tokens += text
      }
      return true
    }
    for text in texts { assign(text, isAlone: texts.count == 1, of: &reading) }
    return true
  }

  /// Whether texts, one for each goal, go on with those read before, since they stand below them.
  ///
  /// A row of another kind stands elsewhere; at the top of a page columns are new.
  private func goOn(_ texts: [[Int]], at row: Int, _ reading: FormReading) -> Bool {
    guard texts.count > 1, reading.grid.rows[row].block == reading.grid.rows[row - 1].block else {
      return true
    }
    return zip(texts, goals).allSatisfy { text, goal in
      goal.tokens.first.map {
        reading.grid.tokens[$0].column == reading.grid.tokens[text[0]].column
      } ?? true
    }
  }

  /// Reports a text that does not stand below its label: one of the two has moved.
  private func reportShift(of text: Int, _ number: Int, of reading: inout FormReading) {
    let columns = reading.grid.tokens[text].column - goals[number].column
    guard columns != 0 else { return }
    reading.report(
      .valueShifted, text, path: goals[number].key.rawValue,
      .text("label", reading.label(of: goals[number].key)), .number("columns", columns))
  }

  /// Gives a text to the goal whose label is nearest; one that stands two columns or more beside
  /// the only label belongs to the goal of the layout on that side, whose label is lost.
  private mutating func assign(_ text: [Int], isAlone: Bool, of reading: inout FormReading) {
    let column = reading.grid.tokens[text[0]].column - (isAlone ? shift : 0)
    let distances = goals.map { abs($0.column - column) }
    guard let least = distances.min(), let nearest = distances.lastIndex(of: least) else { return }
    if isAlone, shift != 0, goals[nearest].tokens.isEmpty {
      reading.report(
        .valueShifted, text[0], path: goals[nearest].key.rawValue,
        .text("label", reading.label(of: goals[nearest].key)), .number("columns", shift))
    }
    if goals.count == 1, least >= 2, let lost = lostGoal(of: reading),
      // A text alone may as well be that of the label, shifted to the left.
      lost.isRight ? column > goals[0].column : column < goals[0].column && !isAlone
    {
      goals.append((lost.key, text[0], column, text))
      reading.report(
        .fieldInferred, text[0], path: lost.key.rawValue,
        .text("field", reading.label(of: lost.key)))
      return
    }
    goals[nearest].tokens += text
  }

  /// The goal of the layout that is printed beside the only one that was found, and on which side.
  private func lostGoal(of reading: FormReading) -> (key: FieldKey, isRight: Bool)? {
    let keys = reading.goals
    guard let found = keys.firstIndex(of: goals[0].key) else { return nil }
    let lost = keys[1 - found]
    return reading.form.has(lost) ? nil : (lost, found == 0)
  }

  private func store(of reading: inout FormReading) {
    for goal in goals {
      if goal.tokens.isEmpty {
        reading.noteBlank(goal.key)
      } else {
        reading.setField(goal.key, goal.tokens)
      }
    }
  }
}

extension FormReading {
  /// The values of a row, each with the number that has a cell of its own before it: 目标1 | 完成改造.
  func items(_ values: [Int]) -> [[Int]] {
    var items: [[Int]] = []
    var isNumbered = false
    for value in values {
      if isNumbered { items[items.count - 1].append(value) } else { items.append([value]) }
      isNumbered =
        !isNumbered && ItemNumber.isAlone(grid.keys.span.extracting(grid.tokens[value].key))
    }
    return items
  }

  /// The goals that the layout prints side by side, from left to right.
  var goals: [FieldKey] {
    layout.kind == .selfEvaluation ? [.plannedGoal, .actualGoal] : [.overallGoal, .annualGoal]
  }
}
