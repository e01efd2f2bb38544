import IR

@testable import Forms

extension Page {
  /// A self-evaluation up to its indicators.
  static let evaluation = Page(
    """
    项目支出绩效自评表

    （2024年度）

    项目名称 | 城市道路照明维护
    主管部门 | 市城管局 | 实施单位 | 市路灯所
    项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    | 年度资金总额 | 420 | 420 | 420 | 10 | 100% | 10
    年度总体目标 | 预期目标 | | 实际完成情况 |
    | 亮灯率达到98%以上。 | | 亮灯率98.9%。 |
    """)
}

extension Reading {
  /// The values of the indicators, `-` for one that is missing.
  var values: [String] {
    form.indicators.map { indicator in
      [
        indicator.name, indicator.target?.text, indicator.actual?.text, indicator.weight?.text,
        indicator.score?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
    }
  }
}
