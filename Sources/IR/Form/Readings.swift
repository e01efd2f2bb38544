/// A date as printed, and as read.
public struct DateReading: Sendable, Hashable {
  /// The text as printed.
  public var text: String
  /// The date in ISO 8601 with the printed precision: `2019`, `2019-01` or `2019-01-01`.
  public var date: String?

  /// Creates a date.
  public init(text: String, date: String? = nil) {
    self.text = text
    self.date = date
  }
}

/// An amount of money as printed, and as read.
public struct Amount: Sendable, Hashable {
  /// The text as printed.
  public var text: String
  /// The number as an exact decimal without grouping, such as `9100024.2`.
  public var amount: String?
  /// The unit that is printed behind the number, such as `万元`; `nil` where there is none and the amount
  /// is in the unit of its table.
  public var unit: String?

  /// Creates an amount.
  public init(text: String, amount: String? = nil, unit: String? = nil) {
    self.text = text
    self.amount = amount
    self.unit = unit
  }
}

/// A target, an actual value, a weight, a score or a rate as printed, and as read.
///
/// There is a reading only when the whole text is a relation, a number and a unit, of which the
/// relation and the unit may be missing.
public struct Measure: Sendable, Hashable {
  /// The text as printed.
  public var text: String
  /// `=`, `≥`, `≤`, `>`, `<` or `≠`.
  public var relation: String?
  /// The number as an exact decimal without grouping, with the printed number of decimals.
  public var number: String?
  /// The unit without parentheses.
  public var unit: String?

  /// Creates a measure.
  public init(
    text: String, relation: String? = nil, number: String? = nil, unit: String? = nil
  ) {
    self.text = text
    self.relation = relation
    self.number = number
    self.unit = unit
  }
}

/// One option of a field with check boxes.
public struct Option: Sendable, Hashable {
  /// The text beside the box.
  public var label: String
  /// Whether the box is ticked.
  public var isChecked: Bool

  /// Creates an option.
  public init(label: String, isChecked: Bool) {
    self.label = label
    self.isChecked = isChecked
  }
}
