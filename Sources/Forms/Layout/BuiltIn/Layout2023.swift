internal import IR

extension Layout {
  /// District declarations of 2023 (项目类别 alone, 年度总目标, 年度指标值).
  static let layout2023 = Layout(
    id: "2023",
    kind: .targetDeclaration,
    summary: .init(
      en: "Target declaration of districts, 2023", zh: "财政项目支出绩效目标申报表（2023 年，区级）"),
    titles: ["财政项目支出绩效目标申报表", "项目支出绩效目标申报表"],
    fields: declarationFields + [
      FieldSpec(
        .annualGoal, ["年度总目标"] + CommonLabels.declaredAnnualGoal, place: .below, isRequired: true)
    ],
    printedRows: [[.name, .category]] + declarationRows,
    captions: declarationCaptions,
    columns: declarationColumns(target: "年度指标值"),
    optionalColumns: optionalDeclarationColumns,
    taxonomy: .from2020,
    totals: CommonLabels.totals,
    print: Print(
      columnCount: 5,
      lines: [.year(before: "（", after: "年度）")],
      unit: .caption,
      blocks: [
        Block(
          .fields(
            [
              [Slot(.name, value: 2), Slot(.category)],
              [Slot(.department, value: 2), Slot(.implementingUnit)],
              [Slot(.start, value: 2), Slot(.end)],
            ] + declarationDetails(width: 5))),
        Block(caption: "项目资金", .fields(declarationFunding(annual: 1))),
        Block(
          caption: "项目绩效目标", .goals([Slot(.overallGoal, label: 2), Slot(.annualGoal, label: 2)])),
        Block(.indicators([1, 1, 1, 1, 1])),
      ]))
}
