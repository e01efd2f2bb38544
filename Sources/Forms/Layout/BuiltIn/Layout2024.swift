internal import IR

extension Layout {
  /// Declarations from 2024 on (财政项目支出绩效目标申报表 with 项目性质).
  static let layout2024 = Layout(
    id: "2024",
    kind: .targetDeclaration,
    summary: .init(
      en: "Target declaration, 2024 on", zh: "财政项目支出绩效目标申报表（2024 年起）"),
    titles: ["财政项目支出绩效目标申报表", "项目支出绩效目标申报表"],
    fields: declarationFields + [
      FieldSpec(.nature, CommonLabels.nature),
      FieldSpec(
        .annualGoal, ["年度总体目标"] + CommonLabels.declaredAnnualGoal, place: .below, isRequired: true),
    ],
    printedRows: [[.name, .nature, .category]] + declarationRows,
    captions: declarationCaptions,
    columns: declarationColumns(target: "年度(/项目)指标值"),
    optionalColumns: optionalDeclarationColumns,
    taxonomy: .from2020,
    totals: CommonLabels.totals,
    print: Print(
      columnCount: 6,
      lines: [.year(before: "（", after: "年度）")],
      unit: .caption,
      blocks: [
        Block(
          .fields(
            [
              [Slot(.name), Slot(.nature), Slot(.category)],
              [Slot(.department), Slot(.implementingUnit, value: 3)],
              [Slot(.start), Slot(.end, value: 3)],
            ] + declarationDetails(width: 6))),
        Block(caption: "项目资金", .fields(declarationFunding(annual: 2))),
        Block(
          caption: "项目绩效目标", .goals([Slot(.overallGoal, label: 2), Slot(.annualGoal, label: 3)])),
        Block(.indicators([1, 1, 1, 1, 2])),
      ]))

  /// The rows of money that the declarations of 2023 and 2024 share, with the number of columns of
  /// the year's amounts.
  static func declarationFunding(annual: Int) -> [[Slot]] {
    [
      [Slot(.total), Slot(.annualTotal, value: annual)],
      [Slot(.fiscal), Slot(.annualAppropriation, value: annual)],
      [Slot(.central), Slot(.annualCentral, value: annual)],
      [Slot(.provincial), Slot(.annualProvincial, value: annual)],
      [Slot(.local), Slot(.annualLocal, value: annual)],
      [Slot(nil), Slot(.annualCarryover, value: annual)],
      [Slot(.other), Slot(.annualOther, value: annual)],
    ]
  }

  /// What only some declarations say of a project: how long it runs, its code, whom to ask, and why it is
  /// done.
  static func declarationDetails(width: Int) -> [[Slot]] {
    [
      [Slot(.duration, value: width - 1)],
      [Slot(.code), Slot(.centralDepartment, value: width - 3)],
      [Slot(.leader), Slot(.phone, value: width - 3)], [Slot(.contact, value: width - 1)],
      [Slot(.overview, value: width - 1)], [Slot(.basis, value: width - 1)],
      [Slot(.necessity, value: width - 1)],
    ]
  }

  /// The fields that the declarations of 2023 and 2024 share.
  static let declarationFields = [
    FieldSpec(.name, CommonLabels.name, isRequired: true),
    FieldSpec(.category, CommonLabels.category),
    FieldSpec(.code, CommonLabels.code),
    FieldSpec(.centralDepartment, CommonLabels.centralDepartment),
    FieldSpec(.department, CommonLabels.department),
    FieldSpec(
      .implementingUnit, CommonLabels.implementingUnit + ["申报单位", "申报单位名称", "申请单位", "申报部门"],
      isRequired: true),
    FieldSpec(.start, CommonLabels.start, isRequired: true),
    FieldSpec(.end, CommonLabels.end, isRequired: true),
    FieldSpec(.duration, CommonLabels.duration),
    FieldSpec(.leader, CommonLabels.leader),
    FieldSpec(.contact, CommonLabels.contact),
    FieldSpec(.phone, CommonLabels.phone),
    FieldSpec(.overview, CommonLabels.overview),
    FieldSpec(.basis, CommonLabels.basis),
    FieldSpec(.necessity, CommonLabels.necessity),
    FieldSpec(.total, CommonLabels.total),
    FieldSpec(.annualTotal, CommonLabels.annualTotal, isRequired: true),
    FieldSpec(.fiscal, CommonLabels.fiscal),
    FieldSpec(.annualAppropriation, CommonLabels.annualAppropriation),
    FieldSpec(.annualCarryover, CommonLabels.annualCarryover),
    FieldSpec(.other, CommonLabels.other),
    FieldSpec(.annualOther, CommonLabels.annualOther),
    FieldSpec(.central, CommonLabels.centralFunds),
    FieldSpec(.annualCentral, CommonLabels.centralFunds),
    FieldSpec(.provincial, CommonLabels.provincialFunds),
    FieldSpec(.annualProvincial, CommonLabels.provincialFunds),
    FieldSpec(.local, CommonLabels.localFunds),
    FieldSpec(.annualLocal, CommonLabels.localFunds),
    FieldSpec(.overallGoal, CommonLabels.overallGoal, place: .below),
  ]

  /// The printed rows below the first that the declarations of 2023 and 2024 share.
  static let declarationRows: [[FieldKey]] = [
    [.department, .implementingUnit], [.start, .end], [.total, .annualTotal],
    [.fiscal, .annualAppropriation], [.annualCarryover], [.other, .annualOther],
    [.overallGoal, .annualGoal],
    // What only some forms print, in whatever place.
    [.central, .annualCentral], [.provincial, .annualProvincial], [.local, .annualLocal],
  ]

  /// The captions of the declarations of 2023 and 2024; some have room for what will be reached, too.
  static let declarationCaptions =
    CommonLabels.goalCaptions + CommonLabels.fundingCaptions + CommonLabels.sectionCaptions
    + ["年度总体目标完成情况"]

  /// What declarations of other cities print of an indicator besides.
  static let optionalDeclarationColumns =
    optionalValueColumns + [ColumnSpec(.remark, CommonLabels.remark)]

  /// The values among them.
  static let optionalValueColumns = [
    ColumnSpec(.overallTarget, CommonLabels.overallTarget),
    ColumnSpec(.weight, CommonLabels.weight),
  ]

  /// The columns of a declaration's indicators.
  static func declarationColumns(target: String) -> [ColumnSpec] {
    [
      ColumnSpec(.caption, CommonLabels.indicatorCaption),
      ColumnSpec(.level1, CommonLabels.level1),
      ColumnSpec(.level2, CommonLabels.level2),
      ColumnSpec(.name, CommonLabels.indicatorName),
      ColumnSpec(.target, [target] + CommonLabels.target),
    ]
  }
}
