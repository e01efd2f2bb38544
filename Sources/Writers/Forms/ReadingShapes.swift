internal import IR

/// The shapes of values that are written as printed and as read.
enum ReadingShapes {
  /// A date.
  static let date = ObjectShape<DateReading>(
    "date", "A date as printed, and as read.",
    [
      .init("text", .text, "The date as printed.", isRequired: true) { $0.text },
      .init(
        "date", .string(.string(matching: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")),
        "The date in ISO 8601 with the printed precision."
      ) { $0.date },
    ])

  /// An amount of money.
  static let amount = ObjectShape<Amount>(
    "amount", "An amount of money as printed, and as read.",
    [
      .init("text", .text, "The amount as printed.", isRequired: true) { $0.text },
      .init("amount", .decimal, "The amount as an exact decimal.") { $0.amount },
    ])

  /// A target, an actual value, a weight, a score or a rate.
  static let measure = ObjectShape<Measure>(
    "measure", "A value as printed, and as read.",
    [
      .init("text", .text, "The value as printed.", isRequired: true) { $0.text },
      .init("relation", .string(.oneOf(["=", "≥", "≤", ">", "<", "≠"])), "The relation.") {
        $0.relation
      },
      .init("number", .decimal, "The number as an exact decimal.") { $0.number },
      .init("unit", .text, "The unit without parentheses.") { $0.unit },
    ])

  /// One check box and its label.
  static let option = ObjectShape<Option>(
    "option", "One option of a field with check boxes.",
    [
      .init("label", .text, "The text beside the box.", isRequired: true) { $0.label },
      .init("checked", .boolean, "Whether the box is ticked.", isRequired: true) {
        $0.isChecked
      },
    ])
}
