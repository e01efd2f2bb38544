internal import IR

/// The appendix of a form as it stands in a document.
struct Appendix {
  /// A row: the change it says, and the tokens that say it.
  struct Entry {
    var change: FormLeaves.Change
    /// The token of what the form says, or else of the pointer.
    var token: Int
  }

  /// The rows of the grid, the heading included.
  let rows: Range<Int>
  /// What it says, from top to bottom.
  private(set) var entries: [Entry] = []
  /// Tokens in its rows that stand in none of its columns.
  private(set) var strays: [Int] = []

  /// The rows of all appendices of a grid, from top to bottom.
  static func all(in grid: Grid) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var row = 0
    while row < grid.rows.count {
      guard isTitle(row, of: grid) else {
        row += 1
        continue
      }
      let start = row
      row += 1
      var end = row
      while row < grid.rows.count, let isEntry = isEntry(row, of: grid) {
        row += 1
        // Empty rows below the last entry are of no appendix.
        if isEntry { end = row }
      }
      row = end
      found.append(start..<end)
    }
    return found
  }

  private static func isTitle(_ row: Int, of grid: Grid) -> Bool {
    let tokens = grid.rows[row].tokens
    guard tokens.count == 1, let token = tokens.first else { return false }
    let key = grid.tokens[token].key
    return key.count == AppendixTable.titleKey.count
      && grid.keys[key].elementsEqual(AppendixTable.titleKey)
  }

  /// Whether a row is one of an appendix: `false` for an empty one, `nil` where the appendix ends.
  private static func isEntry(_ row: Int, of grid: Grid) -> Bool? {
    guard let token = grid.rows[row].tokens.first else { return false }
    let key = grid.keys[grid.tokens[token].key]
    if key.first == UInt8(ascii: "/") { return true }
    return key.elementsEqual(AppendixTable.headerKeys[0]) ? true : nil
  }

  /// Reads the appendix in some rows.
  init(_ rows: Range<Int>, of document: Document, _ grid: Grid) {
    self.rows = rows
    var columns = Array(AppendixTable.header.indices)
    for row in rows.dropFirst() {
      let tokens = grid.rows[row].tokens
      guard let first = tokens.first else { continue }
      if grid.keys[grid.tokens[first].key].first != UInt8(ascii: "/") {
        columns = Self.columns(of: tokens, in: grid)
        continue
      }
      var cells = [Int?](repeating: nil, count: columns.count)
      for token in tokens {
        if let number = columns.firstIndex(of: grid.tokens[token].column), cells[number] == nil {
          cells[number] = token
        } else {
          strays.append(token)
        }
      }
      append(cells, of: document, grid)
    }
  }

  /// The columns that the headers stand in.
  private static func columns(of tokens: Range<Int>, in grid: Grid) -> [Int] {
    AppendixTable.headerKeys.map { key in
      let header = tokens.first { grid.keys[grid.tokens[$0].key].elementsEqual(key) }
      return header.map { grid.tokens[$0].column } ?? -1
    }
  }

  private mutating func append(_ cells: [Int?], of document: Document, _ grid: Grid) {
    guard let pointer = cells[0] else {
      strays += cells.compactMap { $0 }
      return
    }
    func text(_ token: Int?) -> String? {
      token.map { AppendixTable.text(ofCell: document.string(grid.tokens[$0].text)) }
    }
    entries.append(
      Entry(
        change: .init(
          pointer: document.string(grid.tokens[pointer].text), before: text(cells[2]),
          after: text(cells[3])),
        token: cells[3] ?? pointer))
  }

  /// The layout the form was drawn in.
  var layout: String? { entries.first { $0.change.pointer == "/layout" }?.change.after }
}
