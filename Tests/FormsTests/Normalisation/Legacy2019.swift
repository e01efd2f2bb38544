import IR

/// A form of layout 2019 that has one of everything, written by hand.
enum Legacy2019 {
  /// The form.
  static var form: Form {
    var form = Form(kind: .targetDeclaration, layout: "2019")
    form.title = "上海市财政支出项目绩效目标申报表"
    form.year = 2019
    form.fundingUnit = "元"
    form.fields = [
      Field(.name, .text("热线运行")),
      Field(.overview, .text("运行热线。")),
      Field(.reportingUnit, .text("某中心（盖章）")),
      Field(
        .types,
        .options([.init(label: "经常性专项业务费", isChecked: true), .init(label: "其他", isChecked: false)])),
      Field(.start, .date(.init(text: "2019年1月", date: "2019-01"))),
      Field(.end, .date(.init(text: "2019-2", date: "2019-02"))),
      Field(.totalBudget, .amount(.init(text: "71387200", amount: "71387200"))),
      Field(.priorYearBudget, .amount(.init(text: "12.5", amount: "12.5"))),
      Field(.overallGoal, .text("做好服务。")),
    ]
    form.components = [
      Component(name: "咨询员费用", amount: Amount(text: "52315200", amount: "52315200"))
    ]
    form.indicators = [
      indicator("投入和管理目标", "财务管理", "预算执行率", "≥98%", "≥", "98", "%"),
      indicator("产出目标", "数量目标", "接听量", "98%", nil, "98", "%"),
      indicator("效果目标", "满意度目标", "用户满意度", "< 4.97 元/分钟", "<", "4.97", "元/分钟"),
      indicator("影响力目标", "人力资源目标", "人员到位率", "及时", nil, nil, nil),
      indicator("影响力目标", "可持续目标", nil, "100万元", nil, "100", "万元"),
      indicator(nil, nil, "没有级别的指标", "≥1人", "≥", "1", "人"),
    ]
    form.emptyLevels = [
      EmptyLevel(level1: "产出目标", level2: "时效目标"),
      EmptyLevel(level1: "影响力目标", level2: "长效管理目标"),
    ]
    form.blank = ["/project/phone", "/funding/currentYearBudget"]
    return form
  }

  private static func indicator(
    _ level1: String?, _ level2: String?, _ name: String?, _ text: String, _ relation: String?,
    _ number: String?, _ unit: String?
  ) -> Indicator {
    var indicator = Indicator()
    indicator.level1 = level1
    indicator.level2 = level2
    indicator.name = name
    indicator.target = Measure(text: text, relation: relation, number: number, unit: unit)
    return indicator
  }
}
