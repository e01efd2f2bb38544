internal import IR

/// Reads options with a check box each.
///
/// The boxes stand before their labels when the field begins with a box, else behind them. A box
/// more than there are labels belongs to the nearest label on that side.
enum OptionReader {
  private enum Item {
    case box(Unicode.Scalar)
    case label(String)
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

  /// The options that tokens print, in printed order.
  static func read(
    _ tokens: [Int], for key: FieldKey, of reading: inout FormReading
  ) -> [Option] {
    let cells = tokens.map { items(of: $0, in: reading) }
    guard let first = cells.joined().first else { return [] }
    let boxesFirst = if case .box = first { true } else { false }
    var byCell: [[Option]] = []
    for (number, cell) in cells.enumerated() {
      byCell.append(options(of: cell, boxesFirst: boxesFirst, token: tokens[number], key, &reading))
    }
    if boxesFirst { reading.report(.boxesBeforeLabels, tokens.first, path: key.rawValue) }
    return inPrintedOrder(byCell, rows: tokens.map { reading.grid.tokens[$0].row })
  }

  private static func items(of token: Int, in reading: FormReading) -> [Item] {
    var items: [Item] = []
    var label = ""
    func flush(_ label: inout String, _ items: inout [Item]) {
      let text = label.trimmingSpaces
      if !text.isEmpty { items.append(.label(text)) }
      label = ""
    }
    for scalar in reading.text(token, .value).unicodeScalars {
      if isBox(scalar) {
        flush(&label, &items)
        items.append(.box(scalar))
      } else {
        label.unicodeScalars.append(scalar)
      }
    }
    flush(&label, &items)
    return items
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
        boxes.append(isTicked(box))
        // A box is no part of a value: the conservation check counts it as a label.
        reading.labelFingerprint.add(String(box))
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

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var scalars = unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
