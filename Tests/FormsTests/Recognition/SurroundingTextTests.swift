import IR
import Testing

@testable import Forms

/// What stands around a form, and between its pages.
struct SurroundingTextTests {
  @Test(arguments: ["第1页 共2页", "第3页", "- 1 -", "—3—", "共2页 第1页"])
  func aPageNumberInATableIsNoName(number: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 质量指标 | 电梯验收合格率 | =100%
        \(number)
        | | 时效指标 | 更换完成时间 | 9月30日前
        """))
    #expect(reading.targets == ["电梯验收合格率 =100%", "更换完成时间 9月30日前"])
    #expect(reading.recognition.outside.count == 1)
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: ["-5", "3-5页", "第一批", "页", "--", "第2季度", "1-2"])
  func otherTextsAreNoPageNumbers(text: String) {
    let key = LabelKey.key(of: text)
    let isPageNumber = PageNumber.isPageNumber(key.span)
    #expect(!isPageNumber)
  }

  @Test(arguments: ["其他说明的问题", "评价结论", "存在问题", "财政部门审核意见"])
  func whatIsSaidBelowTheIndicatorsIsNone(label: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        \(label) | 无 | | |
        """))
    #expect(reading.targets == ["培训人数 ≥50人"])
    #expect(reading.recognition.outside.map(\.text) == [label, "无"])
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
    #expect(reading.levels == ["数量指标 补助公立医院数量"])
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

  /// Tables of no form stay tables before, behind and between text, with their captions.
  @Test func tablesWithCaptionsBesideAForm() throws {
    let other = "<table><caption>人员名单</caption><tr><td>姓名<td>年龄<tr><td>甲<td>30</table>"
    let reading = try Reading(
      """
      <p>前言</p>\(other)<h2>项目支出绩效目标申报表</h2>
      <table><tr><td>项目名称<td>热线运行<tr><td>主管部门<td>某局</table>
      <table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标值
      <tr><td>产出指标<td>数量指标<td>受理数<td>10个</table>
      \(other)<p>说明</p>\(other)
      """, as: .html)
    #expect(reading.recognition.forms.map(\.indicators.count) == [1])
    #expect(reading.recognition.outside.map(\.text) == ["前言", "说明"])
    #expect(reading.recognition.tables.count == 3)
    #expect(reading.recognition.tables.allSatisfy { $0.caption != nil && $0.rowCount == 2 })
  }

  /// Those who look a form over comment below it, and are no indicators.
  @Test func commentsBelowAForm() throws {
    let reading = try Reading(
      Page.purchase("").adding("财政部门支出股室初审意见 | | （盖章） | |\n区扶贫办审核意见 | | （盖章） | |"))
    #expect(reading.form.indicators.map(\.name) == ["购置设备"])
    #expect(reading.warnings.isEmpty)
  }

  /// Where offices stamp a form and have room for a date there is no indicator.
  @Test func roomForADate() throws {
    let reading = try Reading(
      Page.purchase("").adding("财政资金管理科室（盖章） 年 月 日 | | | 财政绩效管理科室（盖章） 年 月 日 |"))
    #expect(reading.form.indicators.map(\.name) == ["购置设备"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func aLineAboveATableGivesWayToTheTable() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line("填报单位（盖章）：某镇人民政府").adding(
        """
        项目名称 | 基础设施建设 | 项目单位 | 某镇
        项目资金申请（万元） | 资金总额 | 500 |
        """
      ).indicators("| 产出指标 | 数量指标 | 道路里程 | 20公里"))
    #expect(reading.text(.implementingUnit) == "某镇")
    #expect(reading.recognition.outside.map(\.text) == ["填报单位（盖章）：某镇人民政府"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  /// A page break leaves the last row alone, without a row of dashes.
  @Test func aLoneRowOfMarkdown() throws {
    let reading = try Reading(
      """
      # 项目支出绩效目标申报表

      | 项目名称 | 免费开放 | | | |
      |---|---|---|---|---|
      | 主管部门 | 市文旅局 | 实施单位 | 市图书馆 | |
      | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | | 产出指标 | 数量指标 | 开放天数 | ≥330天 |

      | | 满意度指标 | 满意度指标 | 读者满意度 | ≥96% |
      """, as: .markdown)
    #expect(reading.levels == ["数量指标 开放天数", "满意度指标 读者满意度"])
    #expect(reading.recognition.outside.isEmpty)
  }

  /// A page alone that begins in the middle of a form is one.
  @Test func theLastPageOfAFormIsAForm() throws {
    let reading = try Reading(
      Page(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        | 效益指标 | 社会效益指标 | 公众知晓率 | ≥80%
        | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        """))
    #expect(reading.form.indicators.map(\.name) == ["公众知晓率", "群众满意度"])
  }

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
      reading.levels == [
        "数量 惠及企业数", "质量 审核准确率", "时效 到账时限", "经济效益 降低用工成本", "社会效益 城镇登记失业率",
      ])
    #expect(reading.recognition.tables.isEmpty)
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

  /// Cells that Word left empty hold a space that is none.
  @Test func cellsOfNothingButWhiteSpaceAreEmpty() throws {
    let space = "\u{A0}"
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 质量指标 | \(space) | \(space)
        """))
    #expect(reading.levels == ["数量指标 培训人数"])
    #expect(reading.form.emptyLevels.map(\.level2) == ["质量指标"])
  }

  @Test func aCellTooManyIsLeftOutAlone() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人 | 含外聘"))
    #expect(reading.form.indicators.map(\.name) == ["培训人数"])
    #expect(reading.form.indicators.first?.target?.text == "≥50人")
    #expect(reading.form.unplaced.map(\.text) == ["含外聘"])
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
