import IR
import Testing

@testable import Forms

/// Where values stand beside their labels.
struct ValuePlacesTests {
  @Test func labelsStandInTheCellsOfTheirValues() throws {
    let forms = ["老人助餐", "社区微更新"].map { name in
      """
      项目名称：\(name) | 项目性质：经常性项目 | 项目类别：特定目标类
      主管部门：某街道办事处 | 实施单位：某社区事务中心 |
      年度资金申请总额：1,260,000.00 | 其中：当年财政拨款：1,260,000.00 | 上年结转资金：0.00

      一级指标 | 二级指标 | 三级指标 | 年度(/项目)指标值
      产出指标 | 数量指标 | 服务人数 | ≥420人
      | 质量指标 | 食品安全合格率 | =100%

      """
    }
    let reading = try Reading(Page(forms[0]).adding(forms[1]))
    #expect(
      reading.recognition.forms.compactMap { $0[.name] } == ["老人助餐", "社区微更新"].map { .text($0) })
    #expect(reading.recognition.forms.map(\.indicators.count) == [2, 2])
    #expect(
      reading.form[.annualAppropriation]
        == .amount(Amount(text: "1,260,000.00", amount: "1260000.00")))
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: [
    ("2024年1月-12月", "2024-01", "2024-12"), ("2024年1-12月", "2024-01", "2024-12"),
    ("2024.01-2024.12", "2024-01", "2024-12"),
    ("2024-03-01-2025-02-28", "2024-03-01", "2025-02-28"),
    ("2024年3月1日起至11月30日止", "2024-03-01", "2024-11-30"), ("2023年—2025年", "2023", "2025"),
    ("二〇二五年一月至十二月", "2025-01", "2025-12"),
  ])
  func aPeriodGivesStartAndEnd(text: String, start: String, end: String) throws {
    let period = try #require(Period(reading: text))
    #expect(period.start.date == start)
    #expect(period.end.date == end)
    #expect(
      period.start.text + period.separator.prefix { $0 != "止" } + period.end.text
        == text.filter { $0 != "止" })
  }

  @Test(arguments: ["2024-01-01", "2024年", "长期", "2024年度", "3-12"])
  func otherTextsAreNoPeriods(text: String) { #expect(Period(reading: text) == nil) }

  @Test func aValueThatReadsLikeALabel() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        (2024年度)
        项目名称 | 项目单位 | 项目性质 | 经常性项目 | 项目类别 | 其他
        主管部门 | 主管部门 | 实施单位 | 某中心
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.form[.name] == .text("项目单位"))
    #expect(reading.form[.department] == .text("主管部门"))
    #expect(reading.form[.implementingUnit] == .text("某中心"))
  }

  @Test func emptyFieldsAreNoValues() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        项目名称 | | 项目性质 | | 项目类别 |
        主管部门 | | 实施单位 | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(!reading.form.has(.name))
    #expect(reading.form.blank.contains("/project/name"))
  }

  @Test func theDatesOfAPeriodHaveCellsOfTheirOwn() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        项目名称 | 实训基地 | 实施单位 | 某学校
        项目起止时间 | 20210101 | 到 | 20211231
        """
      ).indicators("| 产出指标 | 数量指标 | 设备数量 | ≥120台"))
    #expect(reading.text(.start) == "2021-01-01")
    #expect(reading.text(.end) == "2021-12-31")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func aPeriodWithTwoHyphens() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 社区矫正 | |
        主管部门 | 市司法局 | 实施单位 | 市矫正中心
        项目期限 | 2021-01-01--2021-12-31 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 监管人数 | ≥600人"))
    #expect([reading.text(.start), reading.text(.end)] == ["2021-01-01", "2021-12-31"])
  }

  /// A text with a colon is a label with its value, and no name of a department.
  @Test func aValueWithItsOwnLabelIsNoOtherField() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效自评表

        项目名称 | 热线运行 | | | | | |
        实施单位 | 某中心 | | | | | |
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 400.00 | 400.00 | 360.00 | 10 | 90.00% | 9
        | 单位往来款：58.62 | | | | | |
        年度总体目标 | 预期目标 | | 实际完成情况 |
        | 做好服务。 | | 服务做好了。 |
        """
      ).scored("| 产出指标 | 数量指标 | 接听电话数 | ≥10万次 | 11万次 | |"))
    #expect(reading.text(.department) == nil)
    #expect(reading.form.unplaced.map(\.text) == ["单位往来款：58.62"])
  }

  /// An empty label leaves its field to another one of the form.
  @Test func emptyLabelBesideAnotherOne() throws {
    let reading = try Reading(
      Page("部门整体绩效自评表\n\n单位名称 | 区商务委 | |\n主管部门 | 财务科 | 实施单位 |\n").scored(
        "| 产出指标 | 数量指标 | 新增企业 | 23家 | 33家 | 90 | 90 |"))
    #expect(reading.text(.implementingUnit) == "区商务委")
    #expect(reading.form.unplaced.isEmpty && !reading.codes.contains(.fieldRepeated))
  }

  /// The label of something else, with nothing behind it, is no value.
  @Test func labelWithoutAValueBesideAnotherOne() throws {
    let reading = try Reading(Page.purchase("项目负责人： | | 财务负责人： |"))
    #expect(reading.text(.leader) == nil)
    #expect(reading.form.unplaced.map(\.text) == ["财务负责人："])
  }

  /// A label may have a number as well as its value in its cell.
  @Test func numberBeforeALabelWithItsValue() throws {
    let reading = try Reading(
      Page.purchase("项目资金申请（万元） | 资金总额：250 |\n| 一、财政拨款：240 |\n| 二、自有资金：10 |"))
    #expect(reading.text(.total) == "250")
    #expect(reading.text(.fiscal) == "240")
    #expect(reading.text(.other) == "10")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A label with an empty cell beside it does not take the next label of its row, be that in no list.
  @Test func unknownLabelsBesideEmptyCells() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 资产出租 | 项目编码 | 0701
        项目分类 | | 申报属性 |
        资金性质 | | 主管部门 |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 门面数量 | 9间
        """))
    #expect(reading.text(.category) == nil)
    #expect(
      reading.form.further == [
        LabelledText(label: "申报属性", text: ""), LabelledText(label: "资金性质", text: ""),
      ])
  }

  @Test func optionsFollowTheirLabelWithoutAColon() throws {
    let reading = try Reading(
      Page(
        """
        上海市财政支出项目绩效目标申报表
        申报单位名称 | 某中心
        项目名称 | 热线运行
        项目类型 □结转项目 ☑一次性项目 |
        项目概况 | 运行热线。
        立项依据 | 有文件。
        """
      ).adding(Page.legacyIndicators).adding("产出目标 | 数量目标 | 接听量 | ≥100次"))
    #expect(
      reading.form[.types]
        == .options([
          Option(label: "结转项目", isChecked: false), Option(label: "一次性项目", isChecked: true),
        ]))
  }

  /// Those who sign are no value of the empty label before them, and a caption is none of a lost label.
  @Test func whatIsNoValue() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        （2024年度）

        填报单位（盖章）：　　单位负责人：某人

        项目来历情况 | 项目名称 | 就学补助 | |
        | 主管部门 | 某局 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 补助人数 | ≥101人"))
    #expect(reading.form[.implementingUnit] == nil && reading.form[.category] == nil)
    #expect(reading.form.unplaced.map(\.text) == ["项目来历情况"])
  }

  /// Where the end has a label of its own, a hyphen that is left is one of a date that lost another.
  @Test func aDateThatLostAHyphenIsNoPeriod() throws {
    let reading = try Reading(
      Page.equipment("计划开始日期 | 202401-01 | 计划完成日期 | 2024-12-31").indicators(
        "| 产出指标 | 数量指标 | 购置服务器 | 2台"))
    #expect(reading.form[.start] == .date(DateReading(text: "202401-01", date: nil)))
    #expect(reading.diagnostics(.dateUnreadable).count == 1)
  }
}
