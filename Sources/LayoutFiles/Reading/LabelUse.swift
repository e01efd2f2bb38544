internal import Forms
internal import IR

/// What a label of a layout stands for.
enum LabelUse: Hashable {
  case title
  case field(FieldKey)
  case caption
  case componentName
  case componentAmount
  /// A row of the funding table, by its key.
  case fundingRow(String)
  case fundingColumn(Layout.FundingColumn)
  case column(Layout.Column)
  /// A level-1 label, by the number of its group.
  case group(Int, label: String)
  /// A level-2 label, by the numbers of its group and in it.
  case level2(group: Int, number: Int, label: String)
  case total

  /// Whether it stands above the indicators, not in their table.
  private var isAboveIndicators: Bool {
    switch self {
    case .title, .field, .caption, .componentName, .componentAmount, .fundingRow, .fundingColumn:
      true
    case .column, .group, .level2, .total: false
    }
  }

  /// Whether recognition tells by the place of a label whether it stands for one or the other.
  ///
  /// Two fields are told apart by their sides of one printed row, level labels by the column they
  /// stand in and by the level-1 label beside them.
  func isTold(from other: LabelUse, in layout: Layout) -> Bool {
    // A title begins a form wherever it stands.
    if self != other, self == .title || other == .title { return false }
    guard self != other, isAboveIndicators == other.isAboveIndicators else { return true }
    switch (self, other) {
    case (.field(let one), .field(let other)): return Self.areSides(one, other, of: layout)
    case (.group, .level2), (.level2, .group): return true
    case (.level2(let one, _, _), .level2(let other, _, _)): return one != other
    default: return false
    }
  }

  /// Whether two fields stand in one printed row, in the order of the layout's fields.
  private static func areSides(_ one: FieldKey, _ other: FieldKey, of layout: Layout) -> Bool {
    let order = layout.fields.map(\.key).filter { $0 == one || $0 == other }
    return layout.printedRows.contains { row in
      row.filter { $0 == one || $0 == other } == order
    }
  }

  /// What it is called in messages.
  var title: LocalizedText {
    switch self {
    case .title: LocalizedText(en: "a title", zh: "标题")
    case .field(let key):
      LocalizedText(en: "field '\(key.rawValue)'", zh: "栏目「\(key.rawValue)」")
    case .caption: LocalizedText(en: "a caption", zh: "说明性标签（captions）")
    case .componentName:
      LocalizedText(en: "the names of sub-projects", zh: "子项目名称列")
    case .componentAmount:
      LocalizedText(en: "the amounts of sub-projects", zh: "子项目金额列")
    case .fundingRow(let key):
      LocalizedText(en: "row '\(key)' of the funding table", zh: "资金表的行「\(key)」")
    case .fundingColumn(let column):
      LocalizedText(
        en: "column '\(Words<Layout.FundingColumn>.fundingColumns.word(for: column))' "
          + "of the funding table",
        zh: "资金表的列「\(Words<Layout.FundingColumn>.fundingColumns.word(for: column))」")
    case .column(let column):
      LocalizedText(
        en: "column '\(Words<Layout.Column>.columns.word(for: column))' of the indicators",
        zh: "指标表的列「\(Words<Layout.Column>.columns.word(for: column))」")
    case .group(_, let label):
      LocalizedText(en: "level-1 label '\(label)'", zh: "一级标签「\(label)」")
    case .level2(_, _, let label):
      LocalizedText(en: "level-2 label '\(label)'", zh: "二级标签「\(label)」")
    case .total: LocalizedText(en: "the row of totals", zh: "合计行")
    }
  }
}
