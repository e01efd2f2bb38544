import IR
import Testing

@testable import Forms

/// The column of a funding table that says why money was left: a text beside the amounts.
struct FundingReasonTests {
  private static let reason = "尾款待审计后支付，已督促"

  private func reading(header: String, _ rows: String) throws -> Reading {
    try Reading(
      Page.budgetEvaluation.adding(
        """
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | \(header)
        \(rows)
        年度总体目标 | 预期目标 | | 实际完成情况 |
        | 养护道路。 | | 养护了道路。 |
        """))
  }

  private func texts(_ row: FundingRow?) -> [String?] {
    Layout.FundingColumn.allCases.map { row?.text(of: $0) ?? nil }
  }

  /// The indicators' labels head it too, and any text with the word 原因.
  @Test(arguments: ["原因", "偏差原因", "未完成原因", "偏差原因分析及改进措施", "备注", "未执行完毕原因"])
  func itIsReadByItsHeader(header: String) throws {
    let reading = try reading(
      header: header,
      """
      | 年度资金总额 | 200 | 210 | 189 | 10 | 90% | 9 | \(Self.reason)
      | 其中：当年财政拨款 | 200 | 200 | 180 | — | 90% | — |
      | 上年结转资金 | | 10 | 9 | — | 90% | — | 完工未结算
      """)
    let rows = reading.form.fundingRows
    #expect(texts(rows.first) == ["200", "210", "189", "10", "90%", "9", Self.reason])
    #expect(texts(rows[1]) == ["200", "200", "180", "—", "90%", "—", nil])
    #expect(texts(rows[2]) == [nil, "10", "9", "—", "90%", "—", "完工未结算"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test func anEmptyColumnSaysNothing() throws {
    let reading = try reading(
      header: "原因",
      """
      | 年度资金总额 | 200 | 210 | 189 | 10 | 90% | 9 |
      | 其中：当年财政拨款 | 200 | 210 | 189 | — | 90% | — |
      """)
    #expect(texts(reading.form.fundingRows.first) == ["200", "210", "189", "10", "90%", "9", nil])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A dash and a number below its header are what it says, whatever else is empty.
  @Test(arguments: ["无", "—", "0", "项目支出"])
  func whatStandsInItIsNoAmountAndNoLabel(text: String) throws {
    let reading = try reading(
      header: "偏差原因",
      """
      | 年度资金总额 | 200 | 210 | 210 | 10 | 100% | 10 | \(text)
      | 其中：当年财政拨款 | 200 | 210 | 210 | — | 100% | | \(text)
      """)
    #expect(
      texts(reading.form.fundingRows.first) == ["200", "210", "210", "10", "100%", "10", text])
    #expect(
      texts(reading.form.fundingRows.last) == ["200", "210", "210", "—", "100%", nil, text])
    #expect(reading.form.fundingRows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Where a merged cell is lost on the left, the amounts are no farther from their headers than the reason.
  @Test func aShiftedRow() throws {
    let reading = try reading(
      header: "原因",
      """
      年度资金总额 | 200 | 210 | 189 | 10 | 90% | 9 | \(Self.reason)
      其中：当年财政拨款 | | 200 | 180 | — | 90% | — |
      其他资金 | | 10 | 9 | | 90% | | 完工未结算
      """)
    let rows = reading.form.fundingRows
    #expect(texts(rows.first) == ["200", "210", "189", "10", "90%", "9", Self.reason])
    #expect(texts(rows[1]) == [nil, "200", "180", "—", "90%", "—", nil])
    #expect(texts(rows[2]) == [nil, "10", "9", nil, "90%", nil, "完工未结算"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The only row below the header needs no label.
  @Test func aRowWithoutALabel() throws {
    let reading = try reading(header: "原因", "| | 200 | 210 | 189 | 10 | 90% | 9 | \(Self.reason)")
    #expect(
      texts(reading.form.fundingRows.first) == ["200", "210", "189", "10", "90%", "9", Self.reason])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test func itIsDrawnWhereARowHasOne() throws {
    let reading = try reading(
      header: "原因", "| 年度资金总额 | 200 | 210 | 189 | 10 | 90% | 9 | \(Self.reason)")
    let layout = try #require(Layout.builtIn.first { $0.id == reading.form.layout })
    #expect(
      layout.fundingColumns(for: reading.form.fundingRows).map(\.labels.first).last
        == "偏差原因分析及改进措施")
    #expect(layout.fundingColumns(for: []).count == 6)
  }
}
