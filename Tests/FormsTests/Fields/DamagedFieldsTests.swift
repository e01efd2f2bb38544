import IR
import Testing

@testable import Forms

/// Labels above the indicators that are damaged or gone, and what their values become.
struct DamagedFieldsTests {
  private func texts(_ reading: Reading, _ keys: FieldKey...) -> [String?] {
    keys.map { reading.form[$0]?.printedText }
  }

  private func declaration(_ replacements: (String, String)...) throws -> Reading {
    var page = Page.declaration.text
    for (old, new) in replacements { page = page.replacing(old, with: new) }
    return try Reading(page, as: .tsv)
  }

  /// 其士资金 may be 其他资金 or 其它资金, which is the same.
  @Test func twoWordingsOfOneFieldAreNoDoubt() throws {
    let reading = try declaration(("\t其他资金\t0.00", "\t其士资金\t0.00"))
    #expect(texts(reading, .other, .annualOther) == ["100.00", "0.00"])
    #expect(reading.diagnostics(.labelCorrected).map(\.before) == ["其士资金"])
  }

  /// 项度总体目标 is one character from 年度总体目标 and from 项目总体目标, a wording of the label
  /// beside it.
  @Test func aLabelThatIsPrintedInFullIsNotTheDamagedOne() throws {
    let reading = try declaration(("年度总体目标", "项度总体目标"))
    #expect(texts(reading, .overallGoal, .annualGoal) == ["做好三年的服务。", "做好一年的服务。"])
  }

  @Test func aColonBehindADamagedLabel() throws {
    let reading = try declaration(("项目类别\t", "项目类大：\t"), ("实施单位\t", "实施数位：\t"))
    #expect(texts(reading, .category, .implementingUnit) == ["其他", "某中心"])
    #expect(reading.diagnostics(.labelCorrected).count == 2)
    #expect(reading.diagnostics(.fieldInferred).isEmpty)
  }

  @Test func aDamagedCaptionKeepsItsUnit() throws {
    let reading = try declaration(("项目资金（元）", "项广资金（元）"))
    #expect(reading.form.fundingUnit == "元")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Two characters are wrong: what stands before the value is its label all the same.
  @Test func aLabelNobodyCanReadIsNoValue() throws {
    let reading = try declaration(("计划开始日期\t", "计刬开始曰期\t"))
    #expect(texts(reading, .start, .end) == ["2024-01-01", "2024-12-31"])
    #expect(reading.diagnostics(.fieldInferred).map(\.pointer) == ["/forms/0/project/start"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A label that is no field of the layout keeps its value from the fields beside it.
  @Test func aLabelOfSomethingElseIsNotTaken() throws {
    let reading = try declaration(("主管部门\t", "监督电话\t"))
    #expect(texts(reading, .department, .implementingUnit) == [nil, "某中心"])
    #expect(reading.form.further == [LabelledText(label: "监督电话", text: "某局")])
  }

  @Test func oneOfTwoEqualLabelsIsLost() throws {
    let reading = try declaration(("\t其他资金\t0.00", "\t\t0.00"))
    #expect(texts(reading, .other, .annualOther) == ["100.00", "0.00"])
    #expect(reading.diagnostics(.fieldInferred).map(\.pointer) == ["/forms/0/funding/annualOther"])
  }

  @Test func theLabelOfTheLeftGoalIsLost() throws {
    let reading = try declaration(("项目总目标", ""))
    #expect(texts(reading, .overallGoal, .annualGoal) == ["做好三年的服务。", "做好一年的服务。"])
    #expect(reading.diagnostics(.fieldInferred).map(\.pointer) == ["/forms/0/goals/overall"])
  }

  @Test func goalsThatMovedAreReported() throws {
    let reading = try declaration(("\t做好三年的服务。\t\t做好一年的服务。", "做好三年的服务。\t\t做好一年的服务。\t"))
    #expect(texts(reading, .overallGoal, .annualGoal) == ["做好三年的服务。", "做好一年的服务。"])
    #expect(
      reading.diagnostics(.valueShifted).map(\.pointer)
        == ["/forms/0/goals/overall", "/forms/0/goals/annual"])
  }

  /// A text that loses its label is no more of the text above.
  @Test func theLabelOfALongTextIsLost() throws {
    let page = Page.legacy.adding(
      """
      | 为了满足市民的需要。
      保证项目实施的制度、措施 | 有制度。
      项目实施计划 | 按月实施。
      项目总目标 | 做好服务。
      年度绩效目标 | 做好一年的服务。
      """)
    let reading = try Reading(page)
    #expect(texts(reading, .basis, .necessity, .plan) == ["有文件。", "为了满足市民的需要。", "按月实施。"])
    #expect(reading.diagnostics(.fieldInferred).map(\.pointer) == ["/forms/0/project/necessity"])
  }

  /// 填报单位 is a synonym of 实施单位 only where that is not printed.
  @Test func theLayoutsOwnLabelComesFirst() throws {
    let page = Page.selfEvaluation.text
      .replacing("（2024年度）\n", with: "（2024年度）\n\n填报单位（盖章）：某财政局\n")
    let reading = try Reading(page, as: .tsv)
    #expect(texts(reading, .implementingUnit) == ["某中心"])
    #expect(reading.recognition.outside.map(\.text).contains("填报单位（盖章）：某财政局"))
    #expect(reading.diagnostics(.fieldRepeated).isEmpty)
  }

  /// A text that is nearly a label is a value where one must stand.
  @Test func aValueThatIsNearlyALabel() throws {
    let reading = try declaration(("项目类别\t其他", "项目类别\t其他资产"))
    #expect(reading.text(.category) == "其他资产")
    #expect(reading.diagnostics(.labelCorrected).isEmpty)
  }
}

extension FieldValue {
  /// The text of the value, as printed.
  fileprivate var printedText: String? {
    switch self {
    case .text(let text): text
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .options: nil
    }
  }
}
