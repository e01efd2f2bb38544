import IR
import Testing

@testable import Forms

/// Lists of projects as the system of a province prints them for its counties: sums of departments between
/// them, both levels on every row, in no order.
struct CountyListTests {
  private static let header = """
    单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 指标方向性
    """
  /// What is printed of a project beside its indicators, and the indicators.
  private static let projects = [
    (
      ["312001-某县水务局", "河道清淤", "3,000.00", "清淤及时。"],
      [
        "效益指标 | 社会效益指标 | 受益村数 | ≥ | 12 | 个 | 10 | 正向指标",
        "产出指标 | 时效指标 | 完成时间 | ≤ | 9 | 月 | 20 | 反向指标",
        "产出指标 | 数量指标 | 清淤长度 | ≥ | 30 | 公里 | 30 | 正向指标",
        "效益指标 | 生态效益指标 | 水质改善率 | ≥ | 95 | % | 20 | 正向指标",
        "产出指标 | 质量指标 | 验收合格率 | = | 100 | % | 10 | 正向指标",
      ]
    ),
    (
      ["312001-某县水务局", "水库维护", "660.00", "安全运行。"],
      [
        "满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥ | 90 | % | 10 | 正向指标",
        "产出指标 | 数量指标 | 水库座数 | = | 4 | 座 | 30 | 正向指标",
        "效益指标 | 社会效益指标 | 灌溉保证率 | ≥ | 85 | % | 30 | 正向指标",
        "产出指标 | 质量指标 | 设备完好率 | ≥ | 95 | % | 20 | 正向指标",
      ]
    ),
  ]

  private static let indicators = [
    [
      "效益指标 社会效益指标 受益村数 ≥12个 10", "产出指标 时效指标 完成时间 ≤9月 20",
      "产出指标 数量指标 清淤长度 ≥30公里 30", "效益指标 生态效益指标 水质改善率 ≥95% 20",
      "产出指标 质量指标 验收合格率 =100% 10",
    ],
    [
      "满意度指标 服务对象满意度指标 村民满意度 ≥90% 10", "产出指标 数量指标 水库座数 =4座 30",
      "效益指标 社会效益指标 灌溉保证率 ≥85% 30", "产出指标 质量指标 设备完好率 ≥95% 20",
    ],
  ]

  /// A list whose merged cells leave empty ones behind them, or nothing.
  private static func list(sum: String, leavesCells: Bool) -> Page {
    var rows = [header, sum]
    for (fields, indicators) in projects {
      let first = fields.joined(separator: " | ") + " | "
      let further = leavesCells ? "| | | | " : ""
      rows += indicators.enumerated().map { ($0 == 0 ? first : further) + $1 }
    }
    return Page().line("部门预算项目绩效目标申报表（2023年度）").line("金额单位：元")
      .adding(rows.joined(separator: "\n"))
  }

  private func texts(_ form: Form) -> [String] {
    form.indicators.map { indicator in
      [
        indicator.level1, indicator.level2, indicator.name, indicator.target?.text,
        indicator.weight?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
    }
  }

  @Test(arguments: ["312-某县水务局 | | 3,660.00", "合计 | | 3,660.00", "| 合计 | 3,660.00"])
  func sumsAreNoProjects(_ sum: String) throws {
    let reading = try Reading(Self.list(sum: sum, leavesCells: true))
    let forms = reading.recognition.forms
    #expect(forms.map(texts) == Self.indicators)
    #expect(
      forms.map { $0.fields.first { $0.key == .name }?.value } == [.text("河道清淤"), .text("水库维护")])
    #expect(reading.recognition.outside.map(\.text).contains("3,660.00"))
    #expect(forms.allSatisfy { $0.unplaced.isEmpty })
    #expect(reading.warnings.isEmpty)
  }

  /// Programs that leave merged cells out move the rows below by four columns, and the sum under the names.
  @Test func rowsWithoutMergedCells() throws {
    let reading = try Reading(Self.list(sum: "312-某县水务局 | 3,660.00", leavesCells: false))
    #expect(reading.recognition.forms.map(texts) == Self.indicators)
    #expect(reading.recognition.outside.map(\.text).contains("3,660.00"))
    // All rows but the first of each project, below which its merged cells are.
    let shifts = reading.diagnostics(.rowShiftedLeft).map(\.arguments)
    #expect(shifts == Array(repeating: [.number("columns", 4)], count: 4 + 3))
  }

  /// A row that lost a label has the level that its words speak for, and is told.
  @Test func rowsThatLostALabel() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n项目名称 | 河道清淤 | |\n").indicators(
        """
        | 效益指标 | 社会效益指标 | 受益村数 | ≥12个
        | 产出指标 | 时效指标 | 完成时间 | 9月前
        | 产出指标 | 数量指标 | 清淤长度 | ≥30公里
        | 效益指标 | 生态效益指标 | 水质改善率 | ≥95%
        | 产出指标 | | 验收合格率 | 100%
        | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90%
        """))
    #expect(
      reading.form.indicators.map(\.level2) == [
        "社会效益指标", "时效指标", "数量指标", "生态效益指标", "质量指标", "服务对象满意度指标",
      ])
    #expect(reading.warnings == [.levelInferred])
  }
}
