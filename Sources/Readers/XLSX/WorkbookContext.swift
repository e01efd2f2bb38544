internal import IR

/// What a cell holds (ECMA-376-1, 18.18.11).
enum CellType {
  case number, shared, text, boolean, plain

  /// Reads the attribute `t`.
  init(_ attributes: XMLAttributes, _ name: XMLName) {
    guard let range = attributes.range(name) else {
      self = .number
      return
    }
    self.init(attributes.bytes.span.extracting(range))
  }

  /// Reads the value of that attribute.
  init(_ value: Span<UInt8>) {
    guard !value.isEmpty else {
      self = .number
      return
    }
    switch (value[0], value.count) {
    case (UInt8(ascii: "n"), 1): self = .number
    case (UInt8(ascii: "s"), 1): self = .shared
    case (UInt8(ascii: "b"), 1): self = .boolean
    // Errors, and dates in words.
    case (UInt8(ascii: "e"), 1), (UInt8(ascii: "d"), 1): self = .plain
    // `str` and `inlineStr`.
    default: self = .text
    }
  }
}

/// What the cells of all sheets refer to.
struct WorkbookContext {
  var strings: SharedStrings?
  var styles = [CellStyle()]
  /// Whether a style shows text in another way than it is; asked for every cell.
  var changesText = [false]
  var startsIn1904 = false
  /// How many bytes of text the cells may still show: a few bytes in each could ask for a long text
  /// that they share, or that their number format has.
  var shownBytesLeft = Int.max

  /// What a cell shows; `nil` where it refers to a text that is not there.
  ///
  /// - Parameter value: What it holds; taken apart for what is shown.
  func text(
    of value: inout [UInt8], type: CellType, style: Int, kind: inout Cell.Kind
  ) -> ArraySlice<UInt8>? {
    switch type {
    case .number: return numberText(value, format(style), kind: &kind)[...]
    case .shared:
      guard let text = sharedText(value) else { return nil }
      return changesText(style) ? format(style).text(of: Array(text))[...] : text
    case .text:
      XString.decode(&value, from: 0)
      return changesText(style) ? format(style).text(of: value)[...] : value[...]
    case .boolean: return Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)[...]
    case .plain: return value[...]
    }
  }

  /// The text whose number a cell holds; a cell may also hold nothing.
  func sharedText(_ value: [UInt8]) -> ArraySlice<UInt8>? {
    guard !value.isEmpty else { return [] }
    guard let strings, value.count <= 10, value.allSatisfy({ $0.isDigit }) else {
      return nil
    }
    return strings.text(value.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  /// Whether a style shows text in another way than it is.
  func changesText(_ style: Int) -> Bool {
    changesText.indices.contains(style) ? changesText[style] : false
  }

  private func format(_ style: Int) -> NumberFormat {
    styles.indices.contains(style) ? styles[style].number : .general
  }

  private func numberText(
    _ value: [UInt8], _ format: NumberFormat, kind: inout Cell.Kind
  ) -> [UInt8] {
    guard !value.isEmpty, let number = DecimalNumber(value.span) else { return value }
    let shown = format.text(of: number, startsIn1904: startsIn1904)
    switch shown.kind {
    case .number: kind = .number
    case .date: kind = .date
    case .text: kind = .text
    }
    return shown.text
  }
}
