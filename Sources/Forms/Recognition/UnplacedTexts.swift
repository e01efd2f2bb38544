internal import IR

/// Texts of a form that no field takes: they are listed and told.
///
/// A form may hold a table of its own between its fields (资金管理情况, 年度主要任务). Rows below each other
/// that have no value of the form are such a block, and one warning says more than one for each cell.
struct UnplacedTexts {
  /// Fewer are told one by one: they are rather values that lost their labels than a table.
  private static let leastTextsOfBlock = 4

  /// Rows below each other with texts that no field takes.
  private struct Block {
    var tokens: [Int]
    var rowCount: Int
    /// The last of its rows; a block ends where one of them has a value.
    var lastRow: Int?
  }

  private var blocks: [Block] = []

  /// Takes a text.
  mutating func append(_ token: Int, of reading: inout FormReading) {
    let text = reading.text(token, .value)
    // White space that only Unicode knows is no text.
    guard !text.isEmpty else { return }
    reading.form.unplaced.append(
      PlacedText(text: text, source: reading.grid.tokens[token].source))
    let row = reading.grid.tokens[token].row
    let isLost = !reading.grid.rows[row].tokens.contains { reading[fate: $0] == .value }
    if isLost, let last = blocks.last, let lastRow = last.lastRow,
      Self.continues(lastRow, row, reading)
    {
      blocks[blocks.count - 1].tokens.append(token)
      blocks[blocks.count - 1].rowCount += lastRow == row ? 0 : 1
      blocks[blocks.count - 1].lastRow = row
    } else {
      blocks.append(Block(tokens: [token], rowCount: 1, lastRow: isLost ? row : nil))
    }
  }

  /// Whether nothing stands between two rows.
  private static func continues(_ last: Int, _ row: Int, _ reading: FormReading) -> Bool {
    last == row || (last + 1..<row).allSatisfy { reading.grid.rows[$0].tokens.isEmpty }
  }

  /// Tells all of them.
  func report(in reading: inout FormReading) {
    for block in blocks {
      let texts = block.tokens.map { reading.text($0, .value) }
      if block.rowCount > 1, texts.count >= Self.leastTextsOfBlock {
        reading.report(
          .blockUnplaced, block.tokens[0], through: block.tokens[texts.count - 1],
          path: "unplaced", .text("text", texts[0]), .number("texts", texts.count),
          .number("rows", block.rowCount))
      } else {
        for (token, text) in zip(block.tokens, texts) {
          reading.report(.textUnplaced, token, path: "unplaced", .text("text", text))
        }
      }
    }
  }
}
