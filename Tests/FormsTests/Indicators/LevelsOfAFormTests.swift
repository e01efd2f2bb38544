import IR
import Testing

@testable import Forms

/// Levels in another order, place or wording than the layout's.
struct LevelsOfAFormTests {
  /// Departments as a whole have classes of their own, whose labels nobody can list.
  @Test func aFormHasLevelsOfItsOwn() throws {
    let reading = try Reading(
      Page.evaluatedProject.scored(
        """
        | 部门管理 | 资金投入 | 基本支出执行率 | 100% | 100% | 5 | 5 |
        | | 财务管理 | 财务制度健全性 | 健全 | 健全 | 5 | 5 |
        | 履职效果 | 重点工作履行 | 食品抽检批次 | ≥3000批次 | 3120批次 | 40 | 40 |
        - 4 -
        | | | 药店检查覆盖率 | 100% | 100% | 40 | 40 |
        | 满意度 | 服务对象满意度 | 企业满意度 | ≥90% | 92% | 10 | 10 |
        合计 | | | | | | 100 | 100 |
        """))
    #expect(
      reading.wholeRows == [
        "部门管理 资金投入 基本支出执行率 100% 100% 5 5", "部门管理 财务管理 财务制度健全性 健全 健全 5 5",
        "履职效果 重点工作履行 食品抽检批次 ≥3000批次 3120批次 40 40",
        "履职效果 重点工作履行 药店检查覆盖率 100% 100% 40 40", "满意度 服务对象满意度 企业满意度 ≥90% 92% 10 10",
      ])
    #expect(reading.diagnostics(.levelsUnknown).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  /// Words of the taxonomy may be among them, and one level 1 that no taxonomy has.
  @Test func manyLevels2OfItsOwn() throws {
    let reading = try Reading(
      Page("部门整体绩效目标表（2024年度）").line("").adding(
        """
        部门名称 | 县水利局 | | |
        年度履职目标 | 推进农村供水。 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        投入管理指标 | 工作目标管理 | 履职目标相关性 | 相关
        | 预算和财务管理 | 预算编制完整性 | 完整
        产出指标 | 重点工作任务完成 | 农村供水工程 | 12处
        | 履职目标实现 | 安全度汛率 | 100%
        效益指标 | 履职效益 | 受益人口 | ≥8万人
        | 满意度 | 公众满意度 | ≥90%
        """))
    #expect(
      reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-")" } == [
        "投入管理指标 工作目标管理", "投入管理指标 预算和财务管理", "产出指标 重点工作任务完成", "产出指标 履职目标实现",
        "效益指标 履职效益", "效益指标 满意度",
      ])
    #expect(reading.text(.annualGoal) == "推进农村供水。")
    #expect(reading.diagnostics(.levelsUnknown).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  /// Words outweigh a print that leaves nothing open: a person is told what is printed.
  @Test func whatIsPrintedIsTheAlternative() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | | 抽检合格率 | ≥95%
        | | 质量指标 | 验收合格率 | ≥98%
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(reading.levels[1] == "质量指标 抽检合格率")
    let warning = try #require(reading.diagnostics(.levelAmbiguous).first)
    #expect(warning.pointer == "/forms/0/indicators/1")
    #expect(warning.alternatives == ["数量指标"])
  }

  /// Where levels are told by their places alone, a row that is shifted has them one column to the left.
  @Test func aShiftedRowWithLevelsOfItsOwn() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        过程 | 预算执行 | 预算调整率 | ≤5%
        | | 结转结余率 | ≤5%
        | 资产管理 | 固定资产利用率 | 100%
        政府采购 | 采购执行率 | ≥95% |
        履职 | 市场监管 | 抽查完成率 | 100%
        """))
    #expect(
      reading.levels == [
        "预算执行 预算调整率", "预算执行 结转结余率", "资产管理 固定资产利用率", "政府采购 采购执行率", "市场监管 抽查完成率",
      ])
    #expect(reading.form.indicators.map(\.level1) == ["过程", "过程", "过程", "过程", "履职"])
    #expect(reading.diagnostics(.rowShiftedLeft).count == 1)
  }

  /// Both rows stand one column too far right; 满意度指标 is a label of both levels.
  @Test func aLabelOfBothLevelsMovedWithItsRow() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 培训人数 | ≥50人 |
        | | 满意度指标 | | 学员满意度 | ≥91%
        | | | | 家长满意度 | ≥85%
        """))
    #expect(reading.form.indicators.last?.level1 == "满意度指标")
    #expect(reading.form.indicators.map(\.level2).suffix(2) == ["服务对象满意度指标", "服务对象满意度指标"])
    #expect(reading.diagnostics(.levelInferred).count == 2)
  }

  /// 服务对象满意度指标 stands among the benefits, and no label of its own group is printed.
  @Test func aGroupThatIsNowherePrintedIsNoted() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 清扫道路条数 | 20条
        | 效果指标 | 环境效益指标 | 环境卫生改善 | 明显改善
        | | 服务对象满意度指标 | 居民满意度 | ≥85%
        """))
    let note = try #require(reading.diagnostics(.levelUncertain).last)
    #expect(note.pointer == "/forms/0/indicators/2")
    #expect(note.alternatives == ["效益指标"])
  }

  /// Words do not outweigh a print that leaves nothing open.
  @Test func printComesBeforeWords() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 巡检次数 | ≥4次
        | | | 编制规划报告 | =2份
        | | | 志愿服务开展数量 | ≥20次
        | | 质量指标 | 检测合格率 | ≥98%
        | | | 绿化苗木成活率 | ≥90%
        | | 时效指标 | 完成任务及时性 | 及时
        | 效益指标 | 社会效益指标 | 有效投诉率 | ≤1%
        | | | 综合满意度 | ≥97%
        | 满意度指标 | 服务对象满意度指标 | 培训对象满意度 | 满意
        | | | 办公人员满意度 | ≥90%
        """))
    #expect(reading.form.indicators[7].level2 == "社会效益指标")
    #expect(reading.warnings.isEmpty)
    #expect(reading.diagnostics(.levelUncertain).contains { $0.pointer == "/forms/0/indicators/7" })
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

  @Test func levelsInAnotherOrderThanTheLayout() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        分解目标内容 | | 绩效指标 | 指标目标值
        产出目标 | 数量目标 | 立项项目数 | ≥30个
        效果目标 | 生态效益目标 | 水质改善情况 | 改善
        | 社会效益目标 | 有责投诉数 | ≤5起
        影响力目标 | 满意度目标 | 服务对象满意度 | ≥85%
        | 可持续目标 | 等级提升 | 有所提升
        """))
    #expect(
      reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-")" } == [
        "产出目标 数量目标", "效果目标 生态效益目标", "效果目标 社会效益目标", "影响力目标 满意度目标",
        "影响力目标 可持续目标",
      ])
  }
}
