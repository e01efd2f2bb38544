import IR
import Testing

@testable import Forms

/// The levels of all rows are chosen together; what is expected is what a reader would say.
struct LevelTests {
  private func levels(_ rows: String) throws -> Reading {
    try Reading(Page.declaration.indicators(rows))
  }

  @Test func labelsOnTheFirstRow() throws {
    let reading = try levels(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | | | 培训人数 | =100(人)
      | | 质量指标 | 验收合格率 | ≥95%
      | | 时效指标 | 完成及时性 | 及时
      | 效益指标 | 社会效益指标 | 政策知晓率 | ≥90%
      | 满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%
      """)
    #expect(
      reading.levels == [
        "数量指标 培训场次", "数量指标 培训人数", "质量指标 验收合格率", "时效指标 完成及时性", "社会效益指标 政策知晓率",
        "服务对象满意度指标 学员满意度",
      ])
    #expect(
      reading.form.indicators.map(\.level1) == [
        "产出指标", "产出指标", "产出指标", "产出指标", "效益指标", "满意度指标",
      ])
    #expect(reading.warnings.isEmpty)
  }

  @Test func labelsOnTheMiddleRow() throws {
    let reading = try levels(
      """
      | | | 培训场次 | =5(场)
      | | 数量指标 | 培训人数 | =100(人)
      | | | 印发手册数量 | =100(册)
      | 产出指标 | | 验收合格率 | ≥95%
      | | 质量指标 | 信息准确率 | ≥95%
      | | | 考试通过率 | ≥95%
      | | 时效指标 | 完成及时性 | 及时
      """)
    #expect(
      reading.levels == [
        "数量指标 培训场次", "数量指标 培训人数", "数量指标 印发手册数量", "质量指标 验收合格率", "质量指标 信息准确率",
        "质量指标 考试通过率", "时效指标 完成及时性",
      ])
    #expect(reading.form.indicators.allSatisfy { $0.level1 == "产出指标" })
  }

  /// Page two begins with another table; its rows go on with the group of page one.
  @Test func aPageCutsAGroup() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训场次 | =5(场)
        | | 质量指标 | 验收合格率 | ≥95%

        | | | 信息准确率 | ≥95%
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(
      reading.levels == ["数量指标 培训场次", "质量指标 验收合格率", "质量指标 信息准确率", "时效指标 完成及时性"])
  }

  @Test func aLabelRepeatedOnPageTwoBeginsNothing() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训场次 | =5(场)
        | | 质量指标 | 验收合格率 | ≥95%

        | 产出指标 | 质量指标 | 信息准确率 | ≥95%
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(
      reading.levels == ["数量指标 培训场次", "质量指标 验收合格率", "质量指标 信息准确率", "时效指标 完成及时性"])
    #expect(reading.form.indicators.allSatisfy { $0.level1 == "产出指标" })
  }

  /// Print comes before words: 覆盖率 sounds like quality, but its cell is within 数量指标.
  @Test func spansDecide() throws {
    let reading = try Reading(
      """
      <h1>财政项目支出绩效目标申报表</h1><table>
      <tr><td>项目名称</td><td colspan="4">热线运行</td></tr>
      <tr><td>主管部门</td><td>某局</td><td>实施单位</td><td colspan="2">某中心</td></tr>
      <tr><td rowspan="4">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td></tr>
      <tr><td rowspan="3">产出指标</td><td rowspan="2">数量指标</td><td>培训场次</td><td>=5(场)</td></tr>
      <tr><td>验收合格率</td><td>≥95%</td></tr>
      <tr><td>质量指标</td><td>培训人数</td><td>=100(人)</td></tr></table>
      """, as: .html)
    #expect(reading.levels == ["数量指标 培训场次", "数量指标 验收合格率", "质量指标 培训人数"])
    #expect(reading.warnings.isEmpty)
  }

  /// In an open group any text may be level 2, in any order, and it goes on below.
  @Test func anOpenGroupTakesAnyText() throws {
    let reading = try Reading(
      Page.legacy.adding(Page.legacyIndicators).adding(
        """
        投入和管理目标 | 预算执行 | 预算执行率 | ≥98%
        | | 预算完成率 | =100%
        | 资金投入管理 | 专款专用率 | =100%
        产出目标 | 数量目标 | 培训场次 | =5场
        | 质量目标 | 验收合格率 | ≥95%
        备注 | 无
        """))
    #expect(
      reading.levels == [
        "预算执行 预算执行率", "预算执行 预算完成率", "资金投入管理 专款专用率", "数量目标 培训场次", "质量目标 验收合格率",
      ])
    #expect(
      reading.form.indicators.map(\.level1) == [
        "投入和管理目标", "投入和管理目标", "投入和管理目标", "产出目标", "产出目标",
      ])
  }

  /// The taxonomy's label stands in the form; what was printed is in the diagnostic.
  @Test(arguments: [("服务对象满意度指", "服务对象满意度指标"), ("服务对象满竟度指标", "服务对象满意度指标")])
  func damagedLabelsAreRepaired(printed: String, label: String) throws {
    let reading = try levels(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | 满意度指标 | \(printed) | 学员满意度 | ≥90%
      """)
    #expect(reading.form.indicators.last?.level2 == label)
    let repair = try #require(reading.diagnostics(.labelCorrected).first)
    #expect(repair.before == printed)
    #expect(repair.after == label)
  }

  /// A clipped 服务对象满意度 directly before the target is a name.
  @Test func aWordForALevelMayBeAName() throws {
    let reading = try levels(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90%
      """)
    #expect(reading.levels == ["数量指标 培训场次", "服务对象满意度指标 服务对象满意度"])
  }

  @Test func wordsAloneGiveNoLevels() throws {
    let reading = try levels(
      """
      | | | 培训场次 | =5(场)
      | | | 验收合格率 | ≥95%
      """)
    #expect(reading.form.indicators.map(\.name) == ["培训场次", "验收合格率"])
    #expect(reading.form.indicators.allSatisfy { $0.level1 == nil && $0.level2 == nil })
    #expect(reading.codes == [.levelAbsent, .levelAbsent])
  }

  /// A level of which no row is left is not an indicator.
  @Test func aLabelWithoutContentIsAnEmptyLevel() throws {
    let reading = try Reading(
      Page.legacy.adding(Page.legacyIndicators).adding(
        """
        产出目标 | 数量目标 | 培训场次 | =5场
        | 质量目标 | 验收合格率 | ≥95%
        | 时效目标 | |
        效果目标 | 社会效益目标 | 政策知晓率 | ≥90%
        备注 | 无
        """))
    #expect(reading.levels == ["数量目标 培训场次", "质量目标 验收合格率", "社会效益目标 政策知晓率"])
    #expect(reading.form.emptyLevels == [EmptyLevel(level1: "产出目标", level2: "时效目标")])
  }

  @Test func aShiftedRowKeepsItsLevel() throws {
    let reading = try levels(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | 质量指标 | 验收合格率 | ≥95%
      | | 时效指标 | 完成及时性 | 及时
      """)
    #expect(reading.levels == ["数量指标 培训场次", "质量指标 验收合格率", "时效指标 完成及时性"])
    let shift = try #require(reading.diagnostics(.rowShiftedLeft).first)
    #expect(shift.arguments == [.number("columns", 1)])
  }

  /// 满意度指标 stands where its group begins, and the level 2 beside it is lost: the words of the
  /// second row, which fit the group above, are no reason to pass over it in silence.
  @Test func aLevelWithoutItsSecond() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | 效益指标 | 社会效益指标 | 政策知晓率 | ≥90%
        | | 可持续影响指标 | 档案管理机制健全性 | 健全
        | | | 可持续发展能力 | 增强
        | 满意度指标 | | 服务对象满意度 | ≥85%
        | | | 沟通协调机制健全性 | 健全
        """))
    #expect(reading.levels.suffix(2).first == "服务对象满意度指标 服务对象满意度")
    let about = reading.recognition.diagnostics.filter { $0.pointer == "/forms/0/indicators/5" }
    #expect(reading.form.indicators.last?.level1 == "满意度指标" || !about.isEmpty)
  }

  /// A merged cell says which rows it is for.
  @Test func mergedCellsLeaveNoDoubt() throws {
    let reading = try Reading(
      """
      <p>财政项目支出绩效目标申报表</p><table>
      <tr><td>项目名称</td><td>热线运行</td><td>项目性质</td><td>经常性</td><td></td></tr>
      <tr><td rowspan=4>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td></tr>
      <tr><td rowspan=3>产出指标</td><td rowspan=2>数量指标</td><td>培训人数</td><td>≥50人</td></tr>
      <tr><td>人员到位率</td><td>=100%</td></tr>
      <tr><td>质量指标</td><td>培训合格率</td><td>≥95%</td></tr>
      </table>
      """, as: .html)
    #expect(reading.levels == ["数量指标 培训人数", "数量指标 人员到位率", "质量指标 培训合格率"])
    #expect(reading.diagnostics(.levelUncertain).isEmpty)
  }

  /// A label that an open group is known to have is told from a text of its own by one character,
  /// unless that may make it another word.
  @Test func labelsOfOpenGroupsAreMisread() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标目标值
        投入和管理目标 | 项目实士管理 | 合同管理完备性 | 完备
        | 财务官理 | 财务制度健全性 | 健全
        | 资金管理 | 资金使用合规性 | 合规
        | 账务管理 | 账目完整性 | 完整
        产出目标 | 数量目标 | 接听咨询电话数量 | ≥3000个
        """))
    #expect(
      reading.form.indicators.map(\.level2) == [
        "项目实施管理", "财务管理", "资金管理", "账务管理", "数量目标",
      ])
    #expect(reading.diagnostics(.labelCorrected).map(\.after) == ["项目实施管理", "财务管理"])
    let told = reading.diagnostics(.levelUncertain).first { $0.pointer == "/forms/0/indicators/3" }
    #expect(told?.alternatives == ["财务管理"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 成本指标 stands behind 产出指标; one misread label does not bring the order of the layout back.
  @Test func anotherOrderWithAMisreadLabel() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 受理案件数 | ≥1200件
        | 产出指标 | 时效指标 | 平均办案周期 | ≤30天
        | 成本指标 | 经济成本指标 | 单案补助标准 | ≤350元
        | 效益指标 | 社会效亦指标 | 调解成功率 | ≥70%
        """))
    #expect(
      reading.levels == ["数量指标 受理案件数", "时效指标 平均办案周期", "经济成本指标 单案补助标准", "社会效益指标 调解成功率"])
    #expect(reading.warnings.isEmpty)
  }

  /// The classes of evaluators: 产出 and 社会效益 are in every classification.
  @Test func ownLevelsBesideKnownWords() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        决策 | 立项依据 | 立项依据充分 | 充分 | 充分 | 5 | 5
        | 绩效目标合理性 | 目标明确 | 明确 | 明确 | 5 | 5
        过程 | 资金管理 | 预算执行率 | 100% | 98% | 10 | 9
        | 组织实施 | 制度健全性 | 健全 | 健全 | 10 | 10
        产出 | 产出数量 | 新建面积 | ≥2万平方米 | 3万平方米 | 15 | 15
        | 产出质量 | 验收合格率 | 100% | 100% | 15 | 15
        效益 | 经济效益 | 户均增收 | ≥6000元 | 6200元 | 15 | 15
        | 社会效益 | 带动农户 | ≥120户 | 126户 | 15 | 15
        """))
    #expect(
      reading.form.indicators.map(\.level1) == ["决策", "决策", "过程", "过程", "产出", "产出", "效益", "效益"])
    #expect(reading.levels[0] == "立项依据 立项依据充分")
    #expect(reading.levels[4] == "产出数量 新建面积")
    #expect(reading.codes.contains(.levelsUnknown))
  }

  /// The points of two rows stand where targets do, and what was reached where names do.
  @Test func shiftedRowsHaveNoLevelsOfTheirOwn() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 维修数量 | ≥30处 | 30 | 20 | 20
        | | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20
        社会效益指标 | 群众认可度 | 较高 | 较高 | 10 | 10
        | 信访件数 | 下降 | 下降 | 10 | 10
        | | 可持续影响指标 | 使用年限 | ≥20年 | 20 | 10 | 10
        | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥85% | 88% | 20 | 19
        """))
    #expect(!reading.codes.contains(.levelsUnknown))
    #expect(
      reading.form.indicators.map(\.name) == [
        "维修数量", "验收合格率", "群众认可度", "信访件数", "使用年限", "满意度",
      ])
    #expect(
      reading.form.indicators.map(\.level2) == [
        "数量指标", "质量指标", "社会效益指标", "社会效益指标", "可持续影响指标", "服务对象满意度指标",
      ])
  }

  /// Headers that are printed again on each page are no levels of the form's own.
  @Test func headersOfManyPages() throws {
    let header = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值"
    let pages = ["接待人次", "受理件数", "培训场次"].map { "\n\(header)\n| | | \($0) | ≥30次" }
    let reading = try Reading(
      Page.declaration.indicators(
        "| 产出指标 | 数量指标 | 巡查次数 | ≥300次\n" + pages.joined(separator: "\n")))
    #expect(!reading.codes.contains(.levelsUnknown))
    #expect(reading.form.indicators.map(\.level2) == Array(repeating: "数量指标", count: 4))
  }
}
