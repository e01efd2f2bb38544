import IR
import Testing

@testable import Forms

/// What forms of offices all over the country taught that nobody had looked at before.
struct PublishedFormsTests {
  // MARK: Columns

  /// The points and the scores have headers that say more than their labels.
  @Test func headersSayMoreThanTheirLabels() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 参考分值 | 年度指标值 | 单项指标实际完成值 | 单项指标得分
        产出指标 | 数量指标 | 维护路灯 | 60 | 300盏 | 310盏 | 58
        满意度指标 | 服务对象满意度指标 | 市民满意度 | 30 | ≥90% | 93% | 30
        总分 | | | 100 | | | 98
        """))
    #expect(reading.values == ["维护路灯 300盏 310盏 60 58", "市民满意度 ≥90% 93% 30 30"])
    #expect(reading.warnings.isEmpty)
  }

  /// A score of somebody else has another word in front.
  @Test func aScoreOfOthersIsNotThatOfTheUnit() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 财政审核得分
        产出指标 | 数量指标 | 维护路灯 | 300盏 | 310盏 | 90 | 88 | 80
        总分 | | | | | 100 | 98 |
        """))
    #expect(reading.values == ["维护路灯 300盏 310盏 90 88"])
    #expect(reading.further == ["财政审核得分 80"])
  }

  /// The lower row of the header divides the targets into their parts.
  @Test func partsStandBelowTheHeaderOfTheTargets() throws {
    let reading = try Reading(
      """
      <h2>项目绩效自评表</h2><table>
      <tr><td>项目名称</td><td colspan="7">高龄津贴</td></tr>
      <tr><td rowspan="2">一级指标</td><td rowspan="2">二级指标</td><td rowspan="2">三级指标</td>
      <td colspan="3">预期指标值</td><td rowspan="2">实际完成值</td><td rowspan="2">得分</td></tr>
      <tr><td>符号</td><td>值</td><td>单位（文字描述）</td></tr>
      <tr><td>产出指标</td><td>数量指标</td><td>发放人数</td><td>&gt;=</td><td>98</td><td>人</td>
      <td>99人</td><td>50</td></tr>
      <tr><td>满意度指标</td><td>服务对象满意度指标</td><td>老人满意度</td><td>≥</td><td>95</td><td>%</td>
      <td>96%</td><td>40</td></tr>
      </table>
      """, as: .html)
    #expect(reading.values == ["发放人数 >=98人 99人 - 50", "老人满意度 ≥95% 96% - 40"])
    #expect(reading.further.isEmpty)
  }

  /// Each place has its target, and none is that of all.
  @Test(arguments: ["城关镇 | 河东乡 | 李家村", "新罗区 | 上杭县 | 漳平市"])
  func targetsOfPlaces(_ places: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标方向 | \(places)
        产出指标 | 数量指标 | 修复水渠（条） | ≥ | 1 | 2 | 3
        | 质量指标 | 验收合格率 | ≥ | 95% | 96% | 97%
        """))
    #expect(reading.form.indicators.map(\.name) == ["修复水渠（条）", "验收合格率"])
    #expect(reading.form.indicators.allSatisfy { $0.target == nil })
    let names = places.split(separator: " | ")
    #expect(
      reading.further == [
        "指标方向 ≥", "\(names[0]) 1", "\(names[1]) 2", "\(names[2]) 3",
        "指标方向 ≥", "\(names[0]) 95%", "\(names[1]) 96%", "\(names[2]) 97%",
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// The targets of the beginning of the year are left empty, those that were adjusted are not.
  @Test func adjustedTargetsBesideEmptyOnes() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年初指标值 | 调整指标值 | 全年完成值 | 分值 | 得分
        产出指标 | 数量指标 | 维护路灯 | | 300盏 | 310盏 | 60 | 60
        | 质量指标 | 亮灯率 | | 98% | 99% | 30 | 30
        总分 | | | | | | 100 | 100
        """))
    #expect(reading.values == ["维护路灯 300盏 310盏 60 60", "亮灯率 98% 99% 30 30"])
    #expect(reading.warnings.isEmpty)
  }

  // MARK: Scores alone

  /// All levels, and what they are scored by, with nothing else of a form.
  @Test(arguments: ["2023年度部门整体支出绩效自评表", "2022年项目支出绩效自评指标计分表"])
  func tablesOfScores(_ title: String) throws {
    let reading = try Reading(
      Page(title).line("").adding(
        """
        序号 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 评分标准 | 自评得分
        1 | 规划（15分） | 基础信息 | 信息完整性 | 15 | 完整得15分 | 14
        2 | 执行（85分） | 预算执行 | 结转变动率 | 40 | 按比例得分 | 40
        3 | | 预算管理 | 制度健全性 | 45 | 健全得45分 | 45
        合计 | | | | 100 | | 99
        """))
    #expect(
      reading.values == ["信息完整性 - - 15 14", "结转变动率 - - 40 40", "制度健全性 - - 45 45"])
    #expect(reading.form.total?.score?.text == "99")
    #expect(reading.warnings.isEmpty)
  }

  /// What is scored has a second column of words, whose header is that of names in other forms.
  @Test func scoresRightBehindTheNames() throws {
    let reading = try Reading(
      Page("2022年项目支出绩效自评指标计分表").line("").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 自评分 | 具体指标 | 评价标准
        项目决策（60分） | 项目目标 | 目标内容 | 4 | 目标明确；目标细化 | 明确得4分
        | 决策过程 | 决策依据 | 55 | 符合规划 | 符合得56分
        项目管理（40分） | 资金到位 | 到位率 | 39.5 | 到位/计划 | 按比例得分
        总分 | | | 98.5 | |
        """))
    #expect(reading.values == ["目标内容 - - - 4", "决策依据 - - - 55", "到位率 - - - 39.5"])
    #expect(reading.form.total?.score?.text == "98.5")
    #expect(reading.warnings.isEmpty)
  }

  /// Each level has a column for its points.
  @Test func pointsBesideEachLevel() throws {
    let reading = try Reading(
      Page("服务贸易项目绩效自评表").line("").adding(
        """
        一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分
        项目决策 | 45 | 项目目标 | 15 | 目标内容 | 15 | 14
        | | 决策过程 | 30 | 决策依据 | 12 | 12
        | | | | 决策程序 | 18 | 17
        项目管理 | 55 | 资金到位 | 55 | 到位率 | 35 | 35
        | | | | 到位时效 | 20 | 20
        """))
    #expect(
      reading.values == [
        "目标内容 - - 15 14", "决策依据 - - 12 12", "决策程序 - - 18 17", "到位率 - - 35 35",
        "到位时效 - - 20 20",
      ])
    #expect(
      reading.form.indicators.map(\.level2) == ["项目目标", "决策过程", "决策过程", "资金到位", "资金到位"])
    #expect(reading.form.unplaced.map(\.text) == ["45", "15", "30", "55", "55"])
  }

  /// The score of all stands with the fields.
  @Test func theScoreOfAllStandsAboveTheIndicators() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表
        （2024年度）
        项目名称 | 城市道路照明维护 | | |
        主管部门 | 市城管局 | | 实施单位 | 市路灯所
        自评得分 | 94 | | |
        """
      ).scored("| 产出指标 | 数量指标 | 维护路灯 | 300盏 | 310盏 | 94 | 94 |"))
    #expect(reading.form.total?.score?.text == "94")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Points of levels need no parentheses.
  @Test func pointsOfLevelsWithoutParentheses() throws {
    let reading = try Reading(
      Page.evaluation.scored(
        """
        | 产出指标60分 | 数量指标60分 | 维护路灯 | 300盏 | 310盏 | 60 | 60 |
        | 满意度指标30分 | 服务对象满意度指标30分 | 市民满意度 | ≥90% | 93% | 30 | 30 |
        总分 | | | | | | 100 | 100 |
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出指标60分", "满意度指标30分"])
    #expect(reading.warnings.isEmpty)
  }

  // MARK: Fields

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

  /// The money that arrived stands between budget and execution, and the rate behind them.
  @Test func moneyThatArrivedBetweenBudgetAndExecution() throws {
    let reading = try Reading(
      Page(
        """
        2020年度预算项目绩效自评表
        基本情况 | 项目名称： | 高龄津贴 | 金额单位： | 万元 | |
        | 实施（主管）单位 | 县民政局 | | | |
        预算执行情况 | 预算数 | 6.84 | 到位数 | 6.50 | 执行数 | 6.40 | 93.57%
        | 其中：财政资金 | 5.84 | 其中：财政资金 | 5.50 | 其中：财政资金 | 5.40 |
        目标完成情况 | 年度预期目标 | | 具体完成情况 | | | 总体完成率（%）
        | 按月发放补贴。 | | 已经发放补贴。 | | | 100.00
        """
      ).scored("| 产出指标 | 数量指标 | 发放人数 | 19人 | 19人 | 90 | 90 |"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.text(.implementingUnit) == "县民政局")
    let rows = reading.form.fundingRows
    #expect(rows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(rows.map(\.annualBudget?.text) == ["6.84", "5.84"])
    #expect(rows.map(\.executed?.text) == ["6.40", "5.40"])
    #expect(rows.map(\.executionRate?.text) == ["93.57%", nil])
    #expect(reading.text(.plannedGoal) == "按月发放补贴。")
    #expect(reading.text(.actualGoal) == "已经发放补贴。")
    #expect(reading.form.unplaced.map(\.text).contains("6.50"))
    #expect(reading.form.unplaced.map(\.text).contains("100.00"))
  }
}
