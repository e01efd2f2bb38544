import IR
import Testing

@testable import Forms

/// How offices in further provinces print their forms.
struct OfficesPrintsTests {
  private static func page(_ rows: String) -> Page { .purchase(rows) }

  @Test(arguments: [
    ("主管部门及其编码", "department"), ("主管部门（单位）名称", "department"), ("单位信息：", "implementingUnit"),
    ("专项属性", "nature"), ("项目经办人：", "contact"), ("项目总体情况", "overview"), ("专项立项依据", "basis"),
    ("资金额度", "annualTotal"), ("一般公共预算财政拨款", "annualAppropriation"), ("当年其他资金", "annualOther"),
    ("市县（区）财政资金", "annualLocal"), ("专项长期绩效目标", "overall"),
    ("专项年度绩效目标", "annual"),
  ])
  func labels(_ label: String, _ key: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n实施期限 | 3年 | |\n").adding("\(label) | 600 | |")
        .indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    let keys: [FieldKey] = [
      .department, .implementingUnit, .nature, .contact, .overview, .basis, .annualTotal,
      .annualAppropriation, .annualOther, .local, .annualLocal, .overallGoal, .annualGoal,
    ]
    #expect(
      keys.filter { reading.text($0) == "600" }.map { $0.rawValue.split(separator: "/")[1] } == [
        key[...]
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
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

  /// 总体目标完成情况 is the caption of both goals, or the label of one.
  @Test(arguments: [
    "年度总体目标 | 总体目标 | 总体目标完成情况 |\n| 修路5公里。 | 已修5公里。 |",
    "总体目标完成情况 | 总体目标 | 全年实际完成情况 |\n| 修路5公里。 | 已修5公里。 |",
  ])
  func goalsThatWereReached(_ rows: String) throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 道路建设 | |\n").adding(rows).scored(
        "| 产出指标 | 数量指标 | 修建道路 | 5公里 | 5公里 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "修路5公里。")
    #expect(reading.text(.actualGoal) == "已修5公里。")
    #expect(reading.form.unplaced.isEmpty && !reading.codes.contains(.fieldInferred))
  }

  /// The caption of the indicators has a row of its own below the goals, and is no part of them.
  @Test(arguments: ["绩效指标", "绩效项目指标表"])
  func captionBelowTheGoals(_ caption: String) throws {
    let reading = try Reading(
      Page.evaluation.adding("\(caption) | | | |").scored(
        "| 产出指标 | 数量指标 | 维护路灯 | 90盏 | 90盏 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "亮灯率达到98%以上。")
    #expect(reading.text(.actualGoal) == "亮灯率98.9%。")
    #expect(!reading.codes.contains(.labelCorrected))
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
    let reading = try Reading(Self.page("项目负责人： | | 财务负责人： |"))
    #expect(reading.text(.leader) == nil)
    #expect(reading.form.unplaced.map(\.text) == ["财务负责人："])
  }

  /// A label may have a number as well as its value in its cell.
  @Test func numberBeforeALabelWithItsValue() throws {
    let reading = try Reading(Self.page("项目资金申请（万元） | 资金总额：250 |\n| 一、财政拨款：240 |\n| 二、自有资金：10 |"))
    #expect(reading.text(.total) == "250")
    #expect(reading.text(.fiscal) == "240")
    #expect(reading.text(.other) == "10")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 财预〔2011〕285号 has 服务对象满意度指标 below 效益指标.
  @Test func satisfactionAmongTheBenefits() throws {
    let reading = try Reading(
      Page(
        """
        财政支出项目绩效目标申报表

        项目名称 | 河道清淤 | | | |
        一级指标 | 二级指标 | 指标内容 | 指标值 | 备注
        产出指标 | 数量指标 | 清淤河道长度 | 12公里 |
        | 质量指标 | 清淤验收合格率 | 100% |
        效益指标 | 社会效益指标 | 排涝能力 | 提高 |
        | 社会公众或服务对象满意度指标 | 沿河居民满意度 | ≥90% |
        """))
    #expect(reading.form.indicators.map(\.level1).suffix(2) == ["效益指标", "效益指标"])
    #expect(reading.form.indicators.last?.level2 == "社会公众或服务对象满意度指标")
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

  /// What says where a target comes from is not what was reached.
  @Test func basisOfTargets() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 住户调查 | | | | | | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值设置依据 | 指标分值权重 | 佐证资料 | 指标实际完成值 | 指标得分
        产出指标 | 数量指标 | 调查户数 | ≥120户 | 计划标准 | 50 | 工作资料 | 120户 | 50
        | 质量指标 | 数据合格率 | 100% | 计划标准 | 40 | 工作资料 | 99% | 39
        """))
    #expect(reading.values == ["调查户数 ≥120户 120户 50 50", "数据合格率 100% 99% 40 39"])
    #expect(
      reading.form.indicators.map { $0.further.map(\.label) } == [
        ["指标值设置依据", "佐证资料"], ["指标值设置依据", "佐证资料"],
      ])
    #expect(!reading.codes.contains(.columnInferred) && !reading.codes.contains(.labelCorrected))
  }

  /// Points alone are those of the weights where no indicator has a score.
  @Test func totalOfWeightsAlone() throws {
    let reading = try Reading(
      Page.evaluation.scored(
        """
        | 产出指标 | 数量指标 | 维护路灯 | 90盏 | | 60 | |
        | 效益指标 | 社会效益指标 | 出行条件 | 改善 | | 30 | |
        | 合计 | | | | | 100 | |
        """))
    #expect(reading.form.total?.weight?.text == "100")
    #expect(reading.form.total?.score == nil)
  }

  /// Where offices stamp a form and have room for a date there is no indicator.
  @Test func roomForADate() throws {
    let reading = try Reading(
      Self.page("").adding("财政资金管理科室（盖章） 年 月 日 | | | 财政绩效管理科室（盖章） 年 月 日 |"))
    #expect(reading.form.indicators.map(\.name) == ["购置设备"])
    #expect(reading.warnings.isEmpty)
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

  /// The caption of the indicators may be in no list, and is printed on each of their rows or in their middle.
  @Test(arguments: [["年度绩效目标1（80分）", "年度绩效目标1（80分）"], ["", "年度绩效目标1（80分）"]])
  func captionsInNoList(_ captions: [String]) throws {
    let reading = try Reading(
      Page(
        """
        共享工程项目自评表

        项目名称 | | 共享工程 | | | |
        \(captions[0]) | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
        \(captions[0]) | 产出指标 | 数量指标 | 存储备份器 | 25TB | 25TB | 40
        \(captions[1]) | | 质量指标 | 资源更新率 | 100% | 100% | 20
        \(captions[0]) | 效益指标 | 社会效益指标 | 使读者方便查找 | 方便 | 方便 | 20
        """))
    #expect(reading.form.indicators.map(\.level2) == ["数量指标", "质量指标", "社会效益指标"])
    #expect(reading.form.unplaced.isEmpty && !reading.codes.contains(.levelInferred))
  }

  /// 指标 beside 指标内容 heads the only level.
  @Test func oneLevelBesideTheNames() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 病虫害预报 | |
        项目绩效指标 | 指标 | 指标内容 | 指标值
        | 产出指标 | 趋势报告次数 | 各1次
        | | 测报准确率 | 85%
        | 效益指标 | 因害损失量 | 有效减少
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出指标", "产出指标", "效益指标"])
    #expect(reading.form.indicators.allSatisfy { $0.level2 == nil })
    #expect(reading.form.indicators.map(\.name) == ["趋势报告次数", "测报准确率", "因害损失量"])
    #expect(!reading.codes.contains(.levelInferred) && !reading.codes.contains(.labelCorrected))
  }

  /// What an evaluation found is said by whomever.
  @Test func evaluationByOthers() throws {
    let reading = try Reading(
      Page(
        """
        某市民生工程绩效评价指标表

        序号 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 指标解释说明 | 评分标准 | 备注 | 自评
        1 | 投入 | 项目立项 | 项目立项依据 | 40 | 是否符合规定 | 符合得40分 | | 40
        2 | | 资金落实 | 资金到位率 | 30 | 资金是否到位 | 按比例得分 | | 30
        3 | 过程 | 业务管理 | 制度执行有效性 | 30 | 制度是否执行 | 有效得30分 | | 29.5
        """))
    #expect(reading.form.layout == "2020-self-evaluation")
    #expect(
      reading.values == [
        "项目立项依据 - - 40 40", "资金到位率 - - 30 30", "制度执行有效性 - - 30 29.5",
      ])
  }

  /// The header of the money is none of a list, even if the row below it has lost its label.
  @Test func titleAboveMoney() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效自评表

        | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 隼度資金總領 | 330 | 330 | 330 | 10 | 100% | 10
        | 其中：当年财政拨款 | 330 | 330 | 330 | — | 100% | —
        """
      ).scored("| 产出指标 | 数量指标 | 维护路灯 | 90盏 | 90盏 | 90 | 90 |"))
    #expect(reading.form.title == "部门整体支出绩效自评表")
  }

  /// Columns of money side by side are no budget beside its execution.
  @Test func twoColumnsOfMoney() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 送茶入户 | | |
        资金情况（万元） | | 年初预算资金总额 | 实际投入资金额 |
        | 年度资金总额 | 38.75 | 38.70 |
        | 其中：财政拨款 | 37 | 36.95 |
        """
      ).scored("| 产出指标 | 数量指标 | 发放边销茶 | 3875人 | 3875人 | 90 | 90 |"))
    #expect(reading.form.fundingRows.map(\.initialBudget?.text) == ["38.75", "37"])
    #expect(reading.form.fundingRows.map(\.executed?.text) == ["38.70", "36.95"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A rate may have no percent sign, and says nothing of how far a row is shifted.
  @Test func rateWithoutAPercentSign() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 文物保护 | | | | | |
        项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 29 | 29 | 27.8 | 10 | 0.958 | 9
        | 其中：当年财政拨款 | 29 | 29 | 27.8 | | 0.958 |
        """
      ).scored("| 产出指标 | 数量指标 | 修缮建筑 | 3处 | 3处 | 90 | 90 |"))
    let row = try #require(reading.form.fundingRows.last)
    #expect(row.initialBudget?.text == "29")
    #expect(row.executed?.text == "27.8")
    #expect(row.executionRate?.text == "0.958")
    #expect(row.weight == nil && row.score == nil)
    #expect(!reading.codes.contains(.valueShifted))
  }
}
