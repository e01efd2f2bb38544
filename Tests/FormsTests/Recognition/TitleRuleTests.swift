import Testing

@testable import Forms

/// Titles and years are told by their words.
struct TitleRuleTests {
  private func key(_ text: String) -> ArraySlice<UInt8> { LabelKey.key(of: text)[...] }

  @Test(arguments: [
    "财政项目支出绩效目标申报表", "上海市财政支出项目绩效目标申报表", "财政项目支出绩效自评表", "部门整体支出绩效目标表",
    "项目支出绩效目标填报表", "2023年度项目支出绩效自评表", "财政 项目支出 绩效目标 申报表",
    "财政项目支出绩效目标申报表（2024年度）", "项目支出绩效目标表（本级）", "绩效目标申报表（参考模板）",
    "项目申报表（含绩效目标）", "2023年度就业服务项目自评表", "项目支出绩效自评指标计分表", "整体支出绩效评价得分表",
  ])
  func titles(text: String) {
    #expect(TitleRule.isTitle(key(text)))
  }

  @Test(arguments: [
    "2024年度项目绩效目标汇总表", "绩效目标", "项目绩效目标", "项目支出预算申报表", "绩效表", "",
    "财政项目支出绩效目标申报表说明", "党建工作自评表", "职工绩效考核评分表", "项目支出绩效目标表（汇总）", "年度绩效目标完成情况",
  ])
  func otherTexts(text: String) {
    #expect(!TitleRule.isTitle(key(text)))
  }

  @Test func selfEvaluationsSaySo() {
    #expect(TitleRule.isSelfEvaluation(key("财政项目支出绩效自评表")))
    #expect(!TitleRule.isSelfEvaluation(key("财政项目支出绩效目标申报表")))
  }

  @Test(arguments: [
    ("（2024年度）", 2024), ("(2024)", 2024), ("2024年度", 2024), ("2019年", 2019),
    ("（ 2026 年度 ）", 2026), ("$（2024 年度）$", 2024), ("（2024年1—7月）", 2024), ("(2023年1月至9月)", 2023),
  ])
  func linesThatGiveAYear(text: String, year: Int) {
    #expect(TitleRule.year(ofLine: key(text)) == year)
  }

  @Test(arguments: [
    "2024", "$2024$", "$", "2024年1月", "（2024年1月）", "2024年1-7月", "（2024年7月底）", "1024年度",
    "（2024年度）申报", "202年度", "年度", "",
  ])
  func linesThatGiveNone(text: String) {
    #expect(TitleRule.year(ofLine: key(text)) == nil)
  }

  @Test(arguments: [
    ("2023年度项目支出绩效自评表", 2023 as Int?), ("上海市2019年项目绩效目标申报表", 2019),
    ("转移支付区域绩效目标自评表（2021）", 2021), ("绩效自评表（附件2021-3）", nil), ("绩效自评表（0013）", nil),
    ("财政项目支出绩效自评表", nil), ("项目1234年表", nil),
  ])
  func titlesThatGiveAYear(text: String, year: Int?) {
    #expect(TitleRule.year(ofTitle: key(text)) == year)
  }
}
