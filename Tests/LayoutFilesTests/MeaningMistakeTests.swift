import Forms
import IR
import LayoutFiles
import Testing

/// Mistakes between the parts of layouts, each told with its place and what to do.
struct MeaningMistakeTests {
  @Test(arguments: [
    // Fields and rows.
    (
      "key: goals/planned", "key: project/name",
      "9:14: 'project/name' stands here again; the first is in line 7"
    ),
    (
      "- [project/name]", "- [project/name, project/leader]",
      "13:24: 'project/leader' is not in 'fields' of this layout; those are project/name and "
        + "goals/planned"
    ),
    (
      "- [project/name]", "- [project/name]\n      - [goals/planned, project/name]",
      "14:25: 'project/name' stands here again; the first is in line 13"
    ),
    // Columns and levels.
    ("key: level2", "key: level1", "17:15: 'level1' stands here again; the first is in line 16"),
    (
      "{key: name, labels: [三级指标]}", "{key: actual, labels: [三级指标]}",
      "16:7: column 'name' is missing; indicators have a name and a target"
    ),
    (
      "    totals: [总分]", "      - label: 效益指标\n    totals: [总分]",
      "25:9: '效益指标' has no level-2 labels; list them under 'classes', or say 'open: true'"
    ),
    // Labels with two meanings.
    (
      "labels: [预期目标]", "labels: [预期目标, 项 目名称]",
      "10:24: label '项 目名称' stands for field 'goals/planned' here and for field 'project/name' in "
        + "line 8, which cannot be told apart; put both into one row of 'printedRows', the left one "
        + "first there and in 'fields'"
    ),
    (
      "captions: [绩效目标]", "captions: [项目名称]",
      "14:16: label '项目名称' stands for a caption here and for field 'project/name' in line 8, which "
        + "cannot be told apart; keep one of them"
    ),
    (
      "{key: target, labels: [指标值]}", "{key: target, labels: [指标值, 三级指标]}",
      "19:37: label '三级指标' stands for column 'target' of the indicators here and for column "
        + "'name' of the indicators in line 18, which cannot be told apart; keep one of them"
    ),
    (
      "{label: 质量指标,", "{label: 数量指标,",
      "24:21: label '数量指标' stands for level-2 label '数量指标' here and for level-2 label '数量指标' in "
        + "line 23, which cannot be told apart; keep one of them"
    ),
    (
      "totals: [总分]", "totals: [三级指标]",
      "25:14: label '三级指标' stands for the row of totals here and for column 'name' of the "
        + "indicators in line 18, which cannot be told apart; keep one of them"
    ),
    (
      "captions: [绩效目标]", "captions: [项目支出绩效自评表]",
      "14:16: label '项目支出绩效自评表' stands for a caption here and for a title in line 5, which cannot "
        + "be told apart; keep one of them"
    ),
    // Built-in layouts.
    (
      "id: own", "id: 2024",
      "2:9: '2024' is a built-in layout; choose another id, or say 'replaces: true'"
    ),
    (
      "id: own", "id: own\n    replaces: true",
      "3:15: no built-in layout 'own' to replace; take 'replaces' out, or give an id of 2024, "
        + "2023, 2020-self-evaluation or 2019"
    ),
    // The funding table.
    (
      "    columns:\n",
      "    fundingTable: {rows: [{key: 总额, labels: 年度资金总额}], columns: "
        + "[{key: score, labels: 得分}]}\n    columns:\n",
      "15:33: '总额' is no key; write letters a to z, digits and '-', such as annualTotal"
    ),
    (
      "    columns:\n",
      "    fundingTable: {rows: [{key: a, labels: 得分}], columns: "
        + "[{key: score, labels: 得分}]}\n    columns:\n",
      "15:81: label '得分' stands for column 'score' of the funding table here and for row 'a' of the "
        + "funding table in line 15, which cannot be told apart; keep one of them"
    ),
  ])
  func oneMistakeIsToldOnce(_ part: String, _ mistake: String, _ problem: String) {
    #expect(LayoutText.small.replacing(part, with: mistake).problems() == [problem])
  }

  @Test func twoFieldsOfOneRowMayShareALabel() throws {
    let text = LayoutText.small
      .replacing("labels: [预期目标]", with: "labels: [预期目标, 项目名称]")
      .replacing("- [project/name]", with: "- [project/name, goals/planned]")
    #expect(text.problems() == [])
    // The left one comes first.
    let swapped = text.replacing(
      "- [project/name, goals/planned]", with: "- [goals/planned, project/name]")
    #expect(swapped.problems().count == 1)
  }

  @Test func aLabelMayStandAboveTheIndicatorsAndInTheirTable() {
    let text = LayoutText.small.replacing("captions: [绩效目标]", with: "captions: [三级指标, 产出指标]")
    #expect(text.problems() == [])
  }

  @Test func layoutsOfTwoFilesAreComparedWithEachOther() {
    let other = LayoutFile(name: "other.yaml", bytes: Array(LayoutText.small.text.utf8))
    #expect(
      LayoutText.problems(of: [LayoutText.small.file, other]) == [
        "2:9: layout 'own' stands here again; the first is in line 2 of own.yaml"
      ])
  }

  @Test func aReplacedLayoutKeepsWhatMappingsNeed() {
    let text = LayoutText.small.replacing("id: own", with: "id: 2024\n    replaces: true")
      .replacing("kind: self-evaluation", with: "kind: target-declaration")
    #expect(
      text.problems() == [
        "2:9: the built-in mapping 2019 → 2024 needs 'project/nature', which this layout does not "
          + "have; add it, or a mapping with 'replaces: true'",
        "2:9: the built-in mapping 2023 → 2024 needs 'project/nature', which this layout does not "
          + "have; add it, or a mapping with 'replaces: true'",
      ])
  }
}

/// Mistakes in mappings.
struct MappingMistakeTests {
  private static let mapping = LayoutText(
    """
    mappings:
      - from: "2019"
        to: "2023"
        title: 财政项目支出绩效目标申报表
        fields:
          - {from: project/name, to: project/name}
          - {from: project/start, to: project/start, style: first-day}
        absent: [project/category]
        levels:
          - {from: [产出目标, 数量目标], to: [产出指标, 数量指标]}
          - {from: [产出目标, 质量目标], to: [产出指标, 质量指标]}

    """)

  @Test func theMappingIsRight() throws {
    #expect(Self.mapping.problems() == [])
    let catalog = try LayoutCatalog(reading: [Self.mapping.file])
    #expect(
      catalog.mappings.map { "\($0.source) \($0.target)" } == [
        "2019 2023", "2019 2024", "2023 2024",
      ])
    #expect(catalog.fileCounts == (0, 1))
  }

  @Test(arguments: [
    (
      "to: \"2023\"", "to: 2020",
      "3:9: unknown layout '2020'; did you mean '2023'?; known are 2019, 2020-self-evaluation, "
        + "2023 and 2024"
    ),
    (
      "to: \"2023\"", "to: elsewhere",
      "3:9: unknown layout 'elsewhere'; known are 2019, 2020-self-evaluation, 2023 and 2024"
    ),
    (
      "from: [产出目标, 质量目标]", "from: [产出目标, 质里目标]",
      "11:23: unknown level '质里目标' under '产出目标' of layout '2019'; did you mean '质量目标'?; known are "
        + "数量目标, 质量目标, 时效目标 and 成本目标"
    ),
    (
      "to: [产出指标, 质量指标]", "to: [产出, 安全指标]",
      "11:39: unknown level '安全指标' under '产出指标' of layout '2023'; known are 数量指标, 质量指标, 时效指标 "
        + "and 成本指标"
    ),
    (
      "from: [产出目标, 质量目标]", "from: [管理目标, 质量目标]",
      "11:17: unknown level '管理目标' of layout '2019'; known are 投入和管理目标, 产出目标, 效果目标 and 影响力目标"
    ),
    (
      "from: [产出目标, 质量目标]", "from: [产出目标, 数量目标]",
      "11:16: a rule for these levels is in line 10 already"
    ),
    (
      "from: [产出目标, 质量目标]", "from: 质量目标",
      "11:16: '质量目标'; expected a level-1 label and a level-2 label: [产出指标, 数量指标]"
    ),
    (
      "absent: [project/category]", "absent: [project/nature]",
      "8:14: layout '2023' has no field 'project/nature'; it has project/name, "
    ),
    (
      "from: project/start", "from: funding/fiscal",
      "7:16: layout '2019' has no field 'funding/fiscal'; it has project/reportingUnit, "
    ),
    (
      "style: first-day", "style: grouped-amount",
      "7:57: style 'grouped-amount' cannot make a date ('project/start') of a date "
        + "('project/start')"
    ),
    (
      "to: project/start, style: first-day", "to: project/name",
      "7:35: 'project/name' stands here again; the first is in line 6"
    ),
    (
      "style: first-day", "style: firstday",
      "7:57: unknown word 'firstday'; did you mean 'first-day'?; expected as-printed, first-day, "
    ),
    (
      "to: \"2023\"", "to: \"2024\"",
      "2:5: there is a built-in mapping 2019 → 2024; say 'replaces: true' to use this one instead"
    ),
    (
      "to: \"2023\"", "to: \"2023\"\n    replaces: true",
      "2:5: no built-in mapping 2019 → 2023 to replace; take 'replaces' out"
    ),
    (
      "to: \"2023\"", "to: \"2020-self-evaluation\"",
      "3:9: '2019' is a target-declaration and '2020-self-evaluation' a self-evaluation; forms of "
        + "one kind never become forms of the other"
    ),
  ])
  func mistakesAreTold(_ part: String, _ mistake: String, _ problem: String) throws {
    let problems = Self.mapping.replacing(part, with: mistake).problems()
    #expect(try #require(problems.first).hasPrefix(problem), "\(problems)")
  }

  @Test func levelsMayBeLeftOutOnlyWhereBothHaveThem() {
    let text = LayoutText(
      String(
        Self.mapping.text.prefix { _ in true }.split(
          separator: "    levels:")[0]))
    #expect(
      text.problems() == [
        "2:5: key 'levels' is missing: layout '2023' has no '资金投入管理' under '投入和管理目标' as '2019' has"
      ])
  }
}

/// Mistakes in the drawing of a layout.
struct PrintMistakeTests {
  private static let drawn = LayoutText.small
    .replacing("captions: [绩效目标]", with: "captions: [绩效目标, 年度总体目标]")
    .adding(
      """
          print:
            columns: 6
            lines:
              - year: {before: （, after: 年度）}
            unit: caption
            blocks:
              - fields:
                  - [{key: project/name, value: 5}]
              - caption: 年度总体目标
                goals: [{key: goals/planned, label: 5}]
              - indicators: [1, 1, 2, 2]

      """)

  @Test func theDrawingIsRight() throws {
    #expect(Self.drawn.problems() == [])
    let print = try #require(try LayoutCatalog(reading: [Self.drawn.file]).layouts[0].print)
    #expect(print.columnCount == 6 && print.blocks.count == 3)
    #expect(print.lines == [.year(before: "（", after: "年度）")])
  }

  @Test(arguments: [
    (
      "value: 5", "value: 6",
      "33:15: 7 columns wide, captions included; the grid has 6"
    ),
    ("label: 5", "label: 6", "35:18: 7 columns wide, captions included; the grid has 6"),
    ("[1, 1, 2, 2]", "[1, 1, 2]", "36:23: 3 widths; 'columns' of this layout has 4 columns"),
    ("[1, 1, 2, 2]", "[1, 1, 2, 3]", "36:23: 7 columns wide, captions included; the grid has 6"),
    (
      "caption: 年度总体目标", "caption: 总体目标",
      "34:20: caption '总体目标' is not in 'captions' of this layout; add it there"
    ),
    (
      "      - indicators: [1, 1, 2, 2]\n", "",
      "32:9: not drawn by any block: indicators"
    ),
    (
      "key: goals/planned, label", "label", "32:9: not drawn by any block: goals/planned"
    ),
    (
      "{key: goals/planned", "{key: project/name",
      "35:25: 'project/name' stands here again; the first is in line 33"
    ),
    (
      "{key: goals/planned", "{key: goals/actual",
      "35:25: 'goals/actual' is not in 'fields' of this layout; those are project/name and "
        + "goals/planned"
    ),
    (
      "- indicators: [1, 1, 2, 2]", "- indicators: [1, 1, 2, 2]\n          heading: 绩效目标",
      "36:11: heading and indicators; expected exactly one of fields, goals, components, "
        + "fundingTable, heading or indicators"
    ),
    (
      "- indicators: [1, 1, 2, 2]",
      "- indicators: [1, 1, 2, 2]\n        - components: {name: 3, amount: 3}",
      "37:23: this layout has no 'components' to draw"
    ),
    (
      "unit: caption", "unit: captions",
      "30:13: unknown word 'captions'; did you mean 'caption'?; expected caption, labels or line"
    ),
    ("columns: 6", "columns: six", "27:16: 'six'; expected a whole number from 1 to 100"),
  ])
  func mistakesAreTold(_ part: String, _ mistake: String, _ problem: String) {
    #expect(Self.drawn.replacing(part, with: mistake).problems().first == problem)
  }
}
