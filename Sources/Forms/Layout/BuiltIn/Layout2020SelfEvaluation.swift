internal import IR

extension Layout {
  /// Self-evaluations from 2020 on (财政项目支出绩效自评表).
  static let layout2020SelfEvaluation = Layout(
    id: "2020-self-evaluation",
    kind: .selfEvaluation,
    summary: .init(en: "Self-evaluation, 2020 on", zh: "财政项目支出绩效自评表（2020 年起）"),
    titles: ["财政项目支出绩效自评表", "项目支出绩效自评表"],
    fields: [
      FieldSpec(.name, CommonLabels.name, isRequired: true),
      FieldSpec(.nature, CommonLabels.nature),
      FieldSpec(.category, CommonLabels.category),
      FieldSpec(.code, CommonLabels.code),
      FieldSpec(.centralDepartment, CommonLabels.centralDepartment),
      FieldSpec(.department, CommonLabels.department),
      FieldSpec(.implementingUnit, CommonLabels.implementingUnit, isRequired: true),
      FieldSpec(.start, CommonLabels.start),
      FieldSpec(.end, CommonLabels.end),
      FieldSpec(.duration, CommonLabels.duration),
      FieldSpec(.leader, CommonLabels.leader),
      FieldSpec(.contact, CommonLabels.contact),
      FieldSpec(.phone, CommonLabels.phone),
      FieldSpec(.overview, CommonLabels.overview + ["项目实施内容及过程概述"]),
      FieldSpec(
        .plannedGoal,
        [
          "预算目标", "预期目标", "项目年度目标", "年初设定目标", "年初目标", "年初预期目标", "年初绩效目标", "年度预期目标", "总体目标",
          "年初设定绩效目标", "年度目标(年初)",
        ], place: .below, isRequired: true),
      FieldSpec(
        .actualGoal,
        [
          "实际完成情况", "年度目标完成情况", "目标实际完成情况", "全年实际完成情况", "年度总体目标完成情况",
          "年度总体目标完成情况综述", "全年实际总体目标完成情况", "目标完成情况", "年度绩效目标完成情况", "年度目标实际完成情况", "全年目标实际完成情况",
          "全年目标完成情况", "全年完成情况", "总体目标完成情况",
          "实际完成", "完成情况", "实际完成目标", "具体完成情况",
        ], place: .below, isRequired: true),
    ],
    printedRows: [
      [.name], [.department, .implementingUnit], [.plannedGoal, .actualGoal],
    ],
    captions: CommonLabels.annualGoal + [
      "总体绩效目标", "绩效目标完成情况", "1.项目年度目标完成情况",
    ] + CommonLabels.fundingCaptions + CommonLabels.goalCaptions + CommonLabels.sectionCaptions,
    fundingTable: FundingTableSpec(
      rows: [
        (
          "annualTotal",
          CommonLabels.annualTotal
            + ["总额", "资金总额", "支出总额", "项目资金总额", "资金合计", "合计"]
        ),
        ("annualAppropriation", CommonLabels.annualAppropriation),
        ("annualCarryover", CommonLabels.annualCarryover),
        ("annualOther", CommonLabels.other),
      ],
      optionalRows: [
        ("basicExpenditure", ["基本支出", "其中:基本支出"]),
        ("projectExpenditure", ["项目支出", "其中:项目支出"]),
        ("centralAppropriation", CommonLabels.centralFunds),
        ("provincialAppropriation", CommonLabels.provincialFunds),
        ("localFunds", CommonLabels.localFunds),
        ("specialAccountFunds", ["财政专户管理资金", "财政专户资金"]),
        ("unitFunds", ["单位资金", "单位自筹资金"]),
        ("governmentFundAppropriation", ["政府性基金预算拨款", "政府性基金拨款", "政府性基金"]),
        ("stateCapitalAppropriation", ["国有资本经营预算拨款", "国有资本经营预算"]),
        (
          "higherLevelFunds",
          [
            "上级资金", "其中:上级资金", "上级补助", "上级补助资金", "其中:上级补助", "上级专项",
            "其中:中央、省、市补助", "中央、省、市补助",
          ]
        ),
      ],
      columns: [
        (.initialBudget, ["年初预算数", "年初预算", "年初批复数", "年初预算金额", "年初预算资金总额"]),
        (
          .annualBudget,
          [
            "全年预算数", "全年预算", "调整后预算数", "调整预算", "调整预算数", "调整后预算", "全年(调整)预算数",
            "调整后全年预算数",
          ]
        ),
        (
          .executed,
          [
            "全年执行数", "预算执行数", "全年执行", "实际执行数", "执行数", "全年支出数", "实际支出数", "全年实际执行数",
            "实际支出", "全年支出", "决算数", "实际投入资金额", "实际投入金额",
          ]
        ),
        (.weight, CommonLabels.weight + ["执行率权重"]),
        (.executionRate, ["执行率", "预算执行率", "资金执行率"]),
        (.score, CommonLabels.score + ["执行率得分"]),
      ]),
    columns: [
      ColumnSpec(.caption, CommonLabels.indicatorCaption + ["绩效指标完成情况", "年度绩效指标完成情况"]),
      ColumnSpec(.level1, CommonLabels.level1),
      ColumnSpec(.level2, CommonLabels.level2),
      ColumnSpec(.name, CommonLabels.indicatorName),
      ColumnSpec(.target, ["年度指标值"] + CommonLabels.target),
      ColumnSpec(
        .actual,
        [
          "实际完成值", "完成值", "全年实际值", "全年完成值", "实际完成指标值", "实际值", "实际完成指标",
          "全年实际完成值", "项目完成指标值", "年度实际完成值", "年度完成值", "实际达成值", "实际完成情况", "指标实际完成值", "指标完成值",
        ]),
      ColumnSpec(.weight, CommonLabels.weight),
      ColumnSpec(.score, CommonLabels.score),
      ColumnSpec(
        .deviation,
        [
          "偏差原因分析及改进措施", "未完成原因分析", "偏差原因分析", "备注", "未完成原因和改进措施", "未完成原因及改进措施",
          "偏差原因及改进措施", "偏差原因", "未完成原因", "原因分析及改进措施", "偏差分析及改进措施",
          "偏差原因分析与改进措施", "未完成原因分析及改进措施", "未完成原因及拟采取的改进措施", "偏差情况说明",
          "未达标原因及改进措施", "扣分原因", "扣分原因分析", "扣分原因及改进措施", "失分原因", "说明", "偏差原因说明", "原因说明", "偏差说明",
          "未完成原因说明",
          "未完成原因分析与改进措施", "产生差异的原因", "产生差异的原因及改进措施", "差异原因",
        ]),
    ],
    taxonomy: .from2020,
    totals: CommonLabels.totals,
    print: Print(
      columnCount: 9,
      lines: [.year(before: "（", after: "年度）")],
      unit: .caption,
      blocks: [
        Block(
          .fields([
            [Slot(.name, value: 8)],
            [Slot(.department, value: 3), Slot(.implementingUnit, value: 4)],
            [Slot(.nature, value: 3), Slot(.category, value: 4)],
            [Slot(.code, value: 3), Slot(.centralDepartment, value: 4)],
            [Slot(.start, value: 3), Slot(.end, value: 4)],
            [Slot(.duration, value: 8)],
            [Slot(.leader, value: 2), Slot(.contact, value: 2), Slot(.phone, value: 2)],
            [Slot(.overview, value: 8)],
          ])),
        Block(caption: "项目资金", .fundingTable(label: 2, columns: [1, 1, 1, 1, 1, 1])),
        Block(
          caption: "年度总体目标", .goals([Slot(.plannedGoal, label: 4), Slot(.actualGoal, label: 4)])),
        Block(.indicators([1, 1, 1, 1, 1, 1, 1, 1, 1])),
      ]))
}
