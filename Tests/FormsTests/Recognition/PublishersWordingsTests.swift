import IR
import Testing

@testable import Forms

/// Wordings of fields in published forms, and where their values stand.
struct PublishersWordingsTests {
  private static func page(_ rows: String) -> Page { .purchase(rows) }

  @Test(arguments: [
    ("资金名称", "name"), ("政策（项目）名称", "name"), ("单位编码及名称", "implementingUnit"),
    ("申请单位", "implementingUnit"),
    ("申报部门", "implementingUnit"), ("项目负责人及联系电话", "leader"), ("联系方式", "phone"), ("项目年度目标", "annual"),
    ("预期绩效目标", "annual"),
  ])
  func labels(_ label: String, _ key: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n主管部门 | 某局 | |\n").adding("\(label) | 某某 | |")
        .indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    let keys: [FieldKey] = [.name, .implementingUnit, .leader, .phone, .annualGoal, .overallGoal]
    #expect(
      keys.filter { reading.text($0) == "某某" }.map { $0.rawValue.split(separator: "/")[1] } == [
        key[...]
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// 部门名称 is the department's where the unit has a label of its own, and the unit's where it has none.
  @Test(arguments: [
    ("部门名称 | 文旅厅 | 单位名称 | 博物馆", "文旅厅", "博物馆"), ("部门名称 | 文旅厅 | |", nil, "文旅厅"),
    ("主管部门 | 省政府 | 部门名称 | 文旅厅", "省政府", "文旅厅"),
  ])
  func departmentsAndUnits(_ row: String, _ department: String?, _ unit: String) throws {
    let reading = try Reading(Self.page(row))
    #expect(reading.text(.department) == department)
    #expect(reading.text(.implementingUnit) == unit)
    #expect(reading.warnings.isEmpty)
  }

  /// Money of the state below that of the year is the year's.
  @Test func moneyOfTheStateBelowThatOfTheYear() throws {
    let reading = try Reading(
      Self.page("资金情况（万元） | 年度资金总额： | 68 |\n| 其中：财政资金 | 60 |\n| 其他资金 | 8 |"))
    #expect(reading.text(.annualTotal) == "68")
    #expect(reading.text(.annualAppropriation) == "60")
    #expect(reading.text(.annualOther) == "8")
    #expect(reading.text(.fiscal) == nil)
    #expect(reading.warnings.isEmpty)
  }

  /// A word may stand in front of the amounts below their labels, and the sum may have a label behind that of
  /// all.
  @Test func amountsBelowTheirLabels() throws {
    let named = try Reading(Self.page("资金来源 | 财政拨款 | 其他资金 |\n金额（万元） | 260 | 0 |"))
    #expect(named.text(.annualAppropriation) == "260")
    #expect(named.text(.annualOther) == "0")
    #expect(named.form.unplaced.isEmpty)
    let summed = try Reading(Self.page("资金总额 | 合计 | 财政拨款 | 自筹资金\n| 240 | 200 | 40"))
    #expect(summed.text(.total) == "240")
    #expect(summed.text(.fiscal) == "200")
    #expect(summed.text(.other) == "40")
    #expect(summed.form.unplaced.isEmpty)
  }

  @Test(arguments: [
    "财政年度：2023年", "（2023年度1-7月）", "（2023年1-7月）", "所属年度：2023",
  ])
  func years(_ line: String) {
    #expect(TitleRule.year(ofLine: LabelKey.key(of: line)[...]) == 2023)
  }

  /// The number of a page between two tables is no part of the text that goes on below it.
  @Test func aPageNumberInsideAGoal() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n").adding(
        """
        项目名称 | 辅具适配 | | |
        年度绩效目标 | 适配辅具1500件，服务率达到 | | |

        10

        | 98%以上。 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 适配辅具 | ≥1500件
        """))
    #expect(reading.text(.annualGoal) == "适配辅具1500件，服务率达到98%以上。")
  }

  /// A list may call the projects no more than that.
  @Test func aListOfProjects() throws {
    let reading = try Reading(
      Page("部门预算项目绩效目标表\n\n").adding(
        """
        项目 | 资金（万元） | 年度目标 | 绩效指标 | | |
        | | | 一级指标 | 二级指标 | 三级指标 | 指标值
        饮水维护 | 86 | 维护42处。 | 产出指标 | 数量指标 | 维护工程 | 42处
        | | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        山洪防治 | 54.5 | 更新30处。 | 产出指标 | 数量指标 | 更新雨量站 | 30处
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("饮水维护"), .text("山洪防治")])
    #expect(forms.map { $0[.annualGoal] } == [.text("维护42处。"), .text("更新30处。")])
    #expect(forms.map { $0.indicators.map(\.name) } == [["维护工程", "群众满意度"], ["更新雨量站"]])
  }

  /// Beside other columns the same word heads anything.
  @Test func anotherTable() throws {
    let reading = try Reading(
      Page("水质监测情况\n\n").adding(
        """
        项目 | 指标名称 | 目标值 | 单位
        河道 | 溶解氧 | 5 | 毫克/升
        水库 | 总磷 | 0.05 | 毫克/升
        """))
    #expect(reading.recognition.forms.isEmpty)
  }

  /// The class of a deviation is not what is said of it.
  @Test func theReasonBesideItsClass() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成值 | 分值 | 得分 | 偏差原因分类 | 偏差原因说明
        产出指标 | 质量指标 | 数据有效率 | ≥95% | 93% | 90 | 88 | 硬件条件保障 | 浮标失联
        总分 | | | | | 100 | 98 | |
        """))
    #expect(reading.form.indicators.map(\.deviation) == ["浮标失联"])
    #expect(reading.further == ["偏差原因分类 硬件条件保障"])
    #expect(reading.warnings.isEmpty)
  }

  /// The caption of the goals has the text beside it, and what was reached stands behind it.
  @Test func whatWasReachedBehindTheGoal() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 疫病防控 | |\n").adding(
        """
        年度绩效目标 | 免疫密度达到100%。 | 实际完成情况 | 免疫密度100%。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
        产出指标 | 数量指标 | 免疫数量 | 86万头 | 88万头 | 100 | 100
        """))
    #expect(reading.text(.plannedGoal) == "免疫密度达到100%。")
    #expect(reading.text(.actualGoal) == "免疫密度100%。")
    #expect(!reading.codes.contains(.fieldInferred))
  }

  @Test func weightsInPercent() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位 | 权重
        产出指标 | 数量指标 | 监测户数 | ≥ | 320 | 户 | 40%
        | 质量指标 | 落实率 | ＝ | 100 | % | 60%
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥320户", "＝100%"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["40%", "60%"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Where the form has no year, it is likely the first of those it declares.
  @Test func yearsBesideTheTargetOfAllOfThem() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n项目名称 | 流域治理 | |\n主管部门 | 某局 | |\n").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 总体目标值 | 2024年 | 2025年
        产出指标 | 数量指标 | 治理长度 | 26公里 | 12公里 | 14公里
        """))
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["26公里"])
    #expect(reading.form.indicators.map(\.target?.text) == ["12公里"])
    #expect(reading.further == ["2025年 14公里"])
    #expect(reading.warnings == [.columnInferred])
  }

  /// The description of an indicator is not its target.
  @Test func descriptionsWithoutTargets() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述
        产出指标 | 数量指标 | 购置图书车 | 按合同数量
        """))
    #expect(reading.form.indicators.map(\.target?.text) == [nil])
    #expect(reading.further == ["绩效指标描述 按合同数量"])
  }
}
