import IR
import TestSupport
import Testing

@testable import Forms

/// Tables that the layout does not have.
struct FurtherTablesTests {
  /// The form of a department with some rows between its name and its goal.
  private func reading(_ rows: String) throws -> Reading {
    try Reading(
      Page(
        """
        部门整体支出绩效目标申报表
        （2024年度）
        部门名称 | 某市水务局 | | | |
        \(rows)
        年度总体目标 | 保障供水。 | | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | |
        产出指标 | 数量指标 | 整治长度 | ≥3公里 | |
        """))
  }

  private func row(_ cells: KeyValuePairs<String, String>) -> FurtherTable.Row {
    FurtherTable.Row(cells: cells.map { LabelledText(label: $0.key, text: $0.value) })
  }

  @Test func theTasksOfTheYear() throws {
    let reading = try reading(
      """
      年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | |
      | | | 总额 | 财政拨款 | 其他资金
      | 河道整治 | 整治河道3公里 | 100 | 90 | 10
      | 防汛 | | 50.5 | 50.5 |
      | 金额合计 | | 150.5 | 140.5 | 10
      """)
    let amounts = ["总额", "财政拨款", "其他资金"].map { "预算金额（万元）/" + $0 }
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "年度主要任务",
          rows: [
            row([
              "任务名称": "河道整治", "主要内容": "整治河道3公里", amounts[0]: "100", amounts[1]: "90",
              amounts[2]: "10",
            ]),
            row(["任务名称": "防汛", amounts[0]: "50.5", amounts[1]: "50.5"]),
            row(["任务名称": "金额合计", amounts[0]: "150.5", amounts[1]: "140.5", amounts[2]: "10"]),
          ])
      ])
    #expect(reading.text(.annualGoal) == "保障供水。" && reading.form[.annualTotal] == nil)
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
    let told = try #require(reading.diagnostics(.tableUnknown).first)
    #expect(told.pointer == "/forms/0/furtherTables/0")
    #expect(told.arguments == [.text("label", "年度主要任务"), .number("rows", 3)])
  }

  /// A merged cell may be printed again in each row and column it covers; equal amounts are two.
  @Test func mergedCellsPrintedAgain() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标申报表
        （2024年度）
        部门名称 | 部门名称 | 某市水务局 | 某市水务局 | 某市水务局
        年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | 预算金额（万元）
        年度主要任务 | 任务名称 | 主要内容 | 总额 | 财政拨款
        年度主要任务 | 河道整治 | 整治河道3公里 | 100 | 100
        年度主要任务 | 金额合计 | 金额合计 | 100 | 100
        年度总体目标 | 保障供水。 | 保障供水。 | 保障供水。 | 保障供水。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值
        产出指标 | 数量指标 | 整治长度 | ≥3公里 | ≥3公里
        """))
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "年度主要任务",
          rows: [
            row([
              "任务名称": "河道整治", "主要内容": "整治河道3公里", "预算金额（万元）/总额": "100", "预算金额（万元）/财政拨款": "100",
            ]),
            row(["任务名称": "金额合计", "预算金额（万元）/总额": "100", "预算金额（万元）/财政拨款": "100"]),
          ])
      ])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// The names of rows have no header but the label of all.
  @Test func rowsHaveNames() throws {
    let reading = try reading(
      """
      资金管理情况 | | 情况说明 | 存在问题和改进措施 | |
      | 分配科学性 | 按因素法分配 | 无 | |
      | 下达及时性 | 三十日内下达 | | |
      """)
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "资金管理情况",
          rows: [
            row(["资金管理情况": "分配科学性", "情况说明": "按因素法分配", "存在问题和改进措施": "无"]),
            row(["资金管理情况": "下达及时性", "情况说明": "三十日内下达"]),
          ])
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// A table without a label beside it ends where a label of the layout stands.
  @Test func aTableMayHaveNoLabel() throws {
    let reading = try reading(
      """
      任务名称 | 主要内容 | 完成时间 | | |
      河道整治 | 整治河道 | 2024年6月 | | |
      防汛 | 修防汛墙 | 2024年9月 | | |
      项目负责人 | 某人 | 联系电话 | 0551-62 | |
      """)
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "",
          rows: [
            row(["任务名称": "河道整治", "主要内容": "整治河道", "完成时间": "2024年6月"]),
            row(["任务名称": "防汛", "主要内容": "修防汛墙", "完成时间": "2024年9月"]),
          ])
      ])
    #expect(reading.text(.leader) == "某人" && reading.text(.phone) == "0551-62")
    #expect(reading.warnings.isEmpty && reading.form.year == 2024)
  }

  /// A table below the goals is no more of their texts, be it told from its headers or not.
  @Test func aTableBelowTheGoals() throws {
    func reading(_ header: String) throws -> Reading {
      let reading = try Reading(
        Page.declaration.adding(
          """
          监督检查 | \(header) | 检查时间 | 检查结果 |
          | 某审计局 | 2024年9月 | 未发现问题 |
          """
        ).indicators("| 产出指标 | 数量指标 | 接听电话数 | ≥10万次"))
      #expect(reading.text(.overallGoal) == "做好三年的服务。")
      #expect(reading.text(.annualGoal) == "做好一年的服务。")
      return reading
    }
    let known = try reading("检查内容")
    #expect(
      known.form.furtherTables == [
        FurtherTable(
          label: "监督检查", rows: [row(["检查内容": "某审计局", "检查时间": "2024年9月", "检查结果": "未发现问题"])])
      ])
    #expect(known.warnings.isEmpty)
    let unknown = try reading("检查单位")
    #expect(unknown.form.unplaced.count == 7 && !unknown.warnings.isEmpty)
  }

  /// The unit of a column is not that of the form's money.
  @Test func unitsOfColumns() throws {
    let reading = try reading(
      """
      年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | |
      | 河道整治 | 整治河道3公里 | 100 | |
      项目资金（元） | 年度资金总额 | 3000000.00 | | |
      """)
    #expect(reading.form.fundingUnit == "元" && reading.text(.annualTotal) == "3000000.00")
    #expect(reading.form.furtherTables.map(\.headers) == [["任务名称", "主要内容", "预算金额（万元）"]])
  }

  /// Labels with their values beside them are no headers, with a label beside them or without.
  @Test func pairsAreNoTable() throws {
    let reading = try reading(
      """
      项目信息 | 建设地点 | 某镇某村 | 资金用途 | 修路 |
      | 监管方式 | 自行检查 | 验收方式 | 自行验收 |
      债券期限 | 十五年 | 还款来源 | 水费收入 | |
      """)
    #expect(reading.form.furtherTables.isEmpty)
    #expect(
      reading.form.further.map(\.label) == [
        "项目信息/建设地点", "项目信息/资金用途", "项目信息/监管方式", "项目信息/验收方式", "债券期限", "还款来源",
      ])
  }

  /// Below the indicators it ends them, where a label stands left of the levels.
  @Test func aTableBelowTheIndicators() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 接听电话数 | ≥10万次
        资金管理情况 | 管理事项 | 制度名称 | 执行情况 |
        | 预算管理 | 预算管理办法 | 良好 |
        """))
    #expect(reading.form.indicators.map(\.name) == ["接听电话数"])
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "资金管理情况", rows: [row(["管理事项": "预算管理", "制度名称": "预算管理办法", "执行情况": "良好"])])
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Two rows of headers with nothing below them: the amounts of the form are others.
  @Test func aTableWithoutRows() throws {
    let reading = try reading(
      """
      年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | |
      | | | 总额 | 财政拨款 | 其他资金
      """)
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "年度主要任务",
          rows: [
            row([
              "任务名称": "", "主要内容": "", "预算金额（万元）/总额": "", "预算金额（万元）/财政拨款": "",
              "预算金额（万元）/其他资金": "",
            ])
          ])
      ])
    #expect(reading.diagnostics(.valueShifted).isEmpty && reading.warnings.isEmpty)
    #expect(reading.text(.annualGoal) == "保障供水。")
  }

  /// A row with a text for each header is known to be whole; it is put back, and said to be.
  @Test(arguments: [
    ("防汛 | 修防汛墙 | 2024年9月 | |", DiagnosticCode.rowShiftedLeft),
    ("| | 防汛 | 修防汛墙 | 2024年9月 |", .rowShiftedRight),
  ])
  func shiftedRows(shifted: String, code: DiagnosticCode) throws {
    let reading = try reading(
      """
      年度主要任务 | 任务名称 | 主要内容 | 完成时间 | |
      | 河道整治 | 整治河道 | 2024年6月 | |
      \(shifted)
      | 巡查 | 每月巡查 | 2024年12月 | |
      """)
    #expect(
      reading.form.furtherTables.map(\.rows) == [
        [
          row(["任务名称": "河道整治", "主要内容": "整治河道", "完成时间": "2024年6月"]),
          row(["任务名称": "防汛", "主要内容": "修防汛墙", "完成时间": "2024年9月"]),
          row(["任务名称": "巡查", "主要内容": "每月巡查", "完成时间": "2024年12月"]),
        ]
      ])
    let told = try #require(reading.diagnostics(code).first)
    #expect(told.pointer == "/forms/0/furtherTables/0/rows/1")
    #expect(told.arguments == [.number("columns", 1)] && reading.warnings.isEmpty)
  }

  /// The label of the rows may stand beside one of them, where it was merged over all.
  @Test func theLabelSlidDown() throws {
    let reading = try reading(
      """
      | 任务名称 | 主要内容 | 完成时间 | |
      | 河道整治 | 整治河道 | 2024年6月 | |
      年度主要任务 | 防汛 | 修防汛墙 | 2024年9月 | |
      | 巡查 | 每月巡查 | 2024年12月 | |
      """)
    let table = try #require(reading.form.furtherTables.first)
    #expect(table.label == "年度主要任务" && table.headers == ["任务名称", "主要内容", "完成时间"])
    #expect(table.rows.map(\.cells[0].text) == ["河道整治", "防汛", "巡查"])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// A misread header beside those of the funding table is none of another table.
  @Test func aDamagedFundingTableIsNone() throws {
    let reading = try reading(
      """
      预算执行情况 | 年初顸算数 | 全年预算数 | 全年执行数 | 执行率 |
      | 320.00 | 318.50 | 318.50 | 100% |
      """)
    #expect(reading.form.furtherTables.isEmpty)
  }

  /// Headers of numbers need not be worded as labels; those that have none below them are kept.
  @Test func aTableOfAmounts() throws {
    let reading = try reading(
      """
      总体资金情况（万元） | 支出总额 | 基本支出 | | 项目支出 |
      | | 合计 | 单位资金 | 合计 | 单位资金
      | 1695.55 | 1478.75 | | 216.80 | 0
      """)
    #expect(
      reading.form.furtherTables == [
        FurtherTable(
          label: "总体资金情况（万元）",
          rows: [
            row([
              "支出总额": "1695.55", "基本支出/合计": "1478.75", "基本支出/单位资金": "", "项目支出/合计": "216.80",
              "项目支出/单位资金": "0",
            ])
          ])
      ])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// A label may stand beside that of all; which of several amounts would be that of a known label, nobody can say.
  @Test func aTableBehindTwoLabels() throws {
    let reading = try reading(
      """
      项目资金情况 | 支出明细预算（万元） | 事项 | 上年数 | 本年数 | 测算依据及说明
      | | 合计 | 33 | 85 |
      | | 区级资金 | 10 | 40 | 按上年标准
      | | 咨询费 | 23 | 45 |
      """)
    let table = try #require(reading.form.furtherTables.first)
    #expect(table.label == "项目资金情况/支出明细预算（万元）")
    #expect(table.headers == ["事项", "上年数", "本年数", "测算依据及说明"])
    #expect(table.rows.map { $0.cells.map(\.text) }.last == ["咨询费", "23", "45"])
    #expect(reading.warnings.isEmpty)
    #expect(reading.form[.annualTotal] == nil && reading.form[.annualLocal] == nil)
  }

  /// Texts below headers that say nothing are no table, and neither are known rows of money.
  @Test(arguments: [
    "建设内容 | 甲类 | 乙类 | 丙类 | |\n| 修路 | 架桥 | 12 | |",
    "项目资金（万元） | 来源 | 数目 | 占比 | |\n| 财政拨款 | 100 | 50% | |",
  ])
  func noTableOfAmounts(rows: String) throws {
    #expect(try reading(rows).form.furtherTables.isEmpty)
  }
}
