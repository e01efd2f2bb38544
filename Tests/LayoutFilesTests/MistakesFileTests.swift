import IR
import LayoutFiles
import TestSupport
import Testing

/// One file with a mistake of every kind: each is told, once, where it stands.
struct MistakesFileTests {
  private func problems(_ language: Language) throws -> [String] {
    let bytes = try Fixture.bytes("layouts/mistakes.yaml")
    return LayoutText.problems(of: [LayoutFile(name: "mistakes.yaml", bytes: bytes)], language)
  }

  private static let expected: [(place: String, beginning: String)] = [
    ("3:9", "'2024' is a built-in layout; choose another id, or say 'replaces: true'"),
    ("4:11", "unknown word 'self-evaluaton'; did you mean 'self-evaluation'?"),
    ("10:9", "unknown key 'requird' in a field; did you mean 'required'?"),
    ("11:14", "unknown word 'project/departmant'; did you mean 'project/department'?"),
    ("14:17", "empty list; expected at least one: a label as it is printed"),
    ("16:9", "key 'labels' is missing; expected a list of labels as they are printed"),
    ("17:16", "a list; expected beside or below"),
    ("19:24", "'project/leader' is not in 'fields' of this layout; those are project/name, "),
    ("22:15", "unknown word 'levl2'; did you mean 'level2'?"),
    ("24:37", "label '三级指标' stands for column 'target' of the indicators here"),
    ("28:34", "unknown word 'amount'; expected quantity, quality, "),
    ("29:21", "empty; expected a label as it is printed"),
    ("34:9", "unknown layout '2025'; did you mean '2023'?"),
    ("39:23", "unknown level '数量目的' under '产出目标' of layout '2019'; did you mean '数量目标'?"),
  ]

  @Test func everyMistakeIsTold() throws {
    let problems = try problems(.english)
    #expect(problems.count == Self.expected.count)
    for (problem, expected) in zip(problems, Self.expected) {
      #expect(problem.hasPrefix("\(expected.place): \(expected.beginning)"))
    }
  }

  @Test func everyMistakeIsToldInChinese() throws {
    let problems = try problems(.chinese)
    #expect(problems.count == Self.expected.count)
    for (problem, expected) in zip(problems, Self.expected) {
      #expect(problem.hasPrefix("\(expected.place): "))
      #expect(problem.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }
}
