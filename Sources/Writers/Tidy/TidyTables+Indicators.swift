internal import IR

extension TidyTables {
  static func indicatorColumns(_ language: Language) -> [String] {
    [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "form", zh: "表序号"),
      LocalizedText(en: "project name", zh: "项目名称"), LocalizedText(en: "number", zh: "指标序号"),
      LocalizedText(en: "level 1", zh: "一级指标"), LocalizedText(en: "level 2", zh: "二级指标"),
      LocalizedText(en: "indicator", zh: "三级指标"), LocalizedText(en: "target", zh: "指标值"),
      LocalizedText(en: "relation", zh: "关系"), LocalizedText(en: "target number", zh: "指标数值"),
      LocalizedText(en: "unit", zh: "单位"), LocalizedText(en: "actual", zh: "实际完成值"),
      LocalizedText(en: "actual number", zh: "实际数值"), LocalizedText(en: "weight", zh: "分值"),
      LocalizedText(en: "score", zh: "得分"), LocalizedText(en: "deviation", zh: "偏差原因及改进措施"),
      LocalizedText(en: "overall target", zh: "实施期指标值"),
      LocalizedText(en: "overall target number", zh: "实施期指标数值"),
      LocalizedText(en: "remark", zh: "备注"), LocalizedText(en: "further columns", zh: "其他栏"),
    ].map { $0(language) }
  }

  /// The indicators of a form, one a row.
  func indicatorRows(_ form: Form, _ place: Place) -> [[DataTable.Value]] {
    form.indicators.enumerated().map { number, indicator in
      place.cells + [
        .init(number + 1), .init(indicator.level1), .init(indicator.level2),
        .init(indicator.name), .init(indicator.target?.text), .init(indicator.target?.relation),
        .decimal(indicator.target?.number), .init(indicator.target?.unit),
        .init(indicator.actual?.text), .decimal(indicator.actual?.number),
        .measure(indicator.weight), .measure(indicator.score), .init(indicator.deviation),
        .init(indicator.overallTarget?.text), .decimal(indicator.overallTarget?.number),
        .init(indicator.remark), .init(Self.lines(indicator.further)),
      ]
    }
  }
}
