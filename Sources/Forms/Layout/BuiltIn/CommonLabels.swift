/// Labels that several layouts share; `design/vocabulary.md` says where they come from.
enum CommonLabels {
  static let name = ["项目名称"]
  static let department = ["主管部门", "主管部门及代码", "省级业务主管部门", "预算主管部门", "项目主管部门"]
  static let implementingUnit = [
    "实施单位", "项目单位", "项目实施单位", "填报单位", "部门名称", "单位名称", "项目承担单位", "部门(单位)名称",
  ]
  static let nature = ["项目性质", "项目属性", "项目申报属性", "项目期"]
  static let category = ["项目类别"]
  static let start = [
    "计划开始日期", "开始时间", "计划开始时间", "项目开始时间", "起始时间", "开始日期", "起止时间", "项目起止时间", "项目实施周期",
  ]
  static let end = ["计划完成日期", "结束时间", "计划完成时间", "项目结束时间", "完成时间", "结束日期"]

  static let total = ["项目资金总额", "中期资金总额", "资金总额", "总金额", "项目总预算"]
  static let fiscal = ["其中：财政资金", "财政资金", "其中:财政拨款", "财政拨款"]
  static let other = ["其他资金", "其它资金"]
  static let annualTotal = ["年度资金申请总额", "年度资金总额", "年度申请总额", "项目当年预算"]
  static let annualAppropriation = [
    "其中：当年财政拨款", "其中:财政拨款", "其中:本年财政拨款", "当年财政拨款", "当年财政资金", "本年财政拨款",
    "财政拨款", "其中:当年财政资金",
  ]
  static let annualCarryover = ["上年结转资金", "上年结转", "结转资金"]

  static let overallGoal = [
    "项目总目标", "项目总体目标", "中期目标", "长期目标", "实施周期绩效目标", "总体目标", "实施期目标",
  ]
  static let annualGoal = ["年度总体目标", "年度总目标", "年度目标", "年度绩效目标", "当年度绩效目标"]

  static let goalCaptions = ["项目绩效目标", "绩效目标"]
  static let fundingCaptions = ["项目资金", "资金情况", "资金"]

  static let level1 = ["一级指标"]
  static let level2 = ["二级指标"]
  static let indicatorName = ["三级指标", "指标内容", "指标名称"]
  static let target = [
    "年度(/项目)指标值", "年度指标值", "指标值", "指标目标值", "三级指标目标值", "目标值", "年度项目指标值",
    "项目指标值",
  ]
}
