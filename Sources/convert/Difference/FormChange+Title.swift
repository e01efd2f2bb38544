internal import Forms
internal import IR

extension FormChange {
  /// What changed, for a person: the title of a field, or the names of what it is a value of and its column.
  func title(_ language: Language) -> String {
    var parts = pointer.split(separator: "/")
    let isText = parts.last == "text"
    if isText { parts.removeLast() }
    guard let last = parts.last else { return pointer }
    if Int(last) == nil, !items.isEmpty {
      let member = Self.title(ofMember: last)?(language) ?? String(last)
      return (items + [member]).joined(separator: "：")
    }
    // The text of a further field, or of a cell, is all it says.
    if isText, !items.isEmpty { return items.joined(separator: "：") }
    if let element = Self.title(ofElement: parts) {
      return (items + [element(language)]).joined(separator: "：")
    }
    for count in (1...parts.count).reversed() {
      let key = parts.prefix(count).joined(separator: "/")
      if let field = FieldKey(rawValue: key) { return field.title(language) }
    }
    return (Self.titles[pointer] ?? Self.titles["/\(parts[0])"])?(language) ?? pointer
  }

  /// What an element of a list is, that only one of the forms has.
  private static func title(ofElement parts: [Substring]) -> LocalizedText? {
    switch (parts[0], parts.dropLast().last) {
    case (_, "indicators"): LocalizedText(en: "indicator", zh: "指标")
    case (_, "components"): LocalizedText(en: "sub-project", zh: "子项目")
    case ("funding", "rows"): LocalizedText(en: "row of funding", zh: "资金行")
    case (_, "rows"): LocalizedText(en: "row", zh: "行")
    case (_, "furtherTables"): LocalizedText(en: "further table", zh: "其他表")
    default: nil
    }
  }

  private static func title(ofMember key: Substring) -> LocalizedText? {
    switch key {
    case "level1": LocalizedText(en: "level 1", zh: "一级指标")
    case "level2": LocalizedText(en: "level 2", zh: "二级指标")
    case "name": LocalizedText(en: "name", zh: "名称")
    case "overallTarget": LocalizedText(en: "overall target", zh: "实施期指标值")
    case "target": LocalizedText(en: "target", zh: "指标值")
    case "actual": LocalizedText(en: "actual", zh: "实际完成值")
    case "weight": LocalizedText(en: "weight", zh: "分值")
    case "score": LocalizedText(en: "score", zh: "得分")
    case "deviation": LocalizedText(en: "deviation", zh: "偏差原因")
    case "remark": LocalizedText(en: "remark", zh: "备注")
    case "amount": LocalizedText(en: "amount", zh: "金额")
    case "initialBudget": LocalizedText(en: "initial budget", zh: "年初预算数")
    case "annualBudget": LocalizedText(en: "annual budget", zh: "全年预算数")
    case "executed": LocalizedText(en: "executed", zh: "全年执行数")
    case "executionRate": LocalizedText(en: "execution rate", zh: "执行率")
    case "label": LocalizedText(en: "label", zh: "标签")
    default: nil
    }
  }

  private static let titles: [String: LocalizedText] = [
    "/type": LocalizedText(en: "kind of form", zh: "表的类型"),
    "/layout": LocalizedText(en: "layout", zh: "版式"),
    "/title": LocalizedText(en: "title", zh: "标题"),
    "/year": LocalizedText(en: "year", zh: "年度"),
    "/funding/unit": LocalizedText(en: "unit of amounts", zh: "金额单位"),
    "/total/weight/text": LocalizedText(en: "total weight", zh: "总分（分值）"),
    "/unplaced": LocalizedText(en: "text that has no place", zh: "未归位的文字"),
    "/emptyLevels": LocalizedText(en: "level without indicators", zh: "无指标的级别"),
    "/total/score/text": LocalizedText(en: "total score", zh: "总分（得分）"),
  ]
}
