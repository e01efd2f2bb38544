import IR
import Testing

@testable import Forms

/// Levels of classifications that no layout has.
struct PrintedLevelsTests {
  private static func page(_ rows: String) -> Page {
    Page(
      """
      部门整体支出绩效目标表

      （2025年度）

      部门（单位）名称 | 某县应急局 | |
      年度履职目标 | 守住安全底线。 | |
      一级指标 | 二级指标 | 三级指标 | 指标值
      \(rows)
      """)
  }

  private func levels(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-")" }
  }

  /// Words of level 2 that the layout of 2019 has too do not make the form one of that.
  @Test func wordsOfTheLayoutOf2019() throws {
    let reading = try Reading(
      Self.page(
        """
        部门管理 | 资金投入 | 三公经费变动率 | ≤0%
        | 财务管理 | 制度健全性 | 健全
        能力建设 | 长效管理 | 规划完备性 | 完备
        """))
    #expect(reading.form.layout == "2024")
    #expect(reading.text(.implementingUnit) == "某县应急局")
    #expect(reading.text(.annualGoal) == "守住安全底线。")
    #expect(levels(reading) == ["部门管理 资金投入", "部门管理 财务管理", "能力建设 长效管理"])
  }

  /// Labels in the middle of their rows: five rows, four, and one.
  @Test func labelsInTheMiddle() throws {
    let reading = try Reading(
      Self.page(
        """
        | 审计业务 | 审计项目数 | 26个
        | | 整改率 | 90%
        履职效能 | | 优秀项目数 | 2个
        | 审计质量 | 差错率 | ≤1%
        | | 复核率 | 100%
        | 预算编制 | 编制完整性 | 完整
        管理效率 | | 评估覆盖率 | 100%
        | 预算执行 | 支出进度 | 95%
        | | 结转率 | ≤5%
        社会效应 | 公众评价 | 满意度 | 90%
        """))
    #expect(
      levels(reading) == [
        "履职效能 审计业务", "履职效能 审计业务", "履职效能 审计业务", "履职效能 审计质量", "履职效能 审计质量",
        "管理效率 预算编制", "管理效率 预算编制", "管理效率 预算执行", "管理效率 预算执行", "社会效应 公众评价",
      ])
  }

  /// A label below the first row that is in the middle of no rows holds down to the next one.
  @Test func labelsInNoMiddle() throws {
    let reading = try Reading(
      Self.page(
        """
        履职效能 | | 审计项目数 | 26个
        | 审计业务 | 整改率 | 90%
        | | 差错率 | ≤1%
        | | 复核率 | 100%
        | | 公开率 | 100%
        管理效率 | 预算编制 | 编制完整性 | 完整
        """))
    #expect(
      levels(reading) == [
        "履职效能 -", "履职效能 审计业务", "履职效能 审计业务", "履职效能 审计业务", "履职效能 审计业务",
        "管理效率 预算编制",
      ])
  }

  /// One level 1 that no layout has, with a level 2 of its own.
  @Test func anotherLevel1BesideThoseOfTheLayout() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 投入指标 | 资金管理 | 资金到位率 | ≥98%
        | 产出指标 | 数量指标 | 扶持项目数 | 12个
        | | 质量指标 | 验收通过率 | ≥95%
        | 满意度指标 | 服务对象满意度指标 | 企业满意度 | ≥90%
        """))
    #expect(
      levels(reading) == [
        "投入指标 资金管理", "产出指标 数量指标", "产出指标 质量指标", "满意度指标 服务对象满意度指标",
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A caption beside the labels of both levels says nothing of them.
  @Test func anotherCaption() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        成本指标 | 成本指标 | 经济成本指标 | 床位成本 | ≤3万元
        产出和效益指标 | 产出指标 | 数量指标 | 在院老人 | ≥210人
        | 效益指标 | 社会效益指标 | 床位使用率 | ≥75%
        """))
    #expect(levels(reading) == ["成本指标 经济成本指标", "产出指标 数量指标", "效益指标 社会效益指标"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }
}
