internal import IR

/// Tells the values that would be taken for something else where they stand in a form: for a
/// label, a title, the year, the unit of amounts, or a foot row.
struct Lookalikes {
  private let vocabulary: Vocabulary
  private let layout: Int

  /// Looks out for the labels of layouts, and for what a layout's labels may be misread as.
  init(_ vocabulary: Vocabulary, layout: Int) {
    self.vocabulary = vocabulary
    self.layout = layout
  }

  /// Whether a value would be taken for something else.
  func contains(_ text: String) -> Bool {
    let key = LabelKey.key(of: text)
    guard !key.isEmpty else { return false }
    if vocabulary.isTitle(key[...]) || TitleRule.year(ofLine: key[...]) != nil
      || UnitCaption.unit(ofLine: key[...]) != nil || key[...].starts(with: AppendixTable.titleKey)
    {
      return true
    }
    // A label may be followed by a colon, a number or a parenthesis.
    let end = key.firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") || $0.isDigit
    }
    return isLabel(key.span) || end.map { isLabel(key.span.extracting(..<$0)) } ?? false
      || FootRule.isLabel(key.span)
  }

  private func isLabel(_ key: Span<UInt8>) -> Bool {
    guard !key.isEmpty else { return false }
    let labels = vocabulary.labels(of: layout)
    return vocabulary.find(key) >= 0 || !labels.nearFields.near(key).isEmpty
      || !labels.nearColumns.near(key).isEmpty || labels.damagedLevel(key) != nil
  }
}
