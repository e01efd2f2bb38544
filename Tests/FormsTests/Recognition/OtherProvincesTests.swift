import IR
import Testing

@testable import Forms

/// Forms of other provinces: their words, their captions, and what stands around a form.
struct OtherProvincesTests {
  @Test func equalLabelsOfMoneyStandForTheirSides() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        （2021年度）
        项目名称 | 旧房改造 | |
        主管部门及代码 | 市住房局 301 | 实施单位 | 市房屋中心
        起止时间 | 2021年3月至2021年12月 | |
        项目资金（万元） | 中期资金总额 | 1,200.50 | 年度资金总额 | 600.25
        | 其中：财政拨款 | 1,200.50 | 其中：财政拨款 | 600.25
        """
      ).indicators("| 产出指标（50分） | 数量指标 | 改造户数 | ≥20户"))
    #expect(reading.text(.fiscal) == "1,200.50")
    #expect(reading.text(.annualAppropriation) == "600.25")
    #expect(reading.text(.start) == "2021-03")
    #expect(reading.text(.end) == "2021-12")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.indicators.map(\.level1) == ["产出指标（50分）"])
  }

  /// A table between the fields that no layout has: nothing of it is taken for a field.
  @Test func tasksOfADepartmentAreNoFields() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标表
        （2024年度）
        部门（单位）名称 | 某市自然资源局
        年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | |
        | | | 总额 | 财政拨款 | 其他资金
        | 不动产登记 | 开展不动产登记发证工作 | 320 | 310 | 10
        | 金额合计 | | 500 | 470 | 30
        年度总体目标 | 完成不动产登记任务。
        """
      ).indicators("| 产出指标 | 数量指标 | 办理登记件数 | ≥20000件"))
    #expect(reading.form.fields.map(\.key) == [.implementingUnit, .annualGoal])
    #expect(reading.form.furtherTables.map(\.rows.count) == [2])
    #expect(reading.form.unplaced.isEmpty && reading.warnings.isEmpty)
  }

  @Test func severalCaptionsOnOneLine() throws {
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表").line("填报单位（盖章）：市科技局　单位：万元").line("（2024年度）").adding(
        """
        项目名称 | 甲 | 项目性质 | 乙 | 项目类别 | 丙
        主管部门 | 丁 | | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.text(.implementingUnit) == "市科技局")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.year == 2024)
  }

  @Test func peopleSignBelowTheIndicators() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        备注 | 无 | | |
        填报人：张三 | 审核人：李四 | | |
        """))
    #expect(reading.form.indicators.map(\.name) == ["培训人数"])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func tablesBelowAFormAreTables() throws {
    let page = Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人").adding(
      """

      科目 | 金额
      工资 | 300
      津贴 | 20
      """)
    let reading = try Reading(page)
    #expect(reading.form.indicators.map(\.name) == ["培训人数"])
    #expect(reading.recognition.tables.count == 1)
  }

  @Test func oneCharacterOfTheRightGoalsLabelIsWrong() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        (2024年度)
        项目名称 | 甲 | 项目性质 | 乙 | 项目类别 | 丙
        主管部门 | 丁 | 实施单位 | 戊 | |
        项目绩效目标 | 项目总目标 | 年度总体目柝 | | |
        | 总目标文字。 | 年度目标文字。 | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.text(.overallGoal) == "总目标文字。")
    #expect(reading.text(.annualGoal) == "年度目标文字。")
    #expect(reading.codes.contains(.labelCorrected))
  }

  @Test func aCellTooManyIsLeftOutAlone() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人 | 含外聘"))
    #expect(reading.form.indicators.map(\.name) == ["培训人数"])
    #expect(reading.form.indicators.first?.target?.text == "≥50人")
    #expect(reading.form.unplaced.map(\.text) == ["含外聘"])
  }

  @Test func aTitleThatGoesOnIsNoIndicator() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人

        财政项目支出绩效目标申报表（续） | | | |
        | | | 泵站数量 | =3座
        """))
    #expect(reading.form.indicators.map(\.name) == ["培训人数", "泵站数量"])
    #expect(reading.recognition.forms.count == 1)
  }

  @Test func oneOfTwoHeadersWithOneMeaningHasTheColumn() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效自评表
        (2024年度)
        项目名称 | 甲 | | | |
        主管部门 | 丁 | 实施单位 | 戊 | |
        项目资金(元) | | 年初预算数 | 预算执行数 | 全年执行数 | 执行率
        | 年度资金总额 | 100 | 90 | 80 | 80%
        """
      ).scored("| 产出指标 | 数量指标 | 培训人数 | ≥50人 | 50人 | 100 | 100 |"))
    #expect(reading.form.fundingRows.first?.executed?.text == "90")
    #expect(!reading.codes.contains(.conservationFailed))
  }

  @Test func aTableOfTooManyRowsSaysSo() throws {
    let rows = (1...500).map { "| | | 第\($0)批次数 | =\($0)次" }.joined(separator: "\n")
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人\n" + rows))
    #expect(reading.form.indicators.count == 501)
    #expect(reading.form.indicators.allSatisfy { $0.level2 == "数量指标" })
    #expect(reading.codes.contains(.levelsByPlace))
    #expect(!reading.codes.contains(.labelMoved))
  }
}
