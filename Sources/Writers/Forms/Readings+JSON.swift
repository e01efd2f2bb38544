internal import IR

extension DateReading: JSONObject {
  static var definitionName: String { "date" }
  static var definitionText: String { "A date as printed, and as read." }
  static var example: DateReading { DateReading(text: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text(
      "date", date, "The date in ISO 8601 with the printed precision.",
      as: .string(matching: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
    visitor.text("text", text, "The date as printed.", isRequired: true)
  }
}

extension Amount: JSONObject {
  static var definitionName: String { "amount" }
  static var definitionText: String { "An amount of money as printed, and as read." }
  static var example: Amount { Amount(text: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("amount", amount, "The amount as an exact decimal.", as: .decimal)
    visitor.text("text", text, "The amount as printed.", isRequired: true)
    visitor.text(
      "unit", unit, "The unit printed behind it; without one it is in the unit of its table.")
  }
}

extension Measure: JSONObject {
  static var definitionName: String { "measure" }
  static var definitionText: String { "A value as printed, and as read." }
  static var example: Measure { Measure(text: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("number", number, "The number as an exact decimal.", as: .decimal)
    visitor.text(
      "relation", relation, "The relation.", as: .oneOf(["=", "≥", "≤", ">", "<", "≠"]))
    visitor.text("text", text, "The value as printed.", isRequired: true)
    visitor.text("unit", unit, "The unit without parentheses.")
  }
}

extension Option: JSONObject {
  static var definitionName: String { "option" }
  static var definitionText: String { "One option of a field with check boxes." }
  static var example: Option { Option(label: "", isChecked: false) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.boolean("checked", isChecked, "Whether the box is ticked.")
    visitor.text("label", label, "The text beside the box.", isRequired: true)
  }
}
