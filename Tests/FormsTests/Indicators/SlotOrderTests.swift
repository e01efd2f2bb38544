import IR
import Testing

@testable import Forms

/// Forms that print their levels in another order than the layout.
struct SlotOrderTests {
  private func levels(_ page: Page) throws -> [String] {
    try Reading(page).form.indicators.map {
      "\($0.level1 ?? "-") \($0.level2 ?? "-") \($0.name ?? "-")"
    }
  }

  /// Labels in the middle of their groups leave the rows above them open.
  @Test func costsStandBelowOutputs() throws {
    let rows = """
      | | | 城乡低保对象人数 | ≥9800人
      | | 数量指标 | 特困供养人数 | ≥1350人
      | 产出指标 | | 临时救助人次 | 按实际发生数
      | | 质量指标 | 对象认定准确率 | ≥95%
      | | 时效指标 | 救助金发放时间 | 每月15日前
      | 成本指标 | 经济成本指标 | 城市低保月人均标准 | 740元
      | | | 农村低保年人均标准 | 6000元
      | 效益指标 | 社会效益指标 | 困难群众生活水平 | 稳步提高
      | 满意度指标 | 服务对象满意度指标 | 救助对象满意度 | ≥90%
      """
    #expect(
      try levels(Page.declaration.indicators(rows)) == [
        "产出指标 数量指标 城乡低保对象人数", "产出指标 数量指标 特困供养人数", "产出指标 数量指标 临时救助人次",
        "产出指标 质量指标 对象认定准确率", "产出指标 时效指标 救助金发放时间", "成本指标 经济成本指标 城市低保月人均标准",
        "成本指标 经济成本指标 农村低保年人均标准", "效益指标 社会效益指标 困难群众生活水平",
        "满意度指标 服务对象满意度指标 救助对象满意度",
      ])
  }

  @Test func ecologyStandsAboveSociety() throws {
    let rows = """
      | 产出指标 | 数量指标 | 维护站点数 | ≥26座
      | | | 处理污水量 | ≥90万吨
      | | | 集镇水环境 | 改善
      | 效益指标 | 生态效益指标 | 河道断面水质 | 达标
      | | 社会效益指标 | 受益人口 | ≥6.2万人
      """
    #expect(
      try levels(Page.declaration.indicators(rows)).suffix(2) == [
        "效益指标 生态效益指标 河道断面水质", "效益指标 社会效益指标 受益人口",
      ])
  }

  /// Where no label of level 1 is printed, those of level 2 say where its rows stand.
  @Test func levelTwoGivesTheOrderAlone() throws {
    let rows = """
      | | 数量指标 | 接驳线路条数 | 32条
      | | 时效指标 | 高峰发车间隔 | 10分钟以内
      | | | 补贴资金拨付时间 | 次年一季度前
      | | 经济成本指标 | 每班次补贴标准 | 48.6元/班次
      | | 社会成本指标 | 占道影响 | 可控
      | | 社会效益指标 | 换乘便捷度 | 明显提升
      """
    #expect(
      try levels(Page.declaration.indicators(rows)) == [
        "产出指标 数量指标 接驳线路条数", "产出指标 时效指标 高峰发车间隔", "产出指标 时效指标 补贴资金拨付时间",
        "成本指标 经济成本指标 每班次补贴标准", "成本指标 社会成本指标 占道影响", "效益指标 社会效益指标 换乘便捷度",
      ])
  }

  /// 成本指标 is a level 2 of 产出指标 too: alone it says nothing of the order of level 1.
  @Test func costsOfOutputsAreNoGroup() throws {
    let rows = """
      | 产出指标 | 数量指标 | 维护终端数 | ≥1260只
      | | 时效指标 | 故障修复时限 | ≤48小时
      | 成本指标 | 单只终端年维护费 | ≤530元 |
      | 效益指标 | 社会效益指标 | 覆盖率 | ≥95%
      """
    #expect(
      try levels(Page.declaration.indicators(rows))[2] == "产出指标 成本指标 单只终端年维护费")
  }
}
