internal import IR

/// A table for people: columns aligned by display width, long cells broken over lines.
struct TextTable {
  /// The rows; short ones have empty cells at their end.
  let rows: [[String]]
  /// The number of columns after which a cell is broken, for each column of the table.
  let maximumWidths: [Int]
  /// How many of the first rows are a header, set off by a rule.
  var headerCount = 0

  /// The lines, each with its line end and without spaces at its end.
  var text: String {
    let cells = rows.map { row in
      row.enumerated().map { column, cell in
        cell.visibleLines.flatMap { $0.lines(ofWidth: maximumWidths[column]) }
      }
    }
    let widths = maximumWidths.indices.map { column in
      cells.lazy.flatMap { $0.dropFirst(column).first ?? [] }.map(EastAsianWidth.columns).max() ?? 0
    }
    var result = ""
    for (index, row) in cells.enumerated() {
      if index == headerCount, index > 0 {
        result +=
          widths.map { String(repeating: "─", count: $0) }.joined(
            separator: String(repeating: " ", count: Self.gap)) + "\n"
      }
      result += Self.lines(of: row, widths: widths)
    }
    return result
  }

  private static let gap = 2

  private static func lines(of row: [[String]], widths: [Int]) -> String {
    var result = ""
    for line in 0..<(row.map(\.count).max() ?? 0) {
      var text = ""
      var pending = 0
      for (column, cell) in row.enumerated() {
        let part = line < cell.count ? cell[line] : ""
        if !part.isEmpty {
          text += String(repeating: " ", count: pending) + part
          pending = -EastAsianWidth.columns(of: part)
        }
        pending += widths[column] + Self.gap
      }
      result += text + "\n"
    }
    return result
  }
}
