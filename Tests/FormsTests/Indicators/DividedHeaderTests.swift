import IR
import Testing

@testable import Forms

/// Headers of two rows, the lower one dividing columns of the upper one.
struct DividedHeaderTests {
  /// A table that merges no cells leaves gaps in the upper row, which the lower one fills with whatever words.
  @Test func partsStandInTheGapsOfTheUpperRow() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 偏差原因分析 | | 完成目标可能性 | | 备注
        | | | | | 经费保障 | 人员保障 | 确定能 | 有可能 |
        | 产出指标 | 数量指标 | 改造门诊 | 14个 | | | √ | | 含乡镇
        | | 时效指标 | 改造完成时间 | 11月 | | √ | | √ |
        """))
    #expect(reading.levels == ["数量指标 改造门诊", "时效指标 改造完成时间"])
    #expect(reading.form.indicators.map(\.target?.text) == ["14个", "11月"])
    #expect(reading.further == ["确定能 √", "人员保障 √", "有可能 √"])
    #expect(reading.form.indicators.map(\.remark) == ["含乡镇", nil])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Of both rows a later page prints one alone.
  @Test(arguments: [
    "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | | | 备注", "| | | | 前年 | 上年 | 本年 |",
    "前年 | 上年 | 本年 | | | | |",
  ])
  func aPagePrintsOneRowAgain(_ row: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | | | 备注
        | | | | 前年 | 上年 | 本年 |
        | 产出指标 | 数量指标 | 新建农田 | 8万亩 | 10万亩 | 12万亩 |

        \(row)
        | 产出指标 | 成本指标 | 亩均投资 | ≤1500元 | ≤2000元 | ≤2400元 | 含税
        """))
    #expect(reading.levels == ["数量指标 新建农田", "成本指标 亩均投资"])
    #expect(reading.form.indicators.map(\.target?.text) == ["12万亩", "≤2400元"])
    #expect(reading.further == ["前年 8万亩", "上年 10万亩", "前年 ≤1500元", "上年 ≤2000元"])
    #expect(reading.form.indicators.map(\.remark) == [nil, "含税"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// The part of all years has the target of the whole project.
  @Test(arguments: ["全周期", "实施期", "中期"])
  func thePartOfAllYears(_ word: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | | 备注
        | | | | \(word) | 年度 |
        | 产出指标 | 数量指标 | 改造派出所 | 11个 | 4个 |
        """))
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["11个"])
    #expect(reading.form.indicators.map(\.target?.text) == ["4个"])
    #expect(reading.codes.filter { $0 == .labelCorrected }.isEmpty)
  }

  /// Two sets of indicators below each other have titles of their own.
  @Test func titlesOfTwoSetsOfIndicators() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        长期绩效目标表 | | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 |
        产出指标 | 数量指标 | 三年放流鱼苗 | 1800万尾 |
        效益指标 | 生态效益指标 | 水生生物 | 恢复 |
        年度绩效目标表 | | | |
        一级指标 | 二级指标 | 三级指标 | 前年 | 预计当年实现
        产出指标 | 数量指标 | 放流鱼苗 | 500万尾 | 600万尾
        """))
    #expect(reading.levels == ["数量指标 三年放流鱼苗", "生态效益指标 水生生物", "数量指标 放流鱼苗"])
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["1800万尾", "恢复", nil])
    #expect(reading.form.indicators.map(\.target?.text) == [nil, nil, "600万尾"])
  }
}
