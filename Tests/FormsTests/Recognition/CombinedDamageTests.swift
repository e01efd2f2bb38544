import IR
import Testing

@testable import Forms

/// What tools that read scans do to several cells or rows at once.
struct CombinedDamageTests {
  private static func scored(_ rows: String) -> Page {
    Page.evaluation.adding(
      "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因"
    ).adding(rows)
  }

  /// Weights and scores of all rows in one cell, as those of a few.
  @Test func pointsThatRanTogetherInAllRows() throws {
    let reading = try Reading(
      Self.scored(
        """
        产出指标 | 数量指标 | 更换路灯 | 300盏 | 310盏 | 50 50 | |
        | 质量指标 | 亮灯率 | ≥98% | 97% | 40 38.5 | | 停电
        总分 | | | | | 100 98.5 | |
        """))
    #expect(reading.values == ["更换路灯 300盏 310盏 50 50", "亮灯率 ≥98% 97% 40 38.5"])
    #expect(reading.form.indicators.map(\.deviation) == [nil, "停电"])
    #expect(reading.form.total?.weight?.text == "100")
    #expect(reading.form.total?.score?.text == "98.5")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings == Array(repeating: .cellsRunTogether, count: 3))
  }

  /// Targets ran together with what was reached, weights with scores, and both moved to the left.
  @Test func twoPairsOfCellsThatRanTogether() throws {
    let reading = try Reading(
      Self.scored(
        """
        产出指标 | 数量指标 | 加固校舍 | 3栋 3栋 | 40 40 | | |
        | 时效指标 | 完工时间 | 8月底前 8月20日 | 20 19 | | |
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% 96% | 30 30 | | |
        """))
    #expect(
      reading.values == [
        "加固校舍 3栋 3栋 40 40", "完工时间 8月底前 8月20日 20 19", "师生满意度 ≥90% 96% 30 30",
      ])
    #expect(reading.warnings.allSatisfy { $0 == .cellsRunTogether || $0 == .formIncomplete })
  }

  /// A space before units is none between two values.
  @Test func unitsBehindSpaces() throws {
    let reading = try Reading(
      Self.scored(
        """
        产出指标 | 数量指标 | 加固面积 | 4600 平方米 | | 50 | 50 |
        | | 加固长度 | 120 公里 | | 40 | 40 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["4600平方米", "120公里"])
    #expect(!reading.codes.contains(.cellsRunTogether))
  }

  /// The unit says where the target ends that was cut too early.
  @Test func theEndOfATargetInTheCellBehindIt() throws {
    let reading = try Reading(
      Self.scored(
        """
        产出指标 | 数量指标 | 咨询人次 | ≥1500 | 人次 1624人次 | 50 | 50 |
        | 时效指标 | 审查时限 | ≤5个工 | 作日 3个工作日 | 20 | 20 |
        | | 响应时间 | ≤2小时 | 平均 1.5小时 | 20 | 20 |
        """))
    #expect(
      reading.values == [
        "咨询人次 ≥1500人次 1624人次 50 50", "审查时限 ≤5个工作日 3个工作日 20 20", "响应时间 ≤2小时 平均1.5小时 20 20",
      ])
    #expect(reading.codes.count { $0 == .cellsRunTogether } == 2)
  }

  /// Of a target in the cell of the name the unit may be left below its header.
  @Test func theUnitOfATargetInTheCellOfTheName() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 投放苗种数量≥2.2亿 | 尾
        | | | 投放鱼礁≥3000 | 空方
        | 质量指标 | 苗种（体长≥5厘米）质量 | 良好
        | 时效指标 | 投放及时率≥95 | 及时
        """))
    #expect(
      reading.form.indicators.map(\.name) == ["投放苗种数量", "投放鱼礁", "苗种（体长≥5厘米）质量", "投放及时率≥95"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥2.2亿尾", "≥3000空方", "良好", "及时"])
    #expect(reading.form.indicators[0].target?.unit == "亿尾")
  }

  /// The label of a level and the name behind it in one cell; labels of two levels, and names with a space in
  /// their own cell, are as they were.
  @Test func aLabelThatRanTogetherWithTheName() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        产出指标 | 数量指标 | 建设终端 | 312套
        效益指标 | 社会效益指标 应急信息覆盖率 | | ≥98%
        | 可持续影响指标 | 运维 机制 | 健全
        满意度指标 | 满意度指标 群众满意度 | | ≥90%
        """))
    #expect(
      reading.levels == [
        "数量指标 建设终端", "社会效益指标 应急信息覆盖率", "可持续影响指标 运维机制", "满意度指标 群众满意度",
      ])
    #expect(reading.form.indicators.map(\.target?.text) == ["312套", "≥98%", "健全", "≥90%"])
    #expect(reading.warnings.isEmpty)
  }

  /// Labels on a row of their own between two rows stand in the middle of them.
  @Test func labelsBetweenTwoRows() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        | 数量指标 | 搬迁户数 | 190户
        产出指标 | 质量指标 | 验收合格率 | 100%
        | 成本指标 | 户均补助标准 | ≤5万元
        | | 受威胁群众减少人数 | ≥760人
        效益指标 | 社会效益指标 | |
        | | 就业帮扶率 | ≥80%
        满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        """))
    #expect(
      reading.levels == [
        "数量指标 搬迁户数", "质量指标 验收合格率", "成本指标 户均补助标准", "社会效益指标 受威胁群众减少人数", "社会效益指标 就业帮扶率",
        "服务对象满意度指标 群众满意度",
      ])
    #expect(reading.form.emptyLevels.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A line that says that the table goes on is no part of the goal above it.
  @Test(arguments: ["续表", "表1（续）", "续表2", "（接上页）", "接上页"])
  func aLineThatSaysThatTheTableGoesOn(_ line: String) throws {
    let reading = try Reading(
      Page.evaluation.line(line).adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 更换路灯 | 300盏 | 310盏 | 90 | 90
        总分 | | | | | 100 | 100
        """))
    #expect(reading.text(.plannedGoal) == "亮灯率达到98%以上。")
    #expect(reading.text(.actualGoal) == "亮灯率98.9%。")
    #expect(reading.warnings.isEmpty)
  }

  /// Labels with their values in the last cell of a row, and prose that holds a label.
  @Test func severalLabelsWithValuesInOneCell() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n项目名称 | 安防工程 |\n").adding(
        """
        项目资金（万元） | 年度资金总额：360 其中：财政拨款：300 其他资金：60 |
        项目概况 | 建设安防系统。 主管部门：负责监管 |
        """
      ).indicators("| 产出指标 | 数量指标 | 实施工程 | 3处"))
    #expect(reading.text(.annualTotal) == "360")
    #expect(reading.text(.annualAppropriation) == "300")
    #expect(reading.text(.annualOther) == "60")
    #expect(reading.text(.overview) == "建设安防系统。主管部门：负责监管")
    #expect(reading.text(.department) == nil)
  }

  /// What is no amount behind its label in one cell is told.
  @Test func whatIsNoAmountInTheCellOfItsLabel() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n项目名称 | 安防工程 |\n年度资金总额：待定 | |\n").indicators(
        "| 产出指标 | 数量指标 | 实施工程 | 3处"))
    #expect(reading.text(.annualTotal) == "待定")
    #expect(reading.warnings == [.amountUnreadable])
  }
}
