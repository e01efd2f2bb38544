import IR
import Testing

@testable import Forms

/// Wordings of kinds of forms that are published less often.
struct FurtherKindsTests {
  private static func page(_ rows: String) -> Page {
    Page("项目支出绩效目标表\n\n项目名称 | 设备购置 | |\n").adding(rows)
  }

  /// The year's total has its caption beside it.
  @Test func theCaptionOfATotal() throws {
    let reading = try Reading(
      Self.page("年度预算（万元） | 总额 | 86 |\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.annualTotal) == "86")
    #expect(reading.text(.total) == nil)
    // Where the year's total is empty, the label in the next cell but one has its own value.
    let apart = try Reading(
      Self.page("年度资金总额 | | 项目资金总额 | 500\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(apart.text(.annualTotal) == nil)
    #expect(apart.text(.total) == "500")
  }

  /// Another word is no damaged one: 上级补助 is not 省级补助, nor 年初预算金额 年度预算金额.
  @Test func wordsThatDifferByOneCharacter() throws {
    let reading = try Reading(
      Self.page("年度资金总额 | 132 | |\n其中：财政拨款 | 100 | |\n上级补助 | 32 | |\n年初预算金额 | 90 | |\n").indicators(
        "| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.annualProvincial) == nil)
    #expect(
      reading.form.further == [
        LabelledText(label: "上级补助", text: "32"), LabelledText(label: "年初预算金额", text: "90"),
      ])
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// 项目期 beside 项目属性 says when.
  @Test func theYearOfAProject() throws {
    let reading = try Reading(
      Self.page("项目属性 | 新增项目 | 项目期 | 2025年\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.nature) == "新增项目")
    #expect(reading.text(.start) == "2025")
    #expect(reading.warnings.isEmpty)
  }

  /// Targets before and after a change: those in force are the targets.
  @Test func targetsThatWereChanged() throws {
    let reading = try Reading(
      Self.page(
        """
        一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 | 调整原因
        产出指标 | 数量指标 | 采购编织袋 | ≥20万条 | ≥32万条 | 汛情偏重
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥32万条"])
    #expect(reading.further == ["调整前指标值 ≥20万条", "调整原因 汛情偏重"])
    #expect(reading.warnings.isEmpty)
  }

  /// Which way an indicator is good is none of the parts of its target, where these have headers of their own.
  @Test func theDirectionBesideTheRelation() throws {
    let reading = try Reading(
      Self.page(
        """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 指标方向
        产出指标 | 数量指标 | 新增藏书 | ≥ | 3 | 万册 | 60 | 正向
        满意度指标 | 服务对象满意度指标 | 投诉次数 | ≤ | 5 | 次 | 40 | 反向
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥3万册", "≤5次"])
    #expect(reading.further == ["指标方向 正向", "指标方向 反向"])
    #expect(reading.warnings.isEmpty)
  }

  /// What a 目标表 says of a department is what is to be reached, though its money is that of self-evaluations.
  @Test func theGoalsOfADepartment() throws {
    let reading = try Reading(
      Page("整体支出绩效目标表\n\n部门名称 | 县水利局 | | |\n").adding(
        """
        年度预算（万元） | 总额 | 3586 |
        | 基本支出 | 986 | 项目支出 | 2600
        年度总体目标 | 保障水安全。 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修山塘 | ≥36座
        效益指标 | 社会效益指标 | 防洪保护人口 | ≥8万人
        """))
    #expect(reading.form.kind == .targetDeclaration)
    #expect(reading.text(.annualGoal) == "保障水安全。")
  }

  /// The rows of a data frame are numbered from 0 below an empty cell.
  @Test func theIndexOfADataFrame() throws {
    let reading = try Reading(
      Page(
        """
        | 项目支出绩效目标表 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3
        0 | 项目名称 | 设备购置 | nan | nan
        1 | 主管部门 | 某局 | 实施单位 | 某中心
        2 | 年度目标 | 购置设备。 | nan | nan
        3 | 一级指标 | 二级指标 | 三级指标 | 指标值
        4 | 产出指标 | 数量指标 | 购置设备 | 6台
        5 | 满意度指标 | 服务对象满意度指标 | 用户满意度 | nan
        """))
    #expect(reading.text(.name) == "设备购置")
    #expect(reading.levels == ["数量指标 购置设备", "服务对象满意度指标 用户满意度"])
    #expect(reading.form.indicators.map(\.target?.text) == ["6台", nil])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Points of the indicators alone, where the execution of the budget has none.
  @Test func pointsWithoutThoseOfTheExecution() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 气象监测 | | | | |\n").adding(
        """
        预算执行情况（万元） | 预算数 | 72 | 执行数 | 70.56 | 执行率 | 98%
        一级指标 | 二级指标 | 三级指标 | 指标值 | 实际值 | 分值 | 得分
        产出指标 | 数量指标 | 发布预警 | ≥150次 | 186次 | 50 | 50
        效益指标 | 社会效益指标 | 覆盖率 | ≥95% | 96% | 40 | 40
        合计 | | | | | 90 | 90
        """))
    #expect(reading.warnings.isEmpty)
  }

  /// Rules of their own stand in for the targets of departments.
  @Test func pointsWithoutTargets() throws {
    let reading = try Reading(
      Page("部门整体支出绩效自评表\n\n单位名称 | 县档案馆 | | | | | |\n").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标解释 | 评分标准 | 分值 | 得分 | 扣分原因
        投入 | 预算配置 | 在职人员控制率 | 实有人数/编制数 | ≤100%得满分 | 50 | 50 |
        过程 | 预算执行 | 预算完成率 | 完成数/预算数 | 每低1%扣0.5分 | 50 | 49.2 | 未付
        合计 | | | | | 100 | 99.2 |
        """))
    #expect(!reading.codes.contains(.targetsAbsent))
    #expect(reading.form.indicators.map(\.level1) == ["投入", "过程"])
  }

  /// A list that says nothing of what was reached is none of self-evaluations, whatever the labels of its money.
  @Test func aListWithWeights() throws {
    let reading = try Reading(
      Page().adding(
        """
        序号 | 项目单位 | 项目名称 | 年度资金总额 | 其中：财政拨款 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重
        1 | 镇政府 | 公共服务维护 | 56 | 56 | 保障运行。 | 产出指标 | 数量指标 | 维护数量 | 14个 | 60
        | | | | | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 40
        2 | 镇政府 | 森林防火 | 18 | 18 | 降低发生率。 | 产出指标 | 数量指标 | 巡查次数 | ≥200次 | 100
        """))
    #expect(reading.recognition.forms.map(\.kind) == [.targetDeclaration, .targetDeclaration])
    #expect(reading.warnings.isEmpty)
  }

  @Test func theTitleOfAChange() {
    let isTitle = TitleRule.isTitle(LabelKey.key(of: "2024年项目支出绩效目标调整表")[...])
    #expect(isTitle)
  }

  @Test(arguments: [("经济影响", "经济影响"), ("社会影响", "社会影响"), ("生态影响", "生态影响")])
  func effects(_ label: String, _ level2: String) throws {
    let reading = try Reading(
      Self.page("").indicators(
        "| 产出 | 数量指标 | 处理污水 | 3400万吨\n| 效果 | \(label) | 事项 | 好\n| 满意度 | 公众满意度 | 居民满意度 | ≥85%"))
    #expect(
      reading.levels == ["数量指标 处理污水", "\(level2) 事项", "公众满意度 居民满意度"])
  }
}
