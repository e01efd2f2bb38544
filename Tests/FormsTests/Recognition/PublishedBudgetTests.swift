import IR
import Testing

@testable import Forms

/// What whole budgets taught, as departments publish them: several pages of prose, tables and forms.
struct PublishedBudgetTests {
  private func names(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.level2 ?? "-") \($0.name ?? "-")" }
  }

  // MARK: Pages

  /// Short words of levels head the columns of other tables; on rows of their own they are levels.
  @Test func aTailWithShortLevelsGoesOnWithTheForm() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出 | 数量 | 惠及企业数 | 不少于1.2万户
        | | 质量 | 审核准确率 | 不低于99%
        """
      ).line("— 7 —").adding(
        """
        | | 时效 | 到账时限 | 公示结束后5个工作日内
        | 效益 | 经济效益 | 降低用工成本 | 1.86亿元
        | | 社会效益 | 城镇登记失业率 | 控制在4.5%以内
        """))
    #expect(
      names(reading) == [
        "数量 惠及企业数", "质量 审核准确率", "时效 到账时限", "经济效益 降低用工成本", "社会效益 城镇登记失业率",
      ])
    #expect(reading.recognition.tables.isEmpty)
  }

  @Test func aTableWithWordsOfLevelsInItsHeaderIsNone() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出 | 数量 | 惠及企业数 | 不少于1.2万户").line("采购清单").adding(
        """
        品名 | 数量 | 质量 | 单价
        打印机 | 3 | 国产的 | 1200
        电脑 | 5 | 国产的 | 5600
        """))
    #expect(names(reading) == ["数量 惠及企业数"])
    #expect(reading.recognition.tables.count == 1)
  }

  /// What stands between two pages, with the number of one, is no text of a goal above it.
  @Test func theHeadOfAPageIsNoGoal() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        （2024年度）

        项目名称 | 公立医院综合改革
        主管部门 | 某委 | 实施单位 | 某医院
        年度总体目标 | 深化公立医院改革。 | |
        """
      ).line("第 19 页 共 42 页").line("2024年某委部门预算").indicators(
        "| 产出指标 | 数量指标 | 补助公立医院数量 | 3家"))
    #expect(reading.text(.annualGoal) == "深化公立医院改革。")
    #expect(reading.recognition.outside.count == 2)
    #expect(names(reading) == ["数量指标 补助公立医院数量"])
  }

  @Test func aTitleHasANoteBehindIt() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表（其他运转类、特定目标类）

        2025年度

        部门（单位）名称：（盖章）某审计局

        项目名称 | 审计信息化 | 项目属性 | 延续项目 | 项目期 | 1年
        """
      ).indicators("| 产出指标 | 数量指标 | 购置服务器 | 2台"))
    #expect(reading.form.title == "项目支出绩效目标表（其他运转类、特定目标类）")
    #expect(reading.form.year == 2025)
    #expect(reading.text(.implementingUnit) == "某审计局")
    #expect(reading.text(.nature) == "延续项目")
    #expect(reading.text(.duration) == "1年")
    #expect(reading.form[.start] == nil)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aNumberedHeadingIsNotTheTitle() throws {
    let reading = try Reading(
      Page(
        """
        10、部门预算项目支出绩效目标表

        部门预算项目支出绩效目标表（2024年度）

        项目名称 | 殡葬惠民补贴
        预算部门 | 某民政局 | 预算单位 | 某殡葬管理所
        """
      ).indicators("| 产出指标 | 数量指标 | 减免具数 | ≥1900具"))
    #expect(reading.form.title == "部门预算项目支出绩效目标表（2024年度）")
    #expect(reading.form.year == 2024)
    #expect(reading.recognition.outside.map(\.text) == ["10、部门预算项目支出绩效目标表"])
  }

  // MARK: Headers and columns

  @Test func aTitleThatSaysSoIsOfADeclaration() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标申报表 | | | | |
        （2024年度） | | | | |
        单位名称 | 某水利局 | | | |
        年度预算申请（万元） | 资金总额 | 按收入性质分 | | 按支出性质分 |
        | | 政府性基金拨款 | 其他资金 | 基本支出 | 项目支出
        | 2836.41 | 0 | 0 | 1120.41 | 1716
        整体绩效目标 | 确保安全度汛。 | | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 整治病险水库 | 18座"))
    #expect(reading.form.kind == .targetDeclaration)
    #expect(reading.text(.overallGoal) == "确保安全度汛。")
    #expect(reading.text(.actualGoal) == nil)
  }

  /// A table that merges no cells leaves the places of the header empty that its second row divides.
  @Test func aSecondRowOfTheHeaderNamesThePeriods() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
        | | | | 实施期 | 年度
        | 产出指标 | 数量指标 | 高标准农田面积 | ≥24万亩 | ≥6万亩
        | | 质量指标 | 验收合格率 | 100% | 100%
        """))
    #expect(names(reading) == ["数量指标 高标准农田面积", "质量指标 验收合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6万亩", "100%"])
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["≥24万亩", "100%"])
  }

  @Test func unitsHaveAColumnWithoutAHeader() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 一键报警装置 | ≥6 | 套
        | | 质量指标 | 验收合格率 | ＝100 | ％
        | 成本指标 | 经济成本指标 | 项目成本 | ≤42.5 | 万元
        | 效益指标 | 社会效益指标 | 校园安全 | 提升 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6套", "＝100％", "≤42.5万元", "提升"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Whatever the header says, a column of signs beside the targets has their relations.
  @Test(arguments: ["指标值类型", "指标方向", "算符"])
  func relationsAreToldByTheirLook(header: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | \(header) | 年度指标值 | 数量单位 | 历史值
        产出指标 | 数量指标 | 更新车辆数 | ＝ | 18 | 辆 | 12辆
        | 时效指标 | 采购完成时间 | ≤ | 9 | 月 | 10月
        成本指标 | 生态环境成本指标 | 报废车辆处置 | 定性 | 合规处置 | | 合规处置
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["＝18辆", "≤9月", "合规处置"])
    #expect(reading.further == ["历史值 12辆", "历史值 10月", "历史值 合规处置"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func aRowIsShiftedBesideTheirColumn() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值类型 | 年度指标值 | 计量单位
        产出指标 | 数量指标 | 更新车辆数 | ＝ | 18 | 辆
        | 质量指标 | 车辆合格率 | ＝ | 100 | %
        时效指标 | 采购完成时间 | ≤ | 9 | 月 |
        效益指标 | 社会效益指标 | 机械化清扫率 | ≥ | 92 | %
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["＝18辆", "＝100%", "≤9月", "≥92%"])
  }

  @Test func numbersBesideTargetsAreNoUnits() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 报警装置 | ≥6套 | 2/3
        | | 质量指标 | 验收合格率 | 100% | 1/3
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6套", "100%"])
    #expect(reading.warnings.contains(.textUnplaced))
  }

  /// A number that begins a name is no target: names are longer than units.
  @Test func aNumberBeginsTheName() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值说明
        | 产出指标 | 成本指标 | 每平方米保洁单价 | ≤2.22元 |
        | 效益指标 | 社会效益指标 | 12345热线投诉件 | 同比下降10% |
        """))
    #expect(reading.form.indicators.map(\.name) == ["每平方米保洁单价", "12345热线投诉件"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≤2.22元", "同比下降10%"])
    #expect(reading.warnings.isEmpty)
  }

  /// What was reached is told in a few words, and stands where it is printed.
  @Test func whatWasReachedStaysInItsColumn() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 造林面积 | 2.4万亩 | 2.4万亩 | 40 | 40 |
        | 效益指标 | 生态效益指标 | 森林覆盖率 | 稳步提高 | 提高0.2个百分点 | 50 | 50 |
        """))
    #expect(reading.form.indicators.map(\.actual?.text) == ["2.4万亩", "提高0.2个百分点"])
    #expect(reading.form.indicators.allSatisfy { $0.deviation == nil })
  }

  @Test func whatWasReachedStandsBelowWhatWasPlanned() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 科普大篷车巡展
        主管部门 | 某科协 | 实施单位 | 某科技馆
        年度目标 | 年初目标：巡展60站。
        | 完成情况：巡展48站。
        """
      ).scored("| 产出指标 | 数量指标 | 巡展站数 | ≥60站 | 48站 | 90 | 72 |"))
    #expect(reading.text(.plannedGoal) == "巡展60站。")
    #expect(reading.text(.actualGoal) == "巡展48站。")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func theGoalOfADepartmentIsThatOfItsDuties() throws {
    let reading = try Reading(
      Page(
        """
        部门（单位）整体绩效自评表

        （2023年度）

        部门（单位）名称 | 某司法局
        年度履职目标 | 推进全面依法治县。
        """
      ).scored("| 产出指标 | 数量指标 | 人民调解案件数 | ≥2000件 | 2136件 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "推进全面依法治县。")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Projects may be scored by points alone: no column is the targets'.
  @Test func pointsAreNoTargets() throws {
    let reading = try Reading(
      Page(
        """
        2024年度财政支出项目绩效自评打分表

        项目名称 | 垃圾焚烧处理费
        一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评分标准 | 得分 | 扣分原因
        决策（20分） | 项目立项 | 立项依据充分性 | 4 | 是否符合规划 | 符合得满分 | 4 |
        | | 绩效指标明确性 | 3 | 是否细化量化 | 量化得3分 | 2 | 个别指标未量化
        过程（20分） | 资金管理 | 资金到位率 | 4 | 到位/预算 | 到位率×4 | 4 |
        产出（30分） | 产出时效 | 处理及时性 | 5 | 日产日清 | 及时得5分 | 5 |
        """))
    #expect(reading.form.title == "2024年度财政支出项目绩效自评打分表")
    #expect(reading.form.kind == .selfEvaluation)
    #expect(reading.form.indicators.map(\.weight?.text) == ["4", "3", "4", "5"])
    #expect(reading.form.indicators.map(\.score?.text) == ["4", "2", "4", "5"])
    #expect(reading.form.indicators.allSatisfy { $0.target == nil && $0.actual == nil })
    #expect(reading.form.indicators[1].deviation == "个别指标未量化")
    #expect(reading.further.contains("指标解释 日产日清"))
  }

  // MARK: Fields

  @Test func theUnitStandsBehindTheName() throws {
    let reading = try Reading(
      Page(
        """
        部门项目支出绩效目标表

        项目名称 | 疫苗冷链配送 | 单位：万元
        主管部门 | 某局 | 实施单位 | 某中心
        实施周期 | 1年 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 配送次数 | ≥24次"))
    #expect(reading.text(.name) == "疫苗冷链配送")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.text(.duration) == "1年")
    #expect(!reading.warnings.contains(.dateUnreadable))
  }

  /// The unit in each row of a list says more than the department above it.
  @Test func theUnitOfAProjectIsThatOfItsRow() throws {
    let reading = try Reading(
      Page(
        """
        2025年部门项目支出绩效目标表

        部门名称：某退役军人事务局

        单位名称 | 项目名称 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        509001-局本级 | 优抚补助 | 按时发放。 | 产出指标 | 数量指标 | 发放人数 | ≥3260人
        509002-军休中心 | 军休服务 | 做好服务。 | 产出指标 | 数量指标 | 服务人数 | 37人
        """))
    let units = reading.recognition.forms.map { form in
      if case .text(let text) = form[.implementingUnit] { text } else { "-" }
    }
    #expect(units == ["509001-局本级", "509002-军休中心"])
    #expect(reading.warnings.isEmpty)
  }
}
