extension Taxonomy {
  /// The levels of 财预〔2021〕101号, with the level 2 that older forms print besides.
  static let from2020 = Taxonomy([
    Group(
      "成本指标", synonyms: ["成本"],
      [
        Class("经济成本指标", .cost, synonyms: ["经济成本"], frequency: .rare),
        Class("社会成本指标", .socialCost, synonyms: ["社会成本"], frequency: .rare),
        Class(
          "生态环境成本指标", .ecologicalCost, synonyms: ["生态环境成本", "环境成本指标", "生态成本指标"],
          frequency: .rare),
      ]),
    Group(
      "产出指标", synonyms: ["产出", "项目产出", "项目产出指标", "项目完成指标"],
      [
        Class("数量指标", .quantity, synonyms: ["数量", "产出数量指标", "产出数量"], frequency: .expected),
        Class("质量指标", .quality, synonyms: ["质量", "产出质量指标", "产出质量"], frequency: .expected),
        Class(
          "时效指标", .timeliness, synonyms: ["时效", "进度指标", "产出时效指标", "产出进度指标", "产出时效"],
          frequency: .expected),
        Class("成本指标", .cost, synonyms: ["产出成本指标", "产出成本"], frequency: .rare),
      ]),
    Group(
      "效益指标", synonyms: ["效益", "效果指标", "效果", "项目效益", "项目效益指标", "项目效果指标"],
      [
        Class("经济效益指标", .economicBenefit, synonyms: ["经济效益", "经济影响"], frequency: .rare),
        Class("社会效益指标", .socialBenefit, synonyms: ["社会效益", "社会影响"], frequency: .expected),
        Class(
          "生态效益指标", .ecologicalBenefit, synonyms: ["生态效益", "环境效益指标", "环境效益", "生态影响"],
          frequency: .rare
        ),
        Class(
          "可持续影响指标", .sustainability, synonyms: ["可持续影响", "可持续发展指标", "可持续性影响指标", "可持续影响效益指标"]),
      ]),
    Group(
      "满意度指标", synonyms: ["满意度"],
      [
        Class(
          "服务对象满意度指标", .satisfaction,
          synonyms: [
            "社会公众或服务对象满意度指标", "满意度指标", "服务对象满意度", "社会公众满意度指标",
            "公众满意度指标", "公众满意度", "受益对象满意度指标", "受益群众满意度指标", "帮扶对象满意度指标", "社会公众或服务对象满意度",
            "社会公众满意度", "服务对象满意度指标等",
          ], frequency: .expected)
      ]),
  ])
}
