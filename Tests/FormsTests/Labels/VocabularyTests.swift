import IR
import Testing

@testable import Forms

/// Labels are found by their key: exactly, one character off, or clipped.
struct VocabularyTests {
  private let vocabulary = Vocabulary(Layout.builtIn)

  private func layout(_ id: String) throws -> Int {
    try #require(Layout.builtIn.firstIndex { $0.id == id })
  }

  private func find(_ text: String) -> Vocabulary.LabelID {
    vocabulary.find(LabelKey.key(of: text).span)
  }

  private func near(_ text: String, in id: String) throws -> [String] {
    let labels = vocabulary.labels(of: try layout(id)).nearLevels.near(LabelKey.key(of: text).span)
    return labels.map { vocabulary.labels[Int($0)].text }
  }

  private func completions(_ text: String, in id: String) throws -> [String] {
    let key = LabelKey.key(of: text)
    let labels = vocabulary.labels(of: try layout(id)).nearLevels.completions(of: key.span)
    return labels.map { vocabulary.labels[Int($0)].text }
  }

  @Test(arguments: [
    ("项目名称", FieldKey.name), ("项 目 名 称", .name), ("主管部门", .department),
    ("主管部门及代码", .department), ("项目性质", .nature), ("其中：财政资金", .fiscal),
    ("其中:财政资金", .fiscal), ("年度资金申请总额", .annualTotal), ("年度 总体 目标", .annualGoal),
  ])
  func fieldsAreFoundByAnyOfTheirLabels(text: String, field: FieldKey) throws {
    #expect(vocabulary.meanings(find(text), in: try layout("2024")).contains(.field(field)))
  }

  @Test(arguments: ["", "项目", "项目名称项目名称", "某中心", "=90.00(套)", "热线运行"])
  func otherTextsAreNoLabels(text: String) {
    #expect(find(text) == -1)
  }

  @Test func everyLabelIsFoundAgain() {
    for (number, label) in vocabulary.labels.enumerated() {
      #expect(find(label.text) == Vocabulary.LabelID(number), "\(label.text)")
    }
  }

  /// One character is wrong, surplus or missing, also where characters begin or end with the same bytes
  /// (数 is E6 95 B0, 教 E6 95 99, 绰 E7 BB B0).
  @Test(arguments: [
    ("数量指标", "教量指标", true), ("数量指标", "绰量指标", true), ("数量指标", "数量指", true),
    ("数量指标", "数量指标标", true), ("数量指标", "量指标", true), ("A类指标", "数类指标", true),
    ("数量指标", "数量指标", false), ("数量指标", "教绰指标", false), ("数量指标", "数量", false),
    ("数量指标", "教指标", false), ("", "", false), ("", "数", true), ("数数", "数", true),
  ])
  func oneCharacter(left: String, right: String, isOne: Bool) {
    #expect(LabelKey.differByOne(left.utf8Span.span, right.utf8Span.span) == isOne)
    #expect(LabelKey.differByOne(right.utf8Span.span, left.utf8Span.span) == isOne)
  }

  @Test func aLabelMayStandForSeveralFields() throws {
    let meanings = vocabulary.meanings(find("其他资金"), in: try layout("2024"))
    #expect(meanings == [.field(.other), .field(.annualOther)])
  }

  /// 备注 is a field in 2019, and a column of other kinds of its own after that.
  @Test func aLabelStandsForWhatItsLayoutSays() throws {
    let label = find("备注")
    #expect(vocabulary.meanings(label, in: try layout("2019")) == [.field(.remarks)])
    #expect(
      vocabulary.meanings(label, in: try layout("2020-self-evaluation")) == [.column(.deviation)])
    #expect(vocabulary.meanings(label, in: try layout("2024")) == [.column(.remark)])
  }

  @Test(arguments: ["时效指际", "时指标", "时时效指标", "时效指标标", "寸效指标"])
  func oneCharacterMayBeWrongMissingOrSurplus(text: String) throws {
    #expect(try near(text, in: "2024").contains("时效指标"))
  }

  @Test(arguments: ["时较指际", "效", "", "时效性指标值"])
  func twoCharactersMayNot(text: String) throws {
    #expect(try near(text, in: "2024").isEmpty)
  }

  /// Damaged so that two labels are as near: both are kept for the levels to decide.
  @Test func equallyNearLabelsAreAllGiven() throws {
    #expect(Set(try near("贡量指标", in: "2024")) == ["数量指标", "质量指标"])
  }

  /// The caption is one character from a level, so it must be found as what it is.
  @Test func theCaptionIsNoLevel() throws {
    let caption = find("绩效指标")
    #expect(vocabulary.meanings(caption, in: try layout("2024")) == [.column(.caption)])
    #expect(try near("绩效指标", in: "2024").contains("时效指标"))
  }

  @Test func clippedLabelsAreCompleted() throws {
    #expect(try completions("服务对象满意度指", in: "2024") == ["服务对象满意度指标"])
    #expect(try completions("服务对", in: "2024").isEmpty)
    #expect(try completions("服务对象满意度指标", in: "2024").isEmpty)
    #expect(try completions("满意度服务对", in: "2024").isEmpty)
  }

  @Test func aLayoutsOwnWordingComesFirst() throws {
    let current = try layout("2024")
    #expect(vocabulary.isOwnWording(Int(find("项目性质")), of: current))
    #expect(!vocabulary.isOwnWording(Int(find("项目属性")), of: current))
  }

  @Test(arguments: [
    ("项目资金（元）", "项目资金", "(元)"), ("项目总目标(2023年-2023年)", "项目总目标", "(2023年-2023年)"),
    ("项目名称：", "项目名称", ":"), ("产出指标（50分）", "产出指标", "(50分)"),
  ])
  func whatFollowsALabelIsItsSuffix(text: String, label: String, suffix: String) throws {
    let grid = Grid(try Document(text + "\t值\n", as: .tsv), vocabulary: vocabulary)
    let token = try #require(grid.tokens.first)
    #expect(token.label == find(label))
    #expect(String(decoding: grid.keys[token.suffix], as: UTF8.self) == suffix)
  }
}
