import IR
import Testing

@testable import Forms

/// What stands below headers that no layout has, and where it goes.
struct FurtherColumnsTests {
  /// Headers of a self-evaluation, the last two in no layout.
  private static let headers =
    "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 数据来源 | 佐证材料"

  /// The earlier one of two columns of targets has its header in the upper row.
  @Test func theOtherTargetIsHeadedInTheUpperRow() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 预期指标值 | 自评情况 | | |
        | | | | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 巡检次数 | 36次 | 12次 | 11次 | 90 | 80
        总分 | | | | | | 100 | 89
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["12次"])
    #expect(reading.further == ["预期指标值 36次"])
  }

  /// The header has a second row that divides the targets by periods.
  @Test(arguments: ["上半年 | 下半年 | 全年", "第一季度 | 1-9月 | 年度"])
  func targetsOfPeriods(_ periods: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | | | 备注
        | | | | \(periods) |
        | 产出指标 | 数量指标 | 修缮旧址数 | 1处 | 2处 | 3处 | 分批
        | | 质量指标 | 修缮合格率 | 95% | 96% | 97% |
        """))
    let headers = periods.split(separator: " | ")
    #expect(reading.form.indicators.map(\.name) == ["修缮旧址数", "修缮合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["3处", "97%"])
    #expect(
      reading.further == [
        "\(headers[0]) 1处", "\(headers[1]) 2处", "\(headers[0]) 95%", "\(headers[1]) 96%",
      ])
    #expect(reading.form.indicators.map(\.remark) == ["分批", nil])
    #expect(reading.warnings.isEmpty)
  }

  /// The header has three rows, the lower ones below cells that are merged over several columns.
  @Test func targetsOfYearsBefore() throws {
    let reading = try Reading(
      """
      <h2>项目支出绩效目标表</h2><table>
      <tr><td>项目名称</td><td colspan="7">疫苗追溯</td></tr>
      <tr><td rowspan="3">一级指标</td><td rowspan="3">二级指标</td><td rowspan="3">三级指标</td>
      <td colspan="4">指标值</td><td rowspan="3">指标值确定依据</td></tr>
      <tr><td colspan="2">近两年指标值</td><td rowspan="2" colspan="2">预期当年实现值</td></tr>
      <tr><td>前年</td><td>上年</td></tr>
      <tr><td>产出指标</td><td>数量指标</td><td>接入单位数</td><td>120家</td><td>168家</td>
      <td colspan="2">186家</td><td>计划标准</td></tr>
      </table>
      """, as: .html)
    #expect(reading.form.indicators.map(\.name) == ["接入单位数"])
    #expect(reading.form.indicators.map(\.target?.text) == ["186家"])
    #expect(reading.further == ["前年 120家", "上年 168家", "指标值确定依据 计划标准"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A header that is said to cover the first row of the indicators does not take it.
  @Test func theSpanOfAHeaderIsWrong() throws {
    let reading = try Reading(
      """
      <h2>项目支出绩效目标表</h2><table>
      <tr><td>项目名称</td><td colspan="3">疫苗追溯</td></tr>
      <tr><td>一级指标</td><td>二级指标</td><td rowspan="2">三级指标</td><td>指标值</td></tr>
      <tr><td>产出指标</td><td>数量指标</td><td>168家</td></tr>
      <tr><td></td><td>质量指标</td><td>合格率</td><td>100%</td></tr>
      </table>
      """, as: .html)
    #expect(reading.form.indicators.map(\.target?.text) == ["168家", "100%"])
    #expect(reading.form.indicators.map(\.level2) == ["数量指标", "质量指标"])
  }

  /// A form without levels heads its names with the caption.
  @Test func theCaptionHeadsTheNames() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 指标权重 | 计量单位 | 指标性质 | 指标值
        修复处数 | 60 | 处 | ≥ | 46
        修复合格率 | 40 | % | = | 100
        """))
    #expect(reading.form.indicators.map(\.name) == ["修复处数", "修复合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥46处", "=100%"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["60", "40"])
    #expect(reading.form.indicators.allSatisfy { $0.level1 == nil && $0.level2 == nil })
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 分值 stands between level 2 and the names.
  @Test func weightsBetweenLevelsAndNames() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 分值 | 三级指标 | 目标值 | 完成值 | 得分 | 备注
        产出指标 | 数量指标 | 50 | 更新台数 | 36台 | 30台 | 40 | 两台未到货
        满意度指标 | 服务对象满意度指标 | 40 | 患者满意度 | ≥90% | 92% | 40 |
        总分 | | 100 | | | | 89 |
        """))
    #expect(reading.form.indicators.map(\.name) == ["更新台数", "患者满意度"])
    #expect(reading.form.indicators.map(\.target?.text) == ["36台", "≥90%"])
    #expect(reading.form.indicators.map(\.actual?.text) == ["30台", "92%"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["50", "40"])
    #expect(reading.form.indicators.map(\.score?.text) == ["40", "40"])
    #expect(reading.form.indicators.map(\.deviation) == ["两台未到货", nil])
    #expect(reading.warnings.isEmpty)
  }

  /// The page ends within a row; the header is printed again.
  @Test func aRowOfTwoPagesHasEachColumnOnce() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        \(Self.headers)
        产出指标 | 质量指标 | 信息网络安全等级 | | | | | | | 测评

        \(Self.headers)
        | | 保护标准 | 三级 | 三级 | 90 | 81 | | 台账 | 报告
        总分 | | | | | 100 | 90
        """))
    #expect(reading.form.indicators.map(\.name) == ["信息网络安全等级保护标准"])
    #expect(reading.further == ["数据来源 台账", "佐证材料 测评报告"])
    #expect(!reading.codes.contains(.conservationFailed))
  }

  @Test func theFirstOfSplitRowsHasThem() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 数据来源
        | 产出指标 | 质量指标 | 验收合格率 系统正常率 | ≥95% ≥99% | 台账
        """))
    #expect(reading.form.indicators.map(\.name) == ["验收合格率", "系统正常率"])
    #expect(reading.form.indicators.map(\.further.count) == [1, 0])
    #expect(reading.further == ["数据来源 台账"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// What stands below headers beyond the limit is not lost.
  @Test func aHeaderOfTooManyColumns() throws {
    let numbers = 1...100
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | \(numbers.map { "甲\($0)" }.joined(separator: " | "))
        | 产出指标 | 数量指标 | 购置设备 | ≥10台 | \(numbers.map { "乙\($0)" }.joined(separator: " | "))
        """))
    #expect(reading.form.indicators.map(\.name) == ["购置设备"])
    #expect(reading.further == (1...64).map { "甲\($0) 乙\($0)" })
    #expect(reading.form.unplaced.map(\.text) == (65...100).map { "乙\($0)" })
    #expect(!reading.codes.contains(.conservationFailed))
  }

  /// Scanning took each line of print of an explanation for a row.
  @Test func aTextGoesOnInTheNextRow() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
        产出指标 | 质量指标 | 苗木成活率 | 成活株数占 | ≥85%
        | | | 栽植株数比例 |
        | 时效指标 | 造林时限 | 截止时间 | 5月底
        """))
    #expect(reading.further == ["绩效指标描述 成活株数占栽植株数比例", "绩效指标描述 截止时间"])
    #expect(reading.form.indicators.count == 2)
    #expect(reading.diagnostics(.rowsJoined).count == 1)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The header of the names is lost, so that only its place is left to be told by.
  @Test func theHeaderOfTheNamesIsLost() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分
        | 产出指标 | 数量指标 | 补贴面积 | ≥45万亩 | 46万亩 | 102% | 50 | 50
        | | 质量指标 | 准确率 | 100% | 100% | 100% | 40 | 40
        总分 | | | | | | | 100 | 99
        """))
    #expect(reading.form.indicators.map(\.name) == ["补贴面积", "准确率"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["50", "40"])
    #expect(reading.further == ["完成率 102%", "完成率 100%"])
  }

  /// 措标值 is as near to 指标值 as to 目标值.
  @Test func aHeaderThatIsNearToTwoWordsForOneColumn() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 措标值
        产出指标 | 质量指标 | 苗木成活率 | 反映成活情况 | ≥85%
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥85%"])
    #expect(reading.further == ["绩效指标描述 反映成活情况"])
  }

  /// Of the years of a plan, that of the form has the targets.
  @Test func theTargetsOfTheFormsYear() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 2023年指标值 | 2024年指标值 | 2025年指标值
        产出指标 | 数量指标 | 智慧教室 | 40间 | 60间 | 80间
        | 质量指标 | 设备合格率 | ≥98% | 100% | 100%
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["60间", "100%"])
    #expect(
      reading.further == [
        "2023年指标值 40间", "2025年指标值 80间", "2023年指标值 ≥98%", "2025年指标值 100%",
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// A unit or a relation beside targets that have it already is not added once more.
  @Test func partsThatStandWithTheNumberToo() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 单位 | 指标值
        产出指标 | 数量指标 | 修缮旧址数 | ≥ | 处 | 3
        | 质量指标 | 修缮合格率 | ≥ | % | ≥95%
        | 时效指标 | 完成率 | = | % | 90%
        满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥ | % | 85%以上
        """))
    #expect(
      reading.form.indicators.map(\.target?.text) == ["≥3处", "≥95%", "=90%", "≥85%以上"])
    #expect(reading.form.unplaced.isEmpty)
  }
}
