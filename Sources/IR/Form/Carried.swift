/// What a form of another layout said that has no place in the layout it was brought into, and
/// what its values were printed as: enough to go back.
public struct Carried: Sendable, Hashable {
  /// The identifier of the layout the form was printed in.
  public var layout: String
  /// The title as printed there.
  public var title: String?
  /// The fields without a place, in the order of ``FieldKey/allCases``.
  public var fields: [Field]
  /// The unit amounts were printed in, where it has no place.
  public var fundingUnit: String?
  /// The sub-projects.
  public var components: [Component]
  /// The rows of the funding table.
  public var fundingRows: [FundingRow]
  /// The indicators without a place, with their numbers in the original list.
  public var indicators: [CarriedIndicator]
  /// The original number of each indicator of the new form, where the levels do not tell it.
  public var order: [Int]
  /// The row of totals.
  public var total: Total?
  /// Pointers of fields without a place whose label was printed and whose value was empty.
  public var blank: [String]
  /// Level labels without a place that were printed without any indicator.
  public var emptyLevels: [EmptyLevel]
  /// What every value that was reformatted was printed as.
  public var printed: [PrintedValue]
  /// The pointers of the values that were not in the form but supplied by a person.
  public var supplied: [String]

  /// Creates what a form of a layout carries: nothing yet.
  public init(layout: String) {
    self.layout = layout
    fields = []
    components = []
    fundingRows = []
    indicators = []
    order = []
    blank = []
    emptyLevels = []
    printed = []
    supplied = []
  }
}

/// An indicator without a place in the layout of its form.
public struct CarriedIndicator: Sendable, Hashable {
  /// Its number in the original list, from 0.
  public var index: Int
  /// The indicator.
  public var indicator: Indicator

  /// Creates an indicator with its number.
  public init(index: Int, indicator: Indicator) {
    self.index = index
    self.indicator = indicator
  }
}

/// What a reformatted value was printed as.
public struct PrintedValue: Sendable, Hashable {
  /// The pointer of the value from the form, such as `/project/start`.
  public var pointer: String
  /// The text as printed.
  public var text: String

  /// Creates a printed text.
  public init(pointer: String, text: String) {
    self.pointer = pointer
    self.text = text
  }
}
