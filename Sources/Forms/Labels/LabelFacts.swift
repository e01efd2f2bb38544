internal import IR

/// What layouts and rows are told by, of a label in one layout.
struct LabelFacts: Sendable {
  /// Whether the layout knows it, and whether the layout itself prints it so.
  var isKnown = false
  var isOwnWording = false
  /// How many columns it may be the header of, the caption and the numbers aside.
  var headerCount = 0
  /// Whether it heads a column of the funding table that no indicator table has.
  var isFundingHeader = false
  /// Whether it is the caption of the whole block.
  var isCaption = false
  /// Whether it is the caption of a block of fields or the label of a goal, merged down over rows.
  var isOfBlock = false
  /// Whether it begins the row of totals.
  var isTotal = false
  /// Whether it is the label of the remarks.
  var isRemarks = false
  /// Whether it is the label of the project's name, or of any field.
  var isName = false
  var isProjectField = false
  /// Whether it is the label of any field but the remarks, which head columns of other tables.
  var isFormField = false
  /// Whether it is a label of level 1 or 2.
  var isLevel = false

  /// The facts of a text that is no label.
  init() {}

  /// Gathers the facts from what a label stands for.
  init(_ meanings: ArraySlice<Meaning>, isOwnWording: Bool) {
    isKnown = !meanings.isEmpty
    self.isOwnWording = isOwnWording
    for meaning in meanings {
      switch meaning {
      case .column(.level1), .column(.level2), .column(.name), .column(.target), .column(.actual):
        headerCount += 1
      case .column(.caption): isCaption = true
      case .caption: isOfBlock = true
      case .fundingColumn(.initialBudget), .fundingColumn(.annualBudget): isFundingHeader = true
      case .total: isTotal = true
      case .field(let key):
        isProjectField = isProjectField || key.section == .project
        isRemarks = isRemarks || key == .remarks
        isName = isName || key == .name
        isFormField = isFormField || key != .remarks
        isOfBlock = isOfBlock || key.isGoal
      case .group, .state: isLevel = true
      default: break
      }
    }
  }
}
