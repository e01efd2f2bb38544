extension FieldKey {
  /// What the field is called for a person.
  public var title: LocalizedText {
    switch self {
    case .basis: LocalizedText(en: "grounds of the project", zh: "立项依据")
    case .category: LocalizedText(en: "project category", zh: "项目类别")
    case .contact: LocalizedText(en: "contact person", zh: "联系人")
    case .department: LocalizedText(en: "responsible department", zh: "主管部门")
    case .end: LocalizedText(en: "end date", zh: "结束日期")
    case .fundUses: LocalizedText(en: "uses of the funds", zh: "资金用途")
    case .implementingUnit: LocalizedText(en: "implementing unit", zh: "实施单位")
    case .leader: LocalizedText(en: "person in charge", zh: "项目负责人")
    case .name: LocalizedText(en: "project name", zh: "项目名称")
    case .nature: LocalizedText(en: "project nature", zh: "项目性质")
    case .necessity: LocalizedText(en: "necessity of the project", zh: "项目设立的必要性")
    case .overview: LocalizedText(en: "overview of the project", zh: "项目概况")
    case .phone: LocalizedText(en: "telephone", zh: "联系电话")
    case .plan: LocalizedText(en: "plan of the project", zh: "项目实施计划")
    case .remarks: LocalizedText(en: "remarks", zh: "备注")
    case .reportingUnit: LocalizedText(en: "reporting unit", zh: "申报单位")
    case .safeguards:
      LocalizedText(en: "rules and measures that safeguard the project", zh: "保证项目实施的制度、措施")
    case .start: LocalizedText(en: "start date", zh: "开始日期")
    case .types: LocalizedText(en: "project types", zh: "项目类型")
    case .annualAppropriation: LocalizedText(en: "fiscal appropriation of the year", zh: "当年财政拨款")
    case .annualCarryover: LocalizedText(en: "carry-over from the year before", zh: "上年结转资金")
    case .annualOther: LocalizedText(en: "other funds of the year", zh: "年度其他资金")
    case .annualTotal: LocalizedText(en: "total funds of the year", zh: "年度资金总额")
    case .currentYearBudget: LocalizedText(en: "budget of the current year", zh: "项目当年预算")
    case .fiscal: LocalizedText(en: "fiscal funds of the whole project", zh: "财政资金")
    case .other: LocalizedText(en: "other funds of the whole project", zh: "其他资金")
    case .priorYearBudget: LocalizedText(en: "budget of the year before", zh: "上年度预算")
    case .priorYearExecution:
      LocalizedText(en: "execution of the budget of the year before", zh: "上年度预算执行数")
    case .total: LocalizedText(en: "total funds of the whole project", zh: "项目资金总额")
    case .totalBudget: LocalizedText(en: "budget of the whole project", zh: "项目总预算")
    case .actualGoal: LocalizedText(en: "actual achievement", zh: "实际完成情况")
    case .annualGoal: LocalizedText(en: "annual goal", zh: "年度目标")
    case .overallGoal: LocalizedText(en: "overall goal", zh: "总体目标")
    case .overallPeriod: LocalizedText(en: "period of the overall goal", zh: "总体目标期间")
    case .plannedGoal: LocalizedText(en: "planned goal", zh: "预期目标")
    }
  }
}
