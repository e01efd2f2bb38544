internal import IR

/// What a label stands for in one layout.
enum Meaning: Hashable, Sendable {
  /// A field; its value stands beside or below.
  case field(FieldKey)
  /// The caption of a block.
  case caption
  /// The header of the column of sub-project names.
  case componentName
  /// The header of the column of sub-project amounts.
  case componentAmount
  /// A row of the funding table, by its number.
  case fundingRow(Int)
  /// The header of a column of the funding table.
  case fundingColumn(Layout.FundingColumn)
  /// The header of a column of the indicator table.
  case column(Layout.Column)
  /// A level-1 label, by the number of its group.
  case group(Int)
  /// A level-2 label, by the number of its state.
  case state(Int)
  /// The row of totals.
  case total
}

extension Meaning {
  /// The field it is the label of.
  var field: FieldKey? { if case .field(let key) = self { key } else { nil } }

  /// Whether it is a level of indicators.
  var isLevel: Bool {
    switch self {
    case .group, .state: true
    default: false
    }
  }
}
