internal import IR

/// What layouts and rows are told by, of a label in one layout or in several.
struct LabelFacts: OptionSet, Sendable {
  var rawValue: UInt32

  /// A layout knows it, and the layout itself prints it so.
  static let known = LabelFacts(bit: 0)
  static let ownWording = LabelFacts(bit: 1)
  /// It may be the header of one of these columns.
  static let level1Header = LabelFacts(bit: 2)
  static let level2Header = LabelFacts(bit: 3)
  static let nameHeader = LabelFacts(bit: 4)
  static let targetHeader = LabelFacts(bit: 5)
  static let actualHeader = LabelFacts(bit: 6)
  /// It heads a column of the funding table that no indicator table has.
  static let fundingHeader = LabelFacts(bit: 7)
  /// It is the caption of all indicators.
  static let caption = LabelFacts(bit: 8)
  /// It is the caption of a block of fields or the label of a goal, merged down over rows.
  static let block = LabelFacts(bit: 9)
  /// It begins the row of totals.
  static let total = LabelFacts(bit: 10)
  /// It is the label of the remarks.
  static let remarks = LabelFacts(bit: 11)
  /// It is the label of the project's name, or of another field of the project.
  static let name = LabelFacts(bit: 12)
  static let projectField = LabelFacts(bit: 13)
  /// It is the label of any field but the remarks, which head columns of other tables.
  static let formField = LabelFacts(bit: 14)
  /// It is a label of level 1 or 2.
  static let level = LabelFacts(bit: 15)
  /// It is a label of level 1.
  static let group = LabelFacts(bit: 16)
  /// It stands for something that is no level.
  static let otherThanLevel = LabelFacts(bit: 17)
  /// It says in a self-evaluation what was reached.
  static let reached = LabelFacts(bit: 18)
  /// It may stand above the indicators: of a field, of the money, of sub-projects, or a caption.
  static let aboveIndicators = LabelFacts(bit: 19)
  /// It may be the header of a column of the indicators.
  static let columnHeader = LabelFacts(bit: 20)

  private static let headers: LabelFacts = [
    .level1Header, .level2Header, .nameHeader, .targetHeader, .actualHeader,
  ]

  /// How many columns of the indicators it may be the header of.
  var headerCount: Int { intersection(.headers).rawValue.nonzeroBitCount }

  private init(bit: UInt32) { rawValue = 1 << bit }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a label is told by that stands for something.
  init(_ meaning: Meaning) {
    self = meaning.isLevel ? [.known, .level] : [.known, .otherThanLevel]
    switch meaning {
    case .column(let column): formUnion(Self.header(of: column).union(.columnHeader))
    case .total: insert(.total)
    case .group: insert(.group)
    case .state: break
    case .caption: formUnion([.aboveIndicators, .block])
    case .field(let key): formUnion(Self.label(of: key).union(.aboveIndicators))
    case .fundingColumn(let column): formUnion(Self.header(of: column).union(.aboveIndicators))
    case .componentName, .componentAmount, .fundingRow: insert(.aboveIndicators)
    }
  }

  private static func label(of key: FieldKey) -> LabelFacts {
    var facts: LabelFacts = key == .remarks ? .remarks : .formField
    if key.section == .project { facts.insert(.projectField) }
    if key == .name { facts.insert(.name) }
    if key.isGoal { facts.insert(.block) }
    if key == .actualGoal { facts.insert(.reached) }
    return facts
  }

  private static func header(of column: Layout.FundingColumn) -> LabelFacts {
    switch column {
    case .initialBudget, .annualBudget: .fundingHeader
    case .executed: .reached
    case .weight, .executionRate, .score, .deviation: []
    }
  }

  private static func header(of column: Layout.Column) -> LabelFacts {
    switch column {
    case .caption: .caption
    case .level1: .level1Header
    case .level2: .level2Header
    case .name: .nameHeader
    case .target: .targetHeader
    case .actual: [.actualHeader, .reached]
    case .score: .reached
    case .overallTarget, .weight, .deviation, .remark: []
    }
  }
}
