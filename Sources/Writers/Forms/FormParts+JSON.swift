internal import IR

extension Component: JSONObject {
  static var definitionName: String { "component" }
  static var definitionText: String { "A sub-project and its share of this year's budget." }
  static var example: Component { Component() }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.object("amount", amount, "The amount.")
    visitor.text("name", name, "The name.")
  }
}

extension FundingRow: JSONObject {
  static var definitionName: String { "fundingRow" }
  static var definitionText: String { "One row of the funding table of a self-evaluation." }
  static var example: FundingRow { FundingRow(key: "", label: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.object("annualBudget", annualBudget, "The adjusted budget (全年预算数).")
    visitor.text(
      "deviation", deviation, "The reason for a deviation and what is done about it (偏差原因).")
    visitor.object("executed", executed, "What was spent (全年执行数).")
    visitor.object("executionRate", executionRate, "The execution rate (执行率).")
    visitor.object("initialBudget", initialBudget, "The initial budget (年初预算数).")
    visitor.text(
      "key", key, "What the row is about, such as `annualTotal`.", isRequired: true)
    visitor.text("label", label, "The label as printed.")
    visitor.object("score", score, "The score (得分).")
    visitor.object("weight", weight, "The weight (分值).")
  }
}

extension Indicator: JSONObject {
  static var definitionName: String { "indicator" }
  static var definitionText: String { "One indicator." }
  static var example: Indicator { Indicator() }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitFirstMembers(&visitor)
    visitOtherMembers(&visitor)
  }

  /// The members whose keys come before `index`, which a carried indicator has besides.
  func visitFirstMembers(_ visitor: inout some MemberVisitor) {
    visitor.object("actual", actual, "The actual value (实际完成值).")
    visitor.text(
      "deviation", deviation,
      "The reason for a deviation and what is done about it (偏差原因分析及改进措施).")
    visitor.objects(
      "further", further,
      "What further columns say of it that the layout does not have (完成率, 评分标准 …).")
  }

  /// The members whose keys come after `index`.
  func visitOtherMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("level1", level1, "The level-1 label (一级指标).")
    visitor.text("level2", level2, "The level-2 label (二级指标).")
    visitor.text("name", name, "The name (三级指标).")
    visitor.object(
      "overallTarget", overallTarget,
      "The target of the whole project (实施期指标值), printed beside that of the year.")
    visitor.text("remark", remark, "What a declaration says of the indicator besides (备注).")
    visitor.object("score", score, "The score (得分).")
    visitor.object("target", target, "The target (指标值).")
    visitor.object("weight", weight, "The weight (分值).")
  }
}

extension LabelledText: JSONObject {
  static var definitionName: String { "labelledText" }
  static var definitionText: String { "A text and the label it is printed under." }
  static var example: LabelledText { LabelledText(label: "", text: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("label", label, "The label as printed.", isRequired: true)
    visitor.text("text", text, "The text; left out where nothing stands beside the label.")
  }
}

extension FurtherTable: JSONObject {
  static var definitionName: String { "furtherTable" }
  static var definitionText: String { "A table that the layout does not have, such as 年度主要任务." }
  static var example: FurtherTable { FurtherTable(label: "", rows: []) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("label", label, "The label beside or above it, as printed.")
    visitor.objects("rows", rows, "Its rows, from top to bottom.", isRequired: true)
  }
}

extension FurtherTable.Row: JSONObject {
  static var definitionName: String { "furtherRow" }
  static var definitionText: String { "A row of a table that the layout does not have." }
  static var example: FurtherTable.Row { FurtherTable.Row(cells: []) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.objects(
      "cells", cells,
      "Its cells, from left to right, each with the header above it; a header in two parts has a / between them.",
      isRequired: true)
  }
}

extension Total: JSONObject {
  static var definitionName: String { "total" }
  static var definitionText: String { "The row of totals of a self-evaluation." }
  static var example: Total { Total() }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.object("score", score, "The sum of the scores.")
    visitor.object("weight", weight, "The sum of the weights.")
  }
}

extension EmptyLevel: JSONObject {
  static var definitionName: String { "emptyLevel" }
  static var definitionText: String { "A level label printed without any indicator." }
  static var example: EmptyLevel { EmptyLevel(level1: nil, level2: nil) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("level1", level1, "The level-1 label.")
    visitor.text("level2", level2, "The level-2 label.")
  }
}
