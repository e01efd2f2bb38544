internal import IR

/// Reads options with a check box each.
///
/// The boxes stand before their labels when the field begins with a box, else behind them. A box
/// more than there are labels belongs to the nearest label on that side.
enum OptionReader {
  private enum Item {
    case box(Box)
    case label(String)
  }

  /// A box as printed: one character, or a pair of brackets with or without a mark.
  private struct Box {
    var text: String
    var isTicked: Bool
  }

  private static func isTicked(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "☑", "☒", "√", "✓", "✔", "■", "●", "✅": true
    default: false
    }
  }

  private static func isBox(_ scalar: Unicode.Scalar) -> Bool {
    // Boxes stand between √ and ✔; nearly all other characters do not.
    guard scalar.value >= 0x221A, scalar.value <= 0x2714 else { return false }
    switch scalar {
    case "☐", "□", "○", "◻", "▢": return true
    default: return isTicked(scalar)
    }
  }

  /// Whether a check box of one character stands at an index of a text.
  static func isBox(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xE2 && (text.scalar(at: index).map(isBox) ?? false)
  }

  /// Whether a text is a check box and nothing else.
  static func isBox(_ text: Span<UInt8>) -> Bool {
    !text.isEmpty && box(text, at: 0)?.text.utf8.count == text.count
  }

  /// Whether a text has a check box of one character.
  static func hasBox(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where isBox(text, at: index) { return true }
    return false
  }

  /// The options that tokens print, in printed order.
  ///
  /// - Parameter count: How many scalars of the first token, white space left out, are the label of
  ///   the field.
  static func read(
    _ tokens: [Int], afterScalars count: Int = 0, for key: FieldKey, of reading: inout FormReading
  ) -> [Option] {
    // Without a closure, which would copy the reading.
    var cells: [[Item]] = []
    for token in tokens {
      cells.append(items(of: token, afterScalars: cells.isEmpty ? count : 0, in: reading))
    }
    guard let first = cells.joined().first else { return [] }
    let boxesFirst = if case .box = first { true } else { false }
    var byCell: [[Option]] = []
    for (number, cell) in cells.enumerated() {
      byCell.append(options(of: cell, boxesFirst: boxesFirst, token: tokens[number], key, &reading))
    }
    if boxesFirst { reading.report(.boxesBeforeLabels, tokens.first, path: key.rawValue) }
    return inPrintedOrder(byCell, rows: tokens.map { reading.grid.tokens[$0].row })
  }

  private static func items(
    of token: Int, afterScalars count: Int, in reading: FormReading
  ) -> [Item] {
    var items: [Item] = []
    reading.withText(of: CollectionOfOne(token), .value) { text, _ in
      var start = count > 0 ? FormReading.cut(text, afterScalars: count) : 0
      var index = start
      while index < text.count {
        guard let box = box(text, at: index) else {
          index += 1
          continue
        }
        appendLabel(text.extracting(start..<index), to: &items)
        items.append(.box(box))
        index += box.text.utf8.count
        start = index
      }
      appendLabel(text.extracting(start..<text.count), to: &items)
    }
    return items
  }

  /// The box at an index; the first byte of all that are one character is 0xE2.
  private static func box(_ text: Span<UInt8>, at index: Int) -> Box? {
    switch text[index] {
    case 0xE2:
      return text.scalar(at: index).flatMap {
        isBox($0) ? Box(text: String($0), isTicked: isTicked($0)) : nil
      }
    case UInt8(ascii: "["), UInt8(ascii: "("), 0xEF: return brackets(text, at: index)
    default: return nil
    }
  }

  /// A pair of brackets at an index with nothing or a mark inside, such as `[x]` or （√）.
  private static func brackets(_ text: Span<UInt8>, at start: Int) -> Box? {
    guard let opening = bracket(text, at: start, opening: true) else { return nil }
    var index = start + opening
    var isTicked = false
    while index < text.count {
      if let closing = bracket(text, at: index, opening: false) {
        let box = text.extracting(start..<index + closing)
        return Box(text: String(copying: box), isTicked: isTicked)
      }
      if text[index] == UInt8(ascii: " ") {
        index += 1
      } else if !isTicked, text[index] | 0x20 == UInt8(ascii: "x") {
        isTicked = true
        index += 1
      } else if !isTicked, let scalar = text.scalar(at: index), Self.isTicked(scalar) {
        isTicked = true
        index += 3
      } else {
        return nil
      }
    }
    return nil
  }

  /// The length of a bracket at an index, of full width or not.
  private static func bracket(_ text: Span<UInt8>, at index: Int, opening: Bool) -> Int? {
    switch WidthFolding.ascii(text, at: index) ?? text[index] {
    case UInt8(ascii: "["), UInt8(ascii: "("): opening ? (text[index] < 0x80 ? 1 : 3) : nil
    case UInt8(ascii: "]"), UInt8(ascii: ")"): opening ? nil : (text[index] < 0x80 ? 1 : 3)
    default: nil
    }
  }

  /// Adds a label without the spaces at its ends.
  private static func appendLabel(_ text: Span<UInt8>, to items: inout [Item]) {
    var start = 0
    var end = text.count
    while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    if start < end { items.append(.label(String(copying: text.extracting(start..<end)))) }
  }

  private static func options(
    of items: [Item], boxesFirst: Bool, token: Int, _ key: FieldKey, _ reading: inout FormReading
  ) -> [Option] {
    var options: [Option] = []
    var boxes: [Bool] = []
    var surplus = 0
    for item in boxesFirst ? items : items.reversed() {
      switch item {
      case .box(let box):
        boxes.append(box.isTicked)
        // A box is no part of a value: the conservation check counts it as a label.
        reading.labelFingerprint.add(box.text)
      case .label(let label):
        options.append(Option(label: label, isChecked: boxes.contains(true)))
        surplus += max(0, boxes.count - 1)
        boxes = []
      }
    }
    if !boxes.isEmpty, let last = options.indices.last {
      options[last].isChecked = options[last].isChecked || boxes.contains(true)
      surplus += boxes.count
    }
    if surplus > 0 {
      reading.report(.boxSurplus, token, path: key.rawValue, .number("count", surplus))
    }
    return boxesFirst ? options : options.reversed()
  }

  /// Cells of one row that hold the same number of options, several each, are columns of a block
  /// of options that is printed line by line.
  private static func inPrintedOrder(_ cells: [[Option]], rows: [Int]) -> [Option] {
    guard cells.count > 1, let count = cells.first?.count, count > 1,
      cells.allSatisfy({ $0.count == count }), rows.allSatisfy({ $0 == rows[0] })
    else { return Array(cells.joined()) }
    return (0..<count).flatMap { line in cells.map { $0[line] } }
  }
}
