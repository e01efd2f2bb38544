internal import IR

extension Layout {
  /// Shanghai's declarations up to 2019 (上海市财政支出项目绩效目标申报表).
  static let layout2019 = Layout(
    id: "2019",
    kind: .targetDeclaration,
    summary: .init(
      en: "Target declaration of Shanghai, up to 2019", zh: "上海市财政支出项目绩效目标申报表（2019 年及以前）"),
    titles: ["上海市财政支出项目绩效目标申报表", "财政支出项目绩效目标申报表"],
    fields: [
      FieldSpec(.reportingUnit, ["申报单位名称", "申报单位", "填报单位名称", "填报单位"], isRequired: true),
      FieldSpec(.name, CommonLabels.name, isRequired: true),
      FieldSpec(.types, ["项目类型"]),
      FieldSpec(.fundUses, ["资金用途"]),
      FieldSpec(.leader, ["项目负责人"]),
      FieldSpec(.contact, ["联系人"]),
      FieldSpec(.phone, ["联系电话"]),
      FieldSpec(.start, ["开始时间"] + CommonLabels.start, isRequired: true),
      FieldSpec(.end, ["结束时间"] + CommonLabels.end, isRequired: true),
      FieldSpec(.duration, CommonLabels.duration),
      FieldSpec(.overview, ["项目概况"]),
      FieldSpec(.basis, ["立项依据"]),
      FieldSpec(.necessity, ["项目设立的必要性"]),
      FieldSpec(.safeguards, ["保证项目实施的制度、措施", "保证项目实施的制度措施"]),
      FieldSpec(.totalBudget, ["项目总预算"]),
      FieldSpec(.currentYearBudget, ["项目当年预算"], isRequired: true),
      FieldSpec(
        .priorYearBudget, ["同名项目上年预算额", "上年预算额", "上年度预算额", "上年预算", "上年度预算"]),
      FieldSpec(
        .priorYearExecution,
        ["同名项目上年预算执行数", "上年预算执行数", "上年度预算执行数", "上年执行数", "上年度执行数"]),
      FieldSpec(.plan, ["项目实施计划"]),
      FieldSpec(.overallGoal, ["项目总目标"]),
      FieldSpec(.annualGoal, ["年度绩效目标"], isRequired: true),
      FieldSpec(.remarks, ["备注"]),
    ],
    printedRows: [
      [.reportingUnit], [.name], [.types], [.fundUses], [.leader, .contact, .phone],
      [.start, .end], [.overview], [.basis], [.necessity], [.safeguards],
      [.totalBudget, .currentYearBudget], [.priorYearBudget, .priorYearExecution],
      [.plan], [.overallGoal], [.annualGoal], [.remarks],
    ],
    captions: ["分解目标", "项目当年投入资金构成"],
    components: ComponentSpec(
      name: ["子项目名称", "分项名称", "子项名称", "分项目名称"], amount: ["预算金额", "金额", "预算额"]),
    columns: [
      ColumnSpec(.level1, ["一级指标", "一级目标", "分解目标内容"]),
      ColumnSpec(.level2, ["二级指标", "二级目标"]),
      ColumnSpec(.name, ["三级指标", "三级目标", "绩效指标", "指标内容"]),
      ColumnSpec(.target, ["指标目标值", "目标值", "指标值"]),
    ],
    optionalColumns: optionalValueColumns,
    taxonomy: taxonomy2019,
    totals: ["总分", "合计"],
    print: print2019)

  private static let print2019 = Print(
    columnCount: 6,
    lines: [.year(before: "（", after: "年）"), .field(.reportingUnit)],
    unit: .labels,
    blocks: [
      Block(
        .fields([
          [Slot(.name, value: 5)], [Slot(.types, value: 5)], [Slot(.fundUses, value: 5)],
          [Slot(.leader), Slot(.contact), Slot(.phone)],
          [Slot(.start, value: 2), Slot(.end, value: 2)], [Slot(.duration, value: 5)],
          [Slot(.overview, value: 5)], [Slot(.basis, value: 5)], [Slot(.necessity, value: 5)],
          [Slot(.safeguards, value: 5)],
          [Slot(.totalBudget, value: 2), Slot(.currentYearBudget, value: 2)],
          [Slot(.priorYearBudget, value: 2), Slot(.priorYearExecution, value: 2)],
        ])),
      Block(caption: "项目当年投入资金构成", .components(name: 3, amount: 2)),
      Block(
        .fields([
          [Slot(.plan, value: 5)], [Slot(.overallGoal, value: 5)], [Slot(.annualGoal, value: 5)],
        ])),
      Block(.heading("分解目标")),
      Block(.indicators([1, 1, 2, 2])),
      Block(.fields([[Slot(.remarks, value: 5)]])),
    ])

  private static let taxonomy2019 = Taxonomy([
    .init(
      "投入和管理目标", synonyms: ["投入与管理目标", "投入和管理"], isOpen: true,
      [
        .init("资金投入管理", .management, synonyms: ["投入管理"]),
        .init("财务管理", .management),
        .init("项目实施管理", .management, synonyms: ["实施管理"]),
        .init("资产管理", .management),
      ]),
    .init(
      "产出目标",
      [
        .init("数量目标", .quantity, synonyms: ["数量"], frequency: .expected),
        .init("质量目标", .quality, synonyms: ["质量"], frequency: .expected),
        .init("时效目标", .timeliness, synonyms: ["时效"], frequency: .expected),
        .init("成本目标", .cost, synonyms: ["成本"], frequency: .rare),
      ]),
    .init(
      "效果目标",
      [
        .init("经济效益目标", .economicBenefit, synonyms: ["经济效益"]),
        .init("社会效益目标", .socialBenefit, synonyms: ["社会效益"], frequency: .expected),
        .init("生态效益目标", .ecologicalBenefit, synonyms: ["生态效益", "环境效益目标", "环境效益"]),
        .init("满意度目标", .satisfaction, synonyms: ["满意度"], frequency: .rare),
      ]),
    .init(
      "影响力目标",
      [
        .init("长效管理目标", .sustainability, synonyms: ["长效管理"], frequency: .rare),
        .init("人力资源目标", .sustainability, synonyms: ["人力资源"], frequency: .rare),
        .init("部门协助目标", .sustainability, synonyms: ["部门协助"], frequency: .rare),
        .init("配套设施目标", .sustainability, synonyms: ["配套设施"], frequency: .rare),
        .init("信息共享目标", .sustainability, synonyms: ["信息共享"], frequency: .rare),
        .init(
          "可持续目标", .sustainability, synonyms: ["可持续影响目标", "可持续影响"], frequency: .expected),
        .init(
          "满意度目标", .satisfaction, synonyms: ["满意度", "服务对象满意度目标"], frequency: .expected),
      ]),
  ])
}
