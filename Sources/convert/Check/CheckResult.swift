internal import IR

/// What `formconvert check` found about one input.
struct CheckResult: Sendable {
  /// One thing that is checked, such as the way through XLSX and back.
  struct Step: Sendable {
    /// What it is called, such as `forms/xlsx`.
    let name: String
    /// What does not hold; nothing when the step passed.
    var problems: [Problem] = []
    /// What the format cannot carry, which is no fault.
    var notes: [Problem] = []

    /// What has to hold for a step to pass.
    static func outline(of name: String) -> LocalizedText {
      let parts = name.split(separator: "/").map(String.init)
      switch parts[0] {
      case "read": return LocalizedText(en: "The input can be read.", zh: "输入可以读取。")
      case "conservation":
        return LocalizedText(en: "All text is accounted for.", zh: "所有文字都有着落。")
      case "expected":
        return LocalizedText(
          en: "The input says what is expected of it.", zh: "内容与期望的结果一致。")
      case "forms":
        return LocalizedText(
          en: "The forms are the same after the way through \(parts[1]).",
          zh: "经 \(parts[1]) 写出再读回，表的内容不变。")
      default:
        return LocalizedText(
          en: "The tables are the same after the way through \(parts.last ?? "").",
          zh: "经 \(parts.last ?? "") 写出再读回，表格不变。")
      }
    }
  }

  /// Something that does not hold.
  struct Problem: Sendable, Hashable {
    /// The pointer of a value; `nil` when it is about the input as a whole.
    var pointer: String?
    /// What it should be; `nil` where there should be nothing.
    var was: String?
    /// What it is; `nil` where there is nothing.
    var found: String?
    /// What is wrong, where it is no difference of values.
    var message: LocalizedText?
    /// Where it is in the input.
    var position: LineTable.Position?

    /// What is wrong, in words.
    func message(_ language: Language) -> String {
      if let message { return message(language) }
      switch (was, found) {
      case (let was?, let found?):
        return LocalizedText(
          en: "was '\(was.visible)', is '\(found.visible)'",
          zh: "应为「\(was.visible)」，实为「\(found.visible)」")(language)
      case (let was?, nil):
        return LocalizedText(
          en: "was '\(was.visible)', is not there", zh: "应为「\(was.visible)」，却没有")(language)
      case (nil, let found?):
        return LocalizedText(
          en: "was not there, is '\(found.visible)'", zh: "应当没有，却有「\(found.visible)」")(
            language)
      case (nil, nil):
        return LocalizedText(en: "differs", zh: "不一致")(language)
      }
    }
  }

  /// The path of the input, as it was given.
  let path: String
  /// What was checked, in order.
  var steps: [Step] = []
  /// The names of the sheets, of a workbook.
  var sheetNames: [String] = []
  /// Whether the input, or what is expected of it, could not be read.
  var isUnreadable = false

  /// All problems, each with the step it is of.
  var problems: [(step: String, problem: Problem)] {
    steps.flatMap { step in step.problems.map { (step.name, $0) } }
  }

  /// All notes, each with the steps that say so.
  var notes: [(steps: [String], note: Problem)] {
    var notes: [(steps: [String], note: Problem)] = []
    var known: [Problem: Int] = [:]
    for step in steps {
      for note in step.notes {
        if let index = known[note] {
          notes[index].steps.append(step.name)
        } else {
          known[note] = notes.count
          notes.append(([step.name], note))
        }
      }
    }
    return notes
  }
}
