public import IR

/// A declarative description of one form layout.
///
/// It says which labels a form prints, what each stands for, and how its blocks are made up; the
/// recogniser reads forms by it and the renderer draws them by it. A new province's layout is data
/// of this shape, not code.
public struct Layout: Sendable {
  /// The identifier that appears in the JSON, such as `2024`.
  public var id: String
  /// What a form of this layout is for.
  public var kind: Form.Kind
  /// What the layout is, for people.
  public var summary: LocalizedText
  /// The titles forms of this layout are printed under.
  public var titles: [String]
  /// The fields with one value each.
  public var fields: [FieldSpec]
  /// The fields of each printed row above the indicators, from left to right.
  public var printedRows: [[FieldKey]]
  /// Labels that say what a block is about and have no value of their own.
  public var captions: [String]
  /// The table of sub-projects, where the layout has one.
  public var components: ComponentSpec?
  /// The funding table of a self-evaluation, where the layout has one.
  public var fundingTable: FundingTableSpec?
  /// The columns of the indicator table, from left to right.
  public var columns: [ColumnSpec]
  /// The columns of values that some forms print besides, at the place of their header.
  public var optionalColumns: [ColumnSpec]
  /// The levels of the indicators.
  public var taxonomy: Taxonomy
  /// The labels of the row of totals.
  public var totals: [String]
  /// How a form is drawn; `nil` for what follows from the other members.
  public var print: Print?

  /// Creates a layout.
  ///
  /// - Parameters:
  ///   - id: The identifier that appears in the JSON.
  ///   - kind: What a form of this layout is for.
  ///   - summary: What the layout is, for people.
  ///   - titles: The titles forms of this layout are printed under.
  ///   - fields: The fields with one value each.
  ///   - printedRows: The fields of each printed row above the indicators.
  ///   - captions: Labels that have no value of their own.
  ///   - components: The table of sub-projects, if any.
  ///   - fundingTable: The funding table of a self-evaluation, if any.
  ///   - columns: The columns of the indicator table, from left to right.
  ///   - optionalColumns: The columns of values that some forms print besides.
  ///   - taxonomy: The levels of the indicators.
  ///   - totals: The labels of the row of totals.
  ///   - print: How a form is drawn, if that does not follow from the rest.
  public init(
    id: String, kind: Form.Kind, summary: LocalizedText, titles: [String], fields: [FieldSpec],
    printedRows: [[FieldKey]], captions: [String], components: ComponentSpec? = nil,
    fundingTable: FundingTableSpec? = nil, columns: [ColumnSpec],
    optionalColumns: [ColumnSpec] = [], taxonomy: Taxonomy, totals: [String], print: Print? = nil
  ) {
    self.id = id
    self.kind = kind
    self.summary = summary
    self.titles = titles
    self.fields = fields
    self.printedRows = printedRows
    self.captions = captions
    self.components = components
    self.fundingTable = fundingTable
    self.columns = columns
    self.optionalColumns = optionalColumns
    self.taxonomy = taxonomy
    self.totals = totals
    self.print = print
  }

  /// The columns of the layout and the optional ones, each of these left of the first column that
  /// comes behind it by ``Column``.
  public var allColumns: [ColumnSpec] {
    optionalColumns.reduce(into: columns) { columns, optional in
      let next = columns.firstIndex { $0.key > optional.key }
      columns.insert(optional, at: next ?? columns.count)
    }
  }

  /// Whether a column is printed by some forms only.
  public func isOptional(_ column: Column) -> Bool {
    optionalColumns.contains { $0.key == column }
  }

  /// The columns that a form with some indicators prints: an optional one only where it has a
  /// value.
  func columns(for indicators: [Indicator]) -> [ColumnSpec] {
    allColumns.filter { column in
      !isOptional(column.key) || indicators.contains { $0.text(of: column.key) != nil }
    }
  }

  /// The columns that a funding table with some rows prints: those of the layout, and last the reasons for
  /// deviations, under the label they have in the indicators, where a row has one.
  func fundingColumns(for rows: [FundingRow]) -> [(key: FundingColumn, labels: [String])] {
    let printed = fundingTable?.columns ?? []
    guard rows.contains(where: { $0.deviation != nil }),
      !printed.contains(where: { $0.key == .deviation })
    else { return printed }
    let labels = columns.first { $0.key == .deviation }?.labels ?? ["偏差原因"]
    return printed + [(.deviation, labels)]
  }

  /// A field and the labels it is printed under.
  public struct FieldSpec: Sendable {
    /// Which field.
    public var key: FieldKey
    /// The labels, the layout's own first.
    public var labels: [String]
    /// Where its value stands.
    public var place: Place
    /// Whether a form without its value is not complete.
    public var isRequired: Bool

    /// Where the value of a field stands.
    public enum Place: Sendable {
      /// To the right of its label.
      case beside
      /// Beside its label, or in the rows below it when its row holds labels alone.
      case below
    }

    /// Creates a field.
    public init(
      _ key: FieldKey, _ labels: [String], place: Place = .beside, isRequired: Bool = false
    ) {
      self.key = key
      self.labels = labels
      self.place = place
      self.isRequired = isRequired
    }
  }

  /// The table of sub-projects.
  public struct ComponentSpec: Sendable {
    /// The labels of the column of names.
    public var name: [String]
    /// The labels of the column of amounts.
    public var amount: [String]

    /// Creates a table from the labels of its columns.
    public init(name: [String], amount: [String]) {
      self.name = name
      self.amount = amount
    }
  }

  /// The funding table of a self-evaluation: amounts by row, kinds of amounts by column.
  public struct FundingTableSpec: Sendable {
    /// The rows, by the key they have in the JSON.
    public var rows: [(key: String, labels: [String])]
    /// The rows that some forms print besides, in any place.
    public var optionalRows: [(key: String, labels: [String])]
    /// The columns, from left to right.
    public var columns: [(key: FundingColumn, labels: [String])]

    /// Creates a table from the labels of its rows and columns.
    public init(
      rows: [(key: String, labels: [String])],
      optionalRows: [(key: String, labels: [String])] = [],
      columns: [(key: FundingColumn, labels: [String])]
    ) {
      self.rows = rows
      self.optionalRows = optionalRows
      self.columns = columns
    }

    /// The rows, the optional ones last.
    public var allRows: [(key: String, labels: [String])] { rows + optionalRows }
  }

  /// A column of the funding table.
  public enum FundingColumn: Sendable, Hashable, CaseIterable {
    case initialBudget, annualBudget, executed, weight, executionRate, score
    /// The reasons for deviations, which are texts.
    case deviation

    /// Its key in the canonical JSON, and its word in layout files.
    package var jsonKey: String {
      switch self {
      case .initialBudget: "initialBudget"
      case .annualBudget: "annualBudget"
      case .executed: "executed"
      case .weight: "weight"
      case .executionRate: "executionRate"
      case .score: "score"
      case .deviation: "deviation"
      }
    }
  }

  /// A column of the indicator table.
  public struct ColumnSpec: Sendable {
    /// What the column holds.
    public var key: Column
    /// The labels of its header.
    public var labels: [String]

    /// Creates a column.
    public init(_ key: Column, _ labels: [String]) {
      self.key = key
      self.labels = labels
    }
  }

  /// What a column of the indicator table holds.
  public enum Column: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// The caption of the whole block (绩效指标), merged over all its rows.
    case caption
    case level1, level2, name, overallTarget, target, actual, weight, score, deviation, remark

    /// Orders columns from left to right.
    public static func < (left: Column, right: Column) -> Bool { left.rawValue < right.rawValue }

    /// Its key in the canonical JSON, and its word in layout files.
    package var jsonKey: String {
      switch self {
      case .caption: "caption"
      case .level1: "level1"
      case .level2: "level2"
      case .name: "name"
      case .overallTarget: "overallTarget"
      case .target: "target"
      case .actual: "actual"
      case .weight: "weight"
      case .score: "score"
      case .deviation: "deviation"
      case .remark: "remark"
      }
    }
  }
}
