import IR
import Testing

@testable import Forms

/// Names of indicators, and what is none.
struct NamesTests {
  @Test func rowsAreNumbered() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        序号 | 一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 计量单位
        1 | 产出指标 | 数量指标 | 补贴食堂数量 | = | 6 | 家
        2 | | | 服务老人次数 | ≥ | 12 | 万人次
        3 | 效益指标 | 社会效益指标 | 就餐便利度 | 文字描述 | 明显提升 |
        """))
    #expect(
      reading.wholeRows == [
        "产出指标 数量指标 补贴食堂数量 =6家", "产出指标 数量指标 服务老人次数 ≥12万人次", "效益指标 社会效益指标 就餐便利度 明显提升",
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// The rows stand one or two columns too far left: no classes of a form's own.
  @Test func shiftedNamesAreNoLevels() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 编印教材数量 | ≥200册
        | 发放手册数量 | ≥300册
        | | 质量指标 | 考试通过率 | ≥90%
        """))
    #expect(
      reading.levels == ["数量指标 培训人数", "数量指标 编印教材数量", "数量指标 发放手册数量", "质量指标 考试通过率"])
    #expect(reading.diagnostics(.levelsUnknown).isEmpty)
  }

  @Test(arguments: ["tsv", "html"])
  func aNameAcrossTheColumnsOfTheLevelsHasNone(format: String) throws {
    let reading =
      format == "tsv"
      ? try Reading(
        Page.evaluatedProject.adding(
          """
          一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
          预算执行率 | | | ≥95% | 95% | 10 | 10
          产出指标 | 数量指标 | 培训人数 | ≥150人 | 162人 | 90 | 90
          总分 | | | | | 100 | 100
          """))
      : try Reading(
        """
        <p>项目支出绩效自评表</p><table><tr><td>项目名称</td><td>某项目</td></tr>
        <tr><td>主管部门</td><td>某局</td><td>实施单位</td><td>某中心</td></tr>
        <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
        <tr><td colspan="3">预算执行率</td><td>≥95%</td><td>95%</td><td>10</td><td>10</td></tr>
        <tr><td>产出指标</td><td>数量指标</td><td>培训人数</td><td>≥150人</td><td>162人</td><td>90</td><td>90</td></tr>
        <tr><td colspan="5">总分</td><td>100</td><td>100</td></tr></table>
        """, as: .html)
    #expect(reading.wholeRows == ["预算执行率 ≥95% 95% 10 10", "产出指标 数量指标 培训人数 ≥150人 162人 90 90"])
    #expect(reading.diagnostics(.levelAbsent).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aTemplateIsSaidOnce() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 |
        | | 质量指标 | 验收合格率 |
        | 效益指标 | 社会效益指标 | 政策知晓率 |
        """))
    #expect(reading.form.indicators.count == 3)
    #expect(reading.warnings == [.targetsAbsent])
  }

  /// Nothing is lost where a column that the layout does not have says what the one before says.
  @Test func aForeignCellRepeatsNothing() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分
        | 产出指标 | 质量指标 | 机具合格率 | 100% | 100% | 100% | 90 | 90
        总分 | | | | | | | 100 | 99
        """))
    #expect(reading.form.indicators.first?.actual?.text == "100%")
    #expect(reading.further == ["完成率 100%"])
  }

  /// A mark that is opened in one row is closed in the next.
  @Test func aNameIsCutInsideQuotationMarks() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 引进“一网通 | =1套
        | | | 办”信息化系统 |
        | | 质量指标 | 河道整治成果达标率 | ≥95%
        """))
    #expect(reading.targets == ["引进“一网通办”信息化系统 =1套", "河道整治成果达标率 ≥95%"])
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

  /// A merged cell covers no indicator below those that its empty rows leave.
  @Test func mergedCellOverEmptyRows() throws {
    let rows = [
      #"<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"#,
      #"<tr><td>产出指标</td><td>数量指标</td><td>雾炮车数</td><td>10台</td></tr>"#,
      #"<tr><td rowspan="3">效益指标</td><td>社会效益指标</td><td>空气质量</td><td>改善</td></tr>"#,
      "<tr><td>生态效益指标</td><td></td><td></td></tr>",
      "<tr><td>可持续影响指标</td><td></td><td></td></tr>",
      #"<tr><td colspan="2">服务对象满意度指标</td><td>市民满意度</td><td>90%</td></tr>"#,
    ]
    let title = #"<tr><td>项目名称</td><td colspan="3">降尘服务</td></tr>"#
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n<table>" + title + rows.joined() + "</table>"))
    #expect(reading.form.indicators.map(\.level1) == ["产出指标", "效益指标", "满意度指标"])
  }

  @Test func aWordThatMayBeATargetBeginsAName() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 时效指标 | 季度 |
        | | | 评测及时性 | 及时
        """))
    #expect(reading.targets == ["季度评测及时性 及时"])
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

  /// With the number of an indicator before it, a text is a name, whatever it says and be its target missing.
  @Test func namesWithNumbers() throws {
    let names = ["指标1：按月考核，按季度发放", "指标2：提升服务质量", "指标3：全部完成"]
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 考核奖 | |\n").scored(
        """
        | 产出指标 | 数量指标 | \(names[0]) | | 达成预期指标 | 15 | 15
        | | 质量指标 | \(names[1]) | | 达成预期指标 | 15 | 15
        | | 时效指标 | \(names[2]) | 12月底 | 12月底 | 10 | 10
        """))
    #expect(reading.form.indicators.map(\.name) == names)
    #expect(reading.form.indicators.map { $0.target?.text } == [nil, nil, "12月底"])
    #expect(reading.diagnostics(.rowShiftedLeft).isEmpty)
  }
}
