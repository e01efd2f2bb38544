internal import IR

extension LayoutMapping {
  /// The mappings that come with the library.
  public static let builtIn: [LayoutMapping] = [from2019To2024, from2023To2024]

  private static let title2024 = "财政项目支出绩效目标申报表"

  private static let from2019To2024 = LayoutMapping(
    from: "2019", to: "2024", title: title2024,
    fields: [
      FieldRule(.name, to: .name),
      FieldRule(.types, to: .nature, .tickedOption),
      FieldRule(.reportingUnit, to: .implementingUnit, .withoutStamp),
      FieldRule(.start, to: .start, .firstDay),
      FieldRule(.end, to: .end, .lastDay),
      FieldRule(.duration, to: .duration),
      FieldRule(.totalBudget, to: .total, .groupedAmount),
      FieldRule(.currentYearBudget, to: .annualTotal, .groupedAmount),
      FieldRule(.overallGoal, to: .overallGoal),
      FieldRule(.annualGoal, to: .annualGoal),
    ],
    absent: [
      .category, .department, .fiscal, .other, .annualAppropriation, .annualCarryover,
      .annualOther,
    ],
    levels: [
      LevelRule(.init("产出目标", "数量目标"), to: .init("产出指标", "数量指标")),
      LevelRule(.init("产出目标", "质量目标"), to: .init("产出指标", "质量指标")),
      LevelRule(.init("产出目标", "时效目标"), to: .init("产出指标", "时效指标")),
      LevelRule(.init("产出目标", "成本目标"), to: .init("产出指标", "成本指标")),
      LevelRule(.init("效果目标", "经济效益目标"), to: .init("效益指标", "经济效益指标")),
      LevelRule(.init("效果目标", "社会效益目标"), to: .init("效益指标", "社会效益指标")),
      LevelRule(.init("效果目标", "生态效益目标"), to: .init("效益指标", "生态效益指标")),
      LevelRule(.init("影响力目标", "可持续目标"), to: .init("效益指标", "可持续影响指标")),
      LevelRule(.init("影响力目标", "满意度目标"), to: .init("满意度指标", "服务对象满意度指标")),
      LevelRule(.init("效果目标", "满意度目标"), to: .init("满意度指标", "服务对象满意度指标")),
    ],
    targets: .unitInParentheses)

  /// What 2023 calls 项目类别 (经常性项目) is 项目性质 in 2024.
  private static let from2023To2024 = LayoutMapping(
    from: "2023", to: "2024", title: title2024,
    fields: [
      FieldRule(.category, to: .nature),
      FieldRule(.name, to: .name),
      FieldRule(.department, to: .department),
      FieldRule(.implementingUnit, to: .implementingUnit),
      FieldRule(.start, to: .start, .firstDay),
      FieldRule(.end, to: .end, .lastDay),
      FieldRule(.duration, to: .duration),
      FieldRule(.total, to: .total, .groupedAmount),
      FieldRule(.fiscal, to: .fiscal, .groupedAmount),
      FieldRule(.other, to: .other, .groupedAmount),
      FieldRule(.annualTotal, to: .annualTotal, .groupedAmount),
      FieldRule(.annualAppropriation, to: .annualAppropriation, .groupedAmount),
      FieldRule(.annualCarryover, to: .annualCarryover, .groupedAmount),
      FieldRule(.annualOther, to: .annualOther, .groupedAmount),
      FieldRule(.overallGoal, to: .overallGoal),
      FieldRule(.annualGoal, to: .annualGoal),
      FieldRule(.leader, to: .leader),
      FieldRule(.contact, to: .contact),
      FieldRule(.phone, to: .phone),
      FieldRule(.overview, to: .overview),
      FieldRule(.basis, to: .basis),
      FieldRule(.necessity, to: .necessity),
    ],
    absent: [.category],
    levels: nil,
    targets: .unitInParentheses)
}
