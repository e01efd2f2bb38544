import IR
import Testing

@testable import Forms

/// What forms call their fields.
struct FieldWordingsTests {
  /// Labels that departments and provinces have for the same fields.
  @Test(arguments: [
    ("转移（项目）名称", "name"), ("资金名称", "name"), ("政策（项目）名称", "name"),
    ("主管预算部门", "department"), ("主管部门及其编码", "department"), ("主管部门（单位）名称", "department"),
    ("市级预算单位名称", "implementingUnit"), ("单位信息：", "implementingUnit"),
    ("单位编码及名称", "implementingUnit"), ("申请单位", "implementingUnit"), ("申报部门", "implementingUnit"),
    ("项目负责人及联系电话", "leader"), ("部门联系人", "contact"), ("项目经办人：", "contact"), ("联系方式", "phone"),
    ("项目分类", "category"), ("专项属性", "nature"), ("项目总体概况", "overview"), ("项目总体情况", "overview"),
    ("专项立项依据", "basis"), ("预期目标", "annual"), ("项目年度目标", "annual"), ("预期绩效目标", "annual"),
    ("专项年度绩效目标", "annual"), ("专项长期绩效目标", "overall"), ("资金需求", "total"),
    ("项目预算金额", "annualTotal"), ("当年年度预算", "annualTotal"), ("资金额度", "annualTotal"),
    ("一般公共预算财政拨款", "annualAppropriation"), ("当年其他资金", "annualOther"),
    ("其中：市级补助", "annualLocal"), ("市县（区）财政资金", "annualLocal"),
  ])
  func labels(_ label: String, _ key: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n实施期限 | 3年 | |\n").adding("\(label) | 600 | |")
        .indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    let keys = FieldKey.allCases.filter { reading.text($0) == "600" }
    #expect(keys.map { $0.rawValue.split(separator: "/")[1] } == [key[...]])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// A label of two things is that of the first one, unless that has a label of its own.
  @Test func labelsOfTwoThings() throws {
    let reading = try Reading(
      .purchase("主管部门（单位）名称及预算编码 | 文旅厅335301 | |\n项目概况及项目立项依据 | 标引资源。 | |"))
    #expect(reading.text(.department) == "文旅厅335301" && reading.text(.overview) == "标引资源。")
    #expect(reading.diagnostics(.labelCorrected).map(\.after) == ["主管部门(单位)名称", "项目概况"])
    let both = try Reading(.purchase("项目概况 | 标引资源。 | |\n项目概况与规模情况 | 一万条 | |"))
    #expect(both.text(.overview) == "标引资源。")
    #expect(both.form.further == [LabelledText(label: "项目概况与规模情况", text: "一万条")])
  }

  @Test(arguments: ["项目编码", "项目代码"])
  func theCodeOfAProject(label: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 渔港清淤 | \(label) | 35092124T0001
        主管部门 | 市海洋局 | 实施单位 | 市渔港站
        """
      ).indicators("| 产出指标 | 数量指标 | 清淤土方 | ≥4万立方米"))
    #expect(reading.form[.code] == .text("35092124T0001"))
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Money that the centre gives has a department there too.
  @Test func threeDepartments() throws {
    let reading = try Reading(
      Page(
        """
        中央对地方转移支付区域绩效目标自评表

        转移支付（项目）名称 | 灌区改造补助 | |
        中央主管部门 | 某部 | |
        地方主管部门 | 省水利厅 | 资金使用单位 | 各灌区管理局
        总体目标 | 全年实际完成情况 | |
        改造3处灌区。 | 改造了3处。 | |
        """
      ).scored("| 产出指标 | 数量指标 | 改造灌区 | 3处 | 3处 | | |"))
    #expect(reading.text(.centralDepartment) == "某部")
    #expect(reading.text(.department) == "省水利厅")
    #expect(reading.text(.implementingUnit) == "各灌区管理局")
  }

  @Test func aDeclarationSaysWhomToAskAndWhy() throws {
    let reading = try Reading(
      Page(
        """
        二〇二三年度项目支出绩效目标申报表
        项目名称 | 水库加固 | 实施单位 | 某管理所
        项目负责人 | 刘某 | 联系电话 | 0746-4222333
        项目概况 | 加固5座水库。 | |
        项目立项情况 | 项目立项的依据 | 《管理办法》 |
        | 项目申报的必要性 | 水库有隐患。 |
        """
      ).indicators("| 产出指标 | 数量指标 | 加固水库数量 | 5座"))
    let keys: [FieldKey] = [.leader, .phone, .overview, .basis, .necessity]
    #expect(
      keys.map { reading.text($0) } == ["刘某", "0746-4222333", "加固5座水库。", "《管理办法》", "水库有隐患。"])
    #expect(reading.form.year == 2023)
    #expect(reading.form.unplaced.map(\.text) == ["项目立项情况"])
  }

  @Test func whyAndForWhom() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        填报单位：某县移民局 | 填报日期：2024年3月
        项目名称 | 就业技能培训
        一级预算单位 | 某市退役军人局 | 预算执行单位 | 某市军休中心
        项目申请理由 | 提升就业创业能力。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训人数 | ≥600人
        """))
    #expect(reading.text(.department) == "某市退役军人局")
    #expect(reading.text(.implementingUnit) == "某市军休中心")
    #expect(reading.text(.necessity) == "提升就业创业能力。")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.recognition.outside.map(\.text) == ["填报单位：某县移民局", "填报日期：2024年3月"])
  }

  /// 部门名称 is the department's where the unit has a label of its own, and the unit's where it has none.
  @Test(arguments: [
    ("部门名称 | 文旅厅 | 单位名称 | 博物馆", "文旅厅", "博物馆"), ("部门名称 | 文旅厅 | |", nil, "文旅厅"),
    ("主管部门 | 省政府 | 部门名称 | 文旅厅", "省政府", "文旅厅"),
  ])
  func departmentsAndUnits(_ row: String, _ department: String?, _ unit: String) throws {
    let reading = try Reading(Page.purchase(row))
    #expect(reading.text(.department) == department)
    #expect(reading.text(.implementingUnit) == unit)
    #expect(reading.warnings.isEmpty)
  }

  /// What kind of project it is is said in self-evaluations too.
  @Test func kindOfAnEvaluatedProject() throws {
    let reading = try Reading(
      Page.evaluation.adding("项目类别 | 市直专项 | 项目属性 | 持续性项目").scored(
        "| 产出指标 | 数量指标 | 维护路灯 | 90盏 | 90盏 | 90 | 90 |"))
    #expect(reading.text(.category) == "市直专项")
    #expect(reading.text(.nature) == "持续性项目")
    #expect(reading.form.unplaced.isEmpty)
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

  /// 项目期 beside 项目属性 says when.
  @Test func theYearOfAProject() throws {
    let reading = try Reading(
      Page.equipment("项目属性 | 新增项目 | 项目期 | 2025年\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.nature) == "新增项目")
    #expect(reading.text(.start) == "2025")
    #expect(reading.warnings.isEmpty)
  }

  /// How long a text may be is no period.
  @Test func lengthsOfTexts() throws {
    let reading = try Reading(
      Page.purchase("项目绩效目标 | 长期目标（450字内） | 年度目标（450字内） |\n| 建成实训中心 | 完成设备采购 |\n项目年度绩效目标衡量指标 | | |")
    )
    #expect(reading.text(.overallGoal) == "建成实训中心")
    #expect(reading.text(.annualGoal) == "完成设备采购")
    #expect(reading.text(.overallPeriod) == nil)
    #expect(reading.warnings.isEmpty)
  }

  /// The department of a lower level is the unit, where no other label is printed for that.
  @Test func departmentsOfTwoLevels() throws {
    let reading = try Reading(
      Page(
        """
        水利发展资金区域绩效目标表
        （2024年度）
        专项名称 | 水利发展资金 | |
        省级主管部门 | 省水利厅 | |
        区县主管部门 | 某县水利局 | |
        资金情况 | 年度金额（万元）： | 397 |
        | 其中：中央补助（万元） | 397 |
        """
      ).indicators("| 产出指标 | 数量指标 | 修复水渠 | 6条"))
    #expect(reading.text(.department) == "省水利厅")
    #expect(reading.text(.implementingUnit) == "某县水利局")
    let told = try #require(reading.diagnostics(.unitInferred).first)
    #expect(told.pointer == "/forms/0/project/implementingUnit")
    #expect(told.arguments == [.text("label", "区县主管部门")])
    #expect(reading.form[.annualTotal] == .amount(Amount(text: "397", amount: "397")))
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  @Test func theDepartmentBesideItsUnit() throws {
    let reading = try Reading(
      Page(
        """
        水利发展资金区域绩效目标表
        （2024年度）
        专项名称 | 水利发展资金 | |
        区县主管部门 | 某县水利局 | 实施单位 | 某县水利站
        年度金额 | 397 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 修复水渠 | 6条"))
    #expect(reading.text(.department) == "某县水利局")
    #expect(reading.text(.implementingUnit) == "某县水利站")
  }

  /// Many offices print 专项 wherever others have 项目.
  @Test func fundsAreProjects() throws {
    let reading = try Reading(
      Page(
        """
        专项资金绩效目标申报表
        （2024年度）
        专项名称 | 就学补助 | 专项负责人 | 某人
        专项概况 | 发放就学补助。 | 专项起止时间 | 2024年1月至12月
        """
      ).indicators("| 产出指标 | 数量指标 | 补助人数 | ≥101人"))
    #expect(reading.text(.name) == "就学补助" && reading.text(.leader) == "某人")
    #expect(reading.text(.overview) == "发放就学补助。" && reading.form[.start] != nil)
    #expect(reading.form.further.isEmpty && reading.warnings.isEmpty)
  }
}
