import IR
import LayoutFiles

/// A layout file as tests write it: a small layout that is right, with a part changed.
struct LayoutText {
  /// The text.
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// A file with one small layout.
  static let small = LayoutText(
    """
    layouts:
      - id: own
        kind: self-evaluation
        summary: My own layout
        titles: [项目支出绩效自评表]
        fields:
          - key: project/name
            labels: [项目名称]
          - key: goals/planned
            labels: [预期目标]
            place: below
        printedRows:
          - [project/name]
        captions: [绩效目标]
        columns:
          - {key: level1, labels: [一级指标]}
          - {key: level2, labels: [二级指标]}
          - {key: name, labels: [三级指标]}
          - {key: target, labels: [指标值]}
        taxonomy:
          - label: 产出指标
            classes:
              - {label: 数量指标, topic: quantity}
              - {label: 质量指标, topic: quality}
        totals: [总分]

    """)

  /// The text with a part replaced that it has once.
  func replacing(_ part: String, with other: String) -> LayoutText {
    let pieces = text.split(separator: part, omittingEmptySubsequences: false)
    precondition(pieces.count == 2, "'\(part)' is there \(pieces.count - 1) times")
    return LayoutText(pieces.joined(separator: other))
  }

  /// The text with more below it.
  func adding(_ other: String) -> LayoutText { LayoutText(text + other) }

  /// The file.
  var file: LayoutFile { LayoutFile(name: "own.yaml", bytes: Array(text.utf8)) }

  /// What is wrong with it, a line for each: `line:column: message`.
  func problems(_ language: Language = .english) -> [String] {
    LayoutText.problems(of: [file], language)
  }

  /// What is wrong with files, a line for each: `line:column: message`.
  static func problems(of files: [LayoutFile], _ language: Language = .english) -> [String] {
    do {
      _ = try LayoutCatalog(reading: files)
      return []
    } catch {
      return error.problems.map { problem in
        let place = problem.position.map { "\($0.line):\($0.column): " } ?? ""
        return place + problem.message(language)
      }
    }
  }
}
