internal import IR

/// Says for people which value a pointer of the appendix stands for.
enum AppendixLabel {
  /// What a pointer stands for, such as 第 3 条指标 二级指标.
  static func text(of pointer: String) -> String {
    var parts = pointer.split(separator: "/").map { JSONPointer.unescaped($0) }[...]
    guard let first = parts.first else { return "" }
    if first == "carried" {
      parts.removeFirst()
      return parts.isEmpty ? "原表" : "原表 " + text(of: parts)
    }
    return text(of: parts)
  }

  private static func text(of parts: ArraySlice<String>) -> String {
    guard let first = parts.first else { return "" }
    let rest = parts.dropFirst()
    if let key = rest.first.flatMap({ FieldKey(rawValue: first + "/" + $0) }) {
      return ([key.title.chinese] + members(rest.dropFirst())).joined(separator: " ")
    }
    return ([members[first] ?? first] + members(rest)).joined(separator: " ")
  }

  private static func members(_ parts: ArraySlice<String>) -> [String] {
    parts.compactMap { part in
      if part == "text" { return nil }
      if let number = Int(part) { return "第 \(number + 1) 项" }
      return members[part] ?? part
    }
  }

  private static let members = [
    "actual": "实际完成值", "amount": "金额", "annualBudget": "全年预算数", "blank": "空白栏",
    "cells": "格", "checked": "是否勾选", "components": "子项目", "date": "日期", "deviation": "偏差原因",
    "emptyLevels": "无指标的级别", "executed": "全年执行数", "executionRate": "执行率",
    "funding": "资金", "further": "其他栏", "furtherTables": "其他表", "index": "原序号", "indicators": "指标",
    "initialBudget": "年初预算数",
    "key": "代码", "label": "标签", "layout": "版式", "level1": "一级指标", "level2": "二级指标",
    "name": "名称", "number": "数值", "outside": "表外文字", "overallTarget": "实施期指标值",
    "printed": "原写法", "relation": "关系", "remark": "备注",
    "rows": "行", "score": "得分", "supplied": "补充的值", "target": "指标值", "title": "标题",
    "total": "总分", "type": "类型", "unit": "单位", "unplaced": "未归位的文字", "weight": "分值",
    "year": "年度",
  ]
}
