import IR
import Testing

@testable import Forms

/// What offices all over the country print in their forms.
struct OfficesWordingsTests {
  private static func page(_ rows: String) -> Page {
    Page("项目支出绩效目标表\n\n" + "项目名称 | 设备购置 | |\n").adding(rows)
      .indicators("| 产出指标 | 数量指标 | 购置设备 | 6台")
  }

  /// What must be filled in has a star.
  @Test func starsBeforeLabels() throws {
    let reading = try Reading(
      Page(
        """
        整体支出绩效目标表

        *部门（单位）名称 | 价格认定中心 | | |
        *年度总体绩效目标 | 做好价格认定 | | |
        一级指标 | 二级指标 | 三级指标 | *指标值类型 | *指标值 | *计量单位
        产出指标 | 数量指标 | 办结件数 | ≥ | 28 | 件
        | 质量指标 | 结论采信率 | ≥ | 95 | %
        """))
    #expect(reading.text(.implementingUnit) == "价格认定中心")
    #expect(reading.text(.annualGoal) == "做好价格认定")
    #expect(reading.form.indicators.map(\.target?.text) == ["≥28件", "≥95%"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// The relation may be a word, or a sign that only looks like one.
  @Test(arguments: [("大于等于", "大于等于95%"), ("═", "═95%"), ("≧", "≧95%")])
  func relationsInACellOfTheirOwn(_ relation: String, _ target: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 设备购置 | | | | |
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位
        产出指标 | 质量指标 | 设备验收合格率 | 正向 | \(relation) | 95 | %
        效益指标 | 社会效益指标 | 工作效率 | 定性 | | 有效提升 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == [target, "有效提升"])
    #expect(
      reading.form.indicators.map { $0.further.map { "\($0.label) \($0.text)" } } == [
        ["指标性质 正向"], ["指标性质 定性"],
      ])
  }

  /// Of points in parentheses only the number may stand in them.
  @Test func pointsBehindTheirParenthesis() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 厂房建设 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
        成本指标（0-20）分 | 经济成本指标 | 建设成本 | ≤65万元 | 10
        产出指标（40-50）分 | 数量指标 | 建设面积 | ≥300平方米 | 20
        | 质量指标 | 验收合格率 | 100% | 20
        满意度指标（10）分 | 服务对象满意度指标 | 群众满意度 | ≥95% | 10
        """))
    #expect(
      reading.form.indicators.map(\.level1) == [
        "成本指标（0-20）分", "产出指标（40-50）分", "产出指标（40-50）分", "满意度指标（10）分",
      ])
    #expect(reading.warnings.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// Those who look a form over comment below it, and are no indicators.
  @Test func commentsBelowAForm() throws {
    let reading = try Reading(
      Self.page("").adding("财政部门支出股室初审意见 | | （盖章） | |\n区扶贫办审核意见 | | （盖章） | |"))
    #expect(reading.form.indicators.map(\.name) == ["购置设备"])
    #expect(reading.warnings.isEmpty)
  }

  /// A declaration may have room for what will be reached.
  @Test func roomForWhatWillBeReached() throws {
    let reading = try Reading(
      Self.page("总体目标 | 年度目标 | 年度总体目标完成情况 |\n| 接待游客6万人，增加村集体收入。 | |"))
    #expect(reading.text(.annualGoal) == "接待游客6万人，增加村集体收入。")
    #expect(reading.warnings.isEmpty)
  }

  /// 指标值内容 says what a target means, and is no 指标分值 that was misread.
  @Test func contentOfTargets() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 应急处理 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值类型 | 目标值 | 度量单位 | 指标值内容 | 备注
        产出指标 | 数量指标 | 演练次数 | ≥ | 2 | 次 | 全年演练 |
        | 质量指标 | 报告率 | ≥ | 98 | % | 按时报告 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥2次", "≥98%"])
    #expect(reading.form.indicators.map { $0.further.map(\.text) } == [["全年演练"], ["按时报告"]])
    #expect(reading.warnings.isEmpty)
  }

  /// What was done is said in self-evaluations too.
  @Test func overviewOfASelfEvaluation() throws {
    let reading = try Reading(
      Page(
        """
        部门预算项目支出绩效自评表（2023年度）

        项目名称 | 设备替换 | | | |
        项目基本情况 | 2.项目实施内容及过程概述 | 购买13台电脑，12月前付款。 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 得分
        产出指标 | 数量指标 | 采购电脑数量 | 13台 | 13台 | 90 | 90
        """))
    #expect(reading.text(.overview) == "购买13台电脑，12月前付款。")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test(arguments: [
    ("转移（项目）名称", "name"), ("主管预算部门", "department"), ("市级预算单位名称", "implementingUnit"),
    ("项目分类", "category"), ("部门联系人", "contact"), ("项目总体概况", "overview"), ("预期目标", "annual"),
    ("项目预算金额", "annualTotal"), ("当年年度预算", "annualTotal"), ("资金需求", "total"),
    ("其中：市级补助", "annualLocal"),
  ])
  func labels(_ label: String, _ key: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n实施期限 | 3年 | |\n").adding("\(label) | 600 | |")
        .indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    let keys: [FieldKey] = [
      .name, .department, .implementingUnit, .category, .contact, .overview, .annualGoal,
      .overallGoal, .annualTotal, .total, .local, .annualLocal,
    ]
    #expect(
      keys.filter { reading.text($0) == "600" }.map { $0.rawValue.split(separator: "/")[1] } == [
        key[...]
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// Numbers of indicators that were not needed are none, and are no part of the names beside them.
  @Test func numbersOfIndicatorsThatWereNotNeeded() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 暖通改造 | |\n").scored(
        """
        | 产出指标 | 数量指标 | 指标1：改造面积 | 300平方米 | 300平方米 | 20 | 20 |
        | | | 指标2： | | | | |
        | | 质量指标 | 指标1：工程验收合格率 | 100% | 100% | 40 | 40 |
        | | | 指标2 | | | | |
        | 效益指标 | 生态效益指标 | 指标1： | / | / | / | / |
        | | 可持续影响指标 | 指标1：使用年限 | ≥10年 | 10年 | 30 | 30 |
        """))
    #expect(reading.form.indicators.map(\.name) == ["指标1：改造面积", "指标1：工程验收合格率", "指标1：使用年限"])
    #expect(reading.form.indicators.map(\.level2) == ["数量指标", "质量指标", "可持续影响指标"])
    #expect(!reading.codes.contains(.rowsJoined) && reading.form.unplaced.isEmpty)
  }

  /// How long a text may be is no period.
  @Test func lengthsOfTexts() throws {
    let reading = try Reading(
      Self.page("项目绩效目标 | 长期目标（450字内） | 年度目标（450字内） |\n| 建成实训中心 | 完成设备采购 |\n项目年度绩效目标衡量指标 | | |"))
    #expect(reading.text(.overallGoal) == "建成实训中心")
    #expect(reading.text(.annualGoal) == "完成设备采购")
    #expect(reading.text(.overallPeriod) == nil)
    #expect(reading.warnings.isEmpty)
  }
}
