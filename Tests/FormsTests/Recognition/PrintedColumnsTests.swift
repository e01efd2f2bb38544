import IR
import Testing

@testable import Forms

/// Forms whose tables have columns that the layout does not, or has in another order.
struct PrintedColumnsTests {
  @Test func weightsStandBeforeTheTargets() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年完成值 | 得分 | 未完成原因分析
        产出指标 | 数量指标 | 维护路灯盏数 | 40 | ≥36000盏 | 36500盏 | 40 |
        | 质量指标 | 亮灯率 | 20 | ≥98% | 98.9% | 20 |
        满意度指标 | 服务对象满意度指标 | 市民满意度 | 30 | ≥90% | 91% | 30 |
        总分 | | | 100 | | | 100 |
        """))
    #expect(
      reading.values == [
        "维护路灯盏数 ≥36000盏 36500盏 40 40", "亮灯率 ≥98% 98.9% 20 20", "市民满意度 ≥90% 91% 30 30",
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// No layout has 完成率; what stands below it belongs to no other column.
  @Test func aColumnTheLayoutDoesNotHave() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 维护路灯盏数 | ≥36000盏 | 36500盏 | 101.4% | 60 | 60 |
        满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥90% | 91% | 101.1% | 30 | 30 |
        总分 | | | | | | 100 | 100 |
        """))
    #expect(reading.values == ["维护路灯盏数 ≥36000盏 36500盏 60 60", "市民满意度 ≥90% 91% 30 30"])
    #expect(reading.further == ["完成率 101.4%", "完成率 101.1%"])
    #expect(reading.warnings.isEmpty)
  }

  /// Declarations of several years print the target of the whole project beside that of the year.
  @Test(arguments: ["实施期指标值 | 年度指标值", "中期指标值 | 年度指标值", "总体目标值 | 年度目标值"])
  func twoTargets(headers: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | \(headers) | 权重
        | 产出指标 | 数量指标 | 养护里程 | ≥300公里 | ≥100公里 | 60
        | | 质量指标 | 验收合格率 | ≥95% | | 30
        """))
    #expect(reading.values == ["养护里程 ≥100公里 - 60 -", "验收合格率 - - 30 -"])
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["≥300公里", "≥95%"])
    #expect(reading.form.indicators.first?.overallTarget?.number == "300")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The target of the year may stand first.
  @Test func theOverallTargetBehind() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实施期指标值
        | 产出指标 | 数量指标 | 养护里程 | ≥100公里 | ≥300公里
        """))
    #expect(reading.values == ["养护里程 ≥100公里 - - -"])
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["≥300公里"])
  }

  @Test func numbersOfRowsSayNothing() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        序号 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        1 | 产出指标 | 数量指标 | 改造管网长度 | ≥28公里
        2 | 产出指标 | 质量指标 | 管网打压合格率 | 100%
        """))
    #expect(reading.values == ["改造管网长度 ≥28公里 - - -", "管网打压合格率 100% - - -"])
    #expect(reading.warnings.isEmpty)
  }

  /// Both the reason and the evidence stand where the layout has the reason alone.
  @Test func aColumnBehindTheLast() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 佐证材料
        产出指标 | 数量指标 | 维护路灯盏数 | ≥36000盏 | 36500盏 | 60 | 60 | | 验收报告
        满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥90% | 91% | 30 | 30 | | 问卷
        总分 | | | | | 100 | 100 | |
        """))
    #expect(reading.form.indicators.allSatisfy { $0.deviation == nil })
    #expect(reading.further == ["佐证材料 验收报告", "佐证材料 问卷"])
  }

  /// A header that nobody can read stands where the only missing one belongs.
  @Test func aHeaderThatCannotBeRead() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分佶 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 维护路灯盏数 | ≥36000盏 | 36500盏 | 60 | 60 |
        满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥90% | 91% | 30 | 30 |
        总分 | | | | | 100 | 100 |
        """))
    #expect(reading.values == ["维护路灯盏数 ≥36000盏 36500盏 60 60", "市民满意度 ≥90% 91% 30 30"])
  }

  /// What stands below a header that reads like nothing known is no value of a column that the form
  /// does not print.
  @Test(arguments: ["完成情况说明 | 工作进展", "1-7月执行情况 | 全年预计完成情况"])
  func headersThatNoLayoutHas(headers: String) throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | \(headers) | 备注
        产出指标 | 数量指标 | 维护路灯盏数 | ≥36000盏 | 21000盏 | 36000盏 |
        满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥90% | 91% | 90% | 雨季
        """))
    #expect(reading.values == ["维护路灯盏数 ≥36000盏 - - -", "市民满意度 ≥90% - - -"])
    let labels = headers.split(separator: " | ")
    #expect(
      reading.further
        == ["\(labels[0]) 21000盏", "\(labels[1]) 36000盏", "\(labels[0]) 91%", "\(labels[1]) 90%"])
    #expect(reading.form.indicators.last?.deviation == "雨季")
    #expect(reading.warnings == [.columnUnknown, .columnUnknown])
  }

  /// The header of the targets is lost, and a column that no layout has stands right of it.
  @Test func anEmptyHeaderBesideAForeignOne() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | | 指标说明
        | 产出指标 | 数量指标 | 保安人数 | ≥168人 | 全区学校
        | 满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥95% | 抽样
        """))
    #expect(reading.values == ["保安人数 ≥168人 - - -", "师生满意度 ≥95% - - -"])
    #expect(reading.further == ["指标说明 全区学校", "指标说明 抽样"])
  }

  /// The header of 完成率 is lost: no other column has what stands below it.
  @Test func anEmptyHeaderBetweenOthers() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | | 权重 | 自评分
        产出指标 | 数量指标 | 维护路灯盏数 | 36000盏 | 36500盏 | 101.4% | 60 | 60
        满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥90% | 91% | 101.1% | 30 | 30
        合计 | | | | | | 100 | 100
        """))
    #expect(reading.values == ["维护路灯盏数 36000盏 36500盏 60 60", "市民满意度 ≥90% 91% 30 30"])
    #expect(reading.form.unplaced.map(\.text) == ["101.4%", "101.1%"])
  }

  /// 半年目标值 is one character from 全年目标值, and printed clearly.
  @Test func aHeaderMisreadBesideOneThatIsNearIt() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 半年目标值 | 全年目标佰
        | 产出指标 | 数量指标 | 购置设备 | ≥10台 | ≥25台
        """))
    #expect(reading.values == ["购置设备 ≥25台 - - -"])
    #expect(reading.further == ["半年目标值 ≥10台"])
  }

  /// Either of two headers that are misread may be the targets'.
  @Test func twoHeadersMisreadAlike() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 预期目标佰 | 预期目际值
        | 产出指标 | 数量指标 | 购置设备 | ≥10台 | ≥25台
        """))
    #expect(reading.values == ["购置设备 ≥10台 - - -"])
    #expect(reading.warnings == [.columnInferred])
  }

  /// Two of five characters are misread.
  @Test func aHeaderThatIsMisreadTwice() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年庋指际值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 维护路灯盏数 | ≥36000盏 | 36500盏 | 90 | 90
        总分 | | | | | 100 | 100
        """))
    #expect(reading.values == ["维护路灯盏数 ≥36000盏 36500盏 90 90"])
    #expect(reading.diagnostics(.labelCorrected).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  /// The form is neither a declaration nor a self-evaluation, and that is said.
  @Test func aFormOfAnotherKind() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效运行监控表

        项目名称 | 堤防加固 | | |
        主管部门 | 市水利局 | | 实施单位 | 市河道所
        年度总体目标 | 加固堤防8公里。 | | |
        """
      ).adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况
        产出指标 | 数量指标 | 加固堤防长度 | ≥8公里 | 3公里
        """))
    #expect(reading.form.kind == .targetDeclaration)
    #expect(reading.form[.annualGoal] == .text("加固堤防8公里。"))
    #expect(reading.values == ["加固堤防长度 ≥8公里 - - -"])
    #expect(reading.further == ["1-7月执行情况 3公里"])
    #expect(reading.warnings == [.formOfOtherKind])
  }

  @Test func captionsOfOneCellAreCutApart() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        填报单位（盖章）：市水务局　　单位：万元
        项目名称：河道综合整治 | | 项目类别：经常性项目 |
        年度资金总额：2,350.00 | | 其中：财政拨款：2,350.00 |
        """
      ).indicators("| 产出指标 | 数量指标 | 整治河道长度 | ≥12.5公里"))
    #expect(reading.form[.implementingUnit] == .text("市水务局"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(
      reading.form[.annualAppropriation]
        == .amount(Amount(text: "2,350.00", amount: "2350.00")))
    #expect(reading.form[.fiscal] == nil)
  }

  /// A text that merely has a colon in it stays as it is.
  @Test func proseWithColonsIsOneText() throws {
    let reading = try Reading(
      Page.declaration.text.replacing(
        "做好三年的服务。\t\t做好一年的服务。", with: "目标1：做好服务 目标2：减少投诉"), as: .tsv)
    #expect(reading.form[.overallGoal] == .text("目标1：做好服务 目标2：减少投诉"))
  }

  /// Docling prints a merged cell once for each of its columns.
  @Test func theCopiesOfAMergedCellAreNoOtherField() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 项目名称 | 视频监控运维 | 视频监控运维 | 视频监控运维
        主管部门 | 主管部门 | 市公安局 | 实施单位 | 市公安局科信支队
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        绩效指标 | 产出指标 | 数量指标 | 运维摄像头数量 | ≥12000路
        绩效指标 | 产出指标 | 质量指标 | 视频在线率 | ≥97%
        """))
    #expect(reading.form[.name] == .text("视频监控运维"))
    #expect(reading.form[.category] == nil)
    #expect(reading.warnings.isEmpty)
  }

  /// 投入和管理目标 prints its indicators without names here; a row that is shifted to the right has
  /// lost its target, and its level is no name.
  @Test func aLevelWithoutATargetIsNoIndicator() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标目标值
        投入和管理目标 | 预算执行率 | | >98%
        | | 财务管理制度健全性 |
        | 资金使用合规性 | | 合规
        产出目标 | 数量目标 | 立项项目数 | ≥30个
        """))
    #expect(reading.levels == ["预算执行率 -", "资金使用合规性 -", "数量目标 立项项目数"])
    #expect(
      reading.form.emptyLevels == [EmptyLevel(level1: "投入和管理目标", level2: "财务管理制度健全性")])
  }

  /// Where 实际完成值 is not printed, the header of the unit is no header of it.
  @Test func theUnitOfATargetIsNoActualValue() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表
        （2023年度）
        项目名称 | 社区食堂
        主管部门 | 某区民政局 | 实施单位 | 某区养老中心
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值单位 | 分值 | 得分
        产出指标 | 数量指标 | 就餐人次 | 300 | 人次 | 50 | 50
        效益指标 | 社会效益指标 | 老人用餐困难 | 缓解 | | 50 | 50
        总分 | | | | | 100 | 100
        """))
    let indicator = try #require(reading.form.indicators.first)
    #expect(indicator.target?.number == "300")
    #expect(indicator.target?.unit == "人次")
    #expect(indicator.actual == nil)
    #expect(reading.diagnostics(.columnInferred).isEmpty)
    #expect(reading.diagnostics(.columnUnknown).isEmpty)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Tables without merged cells leave nothing above the times of a header that is divided.
  @Test(arguments: [
    ("半年（程）目标值", "全年（程）目标值"), ("上半年指标值", "全年指标值"), ("上年完成值", "本年计划值"), ("上半年", "全年"),
  ])
  func theTimesOfATargetStandInARowOfTheirOwn(first: String, year: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效目标 | | 备注
        | | | \(first) | \(year) |
        产出指标 | 数量指标 | 抽检批次 | 120批次 | 260批次 |
        | 质量指标 | 报告准确率 | 98% | 100% | 抽查
        """))
    #expect(reading.values == ["抽检批次 260批次 - - -", "报告准确率 100% - - -"])
    #expect(reading.further == ["\(first) 120批次", "\(first) 98%"])
    #expect(reading.form.indicators.map(\.remark) == [nil, "抽查"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// No form divides the names, so the times stand too far to the left.
  @Test(arguments: ["| | 半年目标值 | 全年目标值 | |", "| 半年目标值 | 全年目标值 | | |"])
  func theTimesAreShifted(times: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效目标 | | 备注
        \(times)
        产出指标 | 数量指标 | 抽检批次 | 120批次 | 260批次 |
        | 质量指标 | 报告准确率 | 98% | 100% |
        """))
    #expect(reading.values == ["抽检批次 260批次 - - -", "报告准确率 100% - - -"])
    #expect(reading.further == ["半年目标值 120批次", "半年目标值 98%"])
  }

  /// What divides the targets may be any word where the header of the names is merged over it.
  @Test func aHeaderThatIsDividedByOtherWords() throws {
    let reading = try Reading(
      """
      <p>项目支出绩效目标申报表</p>
      <table>
      <tr><td>项目名称</td><td>热线运行</td><td>主管部门</td><td colspan="2">某局</td></tr>
      <tr><td rowspan="2">一级指标</td><td rowspan="2">二级指标</td><td rowspan="2">三级指标</td>
      <td colspan="2">指标值</td></tr>
      <tr><td>往年实绩</td><td>当年</td></tr>
      <tr><td>产出指标</td><td>数量指标</td><td>抽检批次</td><td>120批次</td><td>260批次</td></tr>
      </table>
      """, as: .html)
    #expect(reading.values == ["抽检批次 260批次 - - -"])
    #expect(reading.further == ["往年实绩 120批次"])
  }
}
