public import IR

/// How a form of one layout becomes a form of another: data, like a ``Layout``.
///
/// What no rule names has no place in the target: it is carried, so that the way back gives the
/// original form again.
public struct LayoutMapping: Sendable {
  /// The identifier of the layout forms come from.
  public var source: String
  /// The identifier of the layout they go to.
  public var target: String
  /// The title forms of the target are printed under.
  public var title: String
  /// The fields that have a place in the target.
  public var fields: [FieldRule]
  /// The fields of the target that are printed and stay empty, since the source has none of them.
  public var absent: [FieldKey]
  /// The levels that have a place in the target; `nil` where both layouts have the same.
  public var levels: [LevelRule]?
  /// How targets of indicators are printed.
  public var targets: TargetStyle

  /// Creates a mapping.
  public init(
    from source: String, to target: String, title: String, fields: [FieldRule],
    absent: [FieldKey], levels: [LevelRule]?, targets: TargetStyle
  ) {
    self.source = source
    self.target = target
    self.title = title
    self.fields = fields
    self.absent = absent
    self.levels = levels
    self.targets = targets
  }

  /// A field and its place in the target.
  public struct FieldRule: Sendable {
    /// The field in the source.
    public var source: FieldKey
    /// The field in the target.
    public var target: FieldKey
    /// How its value is printed there.
    public var style: FieldStyle

    /// Creates a rule.
    public init(_ source: FieldKey, to target: FieldKey, _ style: FieldStyle = .asPrinted) {
      self.source = source
      self.target = target
      self.style = style
    }
  }

  /// How a value is printed in the target.
  public enum FieldStyle: String, Sendable, Hashable, CaseIterable {
    /// As it is.
    case asPrinted = "as-printed"
    /// As an ISO date; a year or a month means its first day.
    case firstDay = "first-day"
    /// As an ISO date; a year or a month means its last day.
    case lastDay = "last-day"
    /// With grouping and at least two decimals.
    case groupedAmount = "grouped-amount"
    /// The label of the one option that is ticked.
    case tickedOption = "ticked-option"
    /// Without `（盖章）` at its end, the place of a stamp.
    case withoutStamp = "without-stamp"
  }

  /// A pair of levels and its place in the target.
  public struct LevelRule: Sendable {
    /// The levels in the source.
    public var source: Levels
    /// The levels in the target.
    public var target: Levels

    /// Creates a rule.
    public init(_ source: Levels, to target: Levels) {
      self.source = source
      self.target = target
    }
  }

  /// A level-1 label and a level-2 label of a taxonomy.
  public struct Levels: Sendable, Hashable {
    /// The level-1 label.
    public var level1: String
    /// The level-2 label.
    public var level2: String

    /// Creates a pair.
    public init(_ level1: String, _ level2: String) {
      self.level1 = level1
      self.level2 = level2
    }
  }

  /// How the targets of indicators are printed.
  public enum TargetStyle: String, Sendable, Hashable, CaseIterable {
    /// As they are.
    case asPrinted = "as-printed"
    /// The relation, the number, and the unit in parentheses: `≥98(%)`.
    case unitInParentheses = "unit-in-parentheses"
  }
}
