import IR
import Testing

@testable import Forms

/// What heads the columns of indicators.
struct HeaderWordingsTests {
  @Test func theHeaderHasTwoRows() throws {
    let reading = try Reading(
      Page.evaluatedProject.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标 | | 自评情况 | | 偏差原因分析
        | | | | 分值 | 年度指标值 | 实际完成值 | 得分 |
        | 产出指标 | 数量指标 | 巡检次数 | 50 | 12次 | 11次 | 46 | 停电一次
        | 效益指标 | 社会效益指标 | 办事效率 | 50 | 提升 | 提升 | 50 |
        总分 | | | | 100 | | | 96 |
        """))
    #expect(
      reading.wholeRows == [
        "产出指标 数量指标 巡检次数 12次 11次 50 46 停电一次", "效益指标 社会效益指标 办事效率 提升 提升 50 50",
      ])
    #expect(reading.form.total?.score?.text == "96")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 上年完成值 is one character from 全年完成值, and no damaged header beside 实际完成值.
  @Test func aHeaderInFullComesBeforeADamagedOne() throws {
    let reading = try Reading(
      Page.evaluatedProject.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 上年完成值 | 年初目标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 参与学校数 | 42所 | 45所 | 46所 | 90 | 90
        满意度指标 | 服务对象满意度指标 | 家长满意度 | 90% | ≥92% | 91% | 10 | 9
        总分 | | | | | | 100 | 99
        """))
    #expect(
      reading.wholeRows == ["产出指标 数量指标 参与学校数 45所 46所 90 90", "满意度指标 服务对象满意度指标 家长满意度 ≥92% 91% 10 9"])
    #expect(reading.further == ["上年完成值 42所", "上年完成值 90%"])
  }

  @Test func aHeaderStandsForALevelThatNobodyNamed() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 加固水库数量 | 5座
        | 服务对象满意度指标 | 具体指标 | 群众满意度 | ≥90%
        """))
    #expect(reading.wholeRows == ["产出指标 数量指标 加固水库数量 5座", "满意度指标 服务对象满意度指标 群众满意度 ≥90%"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The only unknown header between targets and weights is that of what was reached.
  ///
  /// Of two the one with relations below it is that of the targets. Both are told.
  @Test func headersThatNobodyKnows() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 工作要求 | 实绩 | 标准分值 | 自评打分
        产出指标 | 数量指标 | 支持企业数 | ≥200家 | 212家 | 60 | 60
        产出指标 | 时效指标 | 拨付及时率 | ≥95% | 90% | 30 | 28
        总分 | | | | | 100 | 97
        """))
    let read = reading.form.indicators.map { [$0.target?.text, $0.actual?.text, $0.score?.text] }
    #expect(read == [["≥200家", "212家", "60"], ["≥95%", "90%", "28"]])
    #expect(reading.warnings == [.columnInferred, .columnInferred])
  }

  /// 二级指标 was misread as 三级指标: the name stands under the second of the two.
  @Test func twoHeadersReadAlike() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 三级指标 | 三级指标 | 年度指标值
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 质量指标 | 结业率 | ≥95%
        """))
    #expect(reading.levels == ["数量指标 培训人数", "质量指标 结业率"])
    #expect(reading.targets == ["培训人数 ≥50人", "结业率 ≥95%"])
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

  /// The description of an indicator is not its target.
  @Test func descriptionsWithoutTargets() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述
        产出指标 | 数量指标 | 购置图书车 | 按合同数量
        """))
    #expect(reading.form.indicators.map(\.target?.text) == [nil])
    #expect(reading.further == ["绩效指标描述 按合同数量"])
  }

  /// The class of a deviation is not what is said of it.
  @Test func theReasonBesideItsClass() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成值 | 分值 | 得分 | 偏差原因分类 | 偏差原因说明
        产出指标 | 质量指标 | 数据有效率 | ≥95% | 93% | 90 | 88 | 硬件条件保障 | 浮标失联
        总分 | | | | | 100 | 98 | |
        """))
    #expect(reading.form.indicators.map(\.deviation) == ["浮标失联"])
    #expect(reading.further == ["偏差原因分类 硬件条件保障"])
    #expect(reading.warnings.isEmpty)
  }

  /// A declaration may have room for what will be reached.
  @Test func roomForWhatWillBeReached() throws {
    let reading = try Reading(
      Page.purchase("总体目标 | 年度目标 | 年度总体目标完成情况 |\n| 接待游客6万人，增加村集体收入。 | |"))
    #expect(reading.text(.annualGoal) == "接待游客6万人，增加村集体收入。")
    #expect(reading.warnings.isEmpty)
  }

  @Test func aDeclarationHasRemarks() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 备注
        | 产出指标 | 数量指标 | 改造道路里程 | 20公里 | 含村道
        | | 质量指标 | 验收合格率 | 100% |
        | | 时效指标 | 完工时间 | 11月底 | 汛期不施工，
        | | | | | 工期顺延
        """))
    #expect(
      reading.wholeRows == [
        "产出指标 数量指标 改造道路里程 20公里 含村道", "产出指标 质量指标 验收合格率 100%",
        "产出指标 时效指标 完工时间 11月底 汛期不施工，工期顺延",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test(arguments: [("经济影响", "经济影响"), ("社会影响", "社会影响"), ("生态影响", "生态影响")])
  func effects(_ label: String, _ level2: String) throws {
    let reading = try Reading(
      Page.equipment("").indicators(
        "| 产出 | 数量指标 | 处理污水 | 3400万吨\n| 效果 | \(label) | 事项 | 好\n| 满意度 | 公众满意度 | 居民满意度 | ≥85%"))
    #expect(
      reading.levels == ["数量指标 处理污水", "\(level2) 事项", "公众满意度 居民满意度"])
  }

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

  /// Rows may be numbered behind their levels.
  @Test func numbersOfRowsBehindTheLevels() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 行次 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 1 | 开放天数 | ≥310天
        | | 质量指标 | 2 | 合格率 | 100%
        | 满意度指标 | 服务对象满意度指标 | 3 | 观众满意率 | ≥90%
        """))
    #expect(reading.targets == ["开放天数 ≥310天", "合格率 100%", "观众满意率 ≥90%"])
    #expect(reading.form.unplaced.isEmpty && reading.further.isEmpty)
  }

  /// Numbers right of the names are none of rows, and are kept.
  @Test func numbersRightOfTheNames() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 编号
        | 产出指标 | 数量指标 | 开放天数 | ≥310天 | 17
        | | 质量指标 | 合格率 | 100% | 23
        """))
    #expect(reading.targets == ["开放天数 ≥310天", "合格率 100%"])
    #expect(reading.further == ["编号 17", "编号 23"])
  }
}
