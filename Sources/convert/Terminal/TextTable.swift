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
        cell.visibleLines.flatMap { $0.broken(at: maximumWidths[column]) }
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

extension String {
  /// The lines, with the scalars that steer a terminal shown as escapes.
  var visibleLines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.visible)
  }

  /// The pieces of a line that are at most so many columns wide, each with a scalar at least.
  func broken(at width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var columns = 0
    for character in self {
      let count = EastAsianWidth.columns(of: String(character))
      if columns + count > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        columns = 0
      }
      piece.append(character)
      columns += count
    }
    return pieces + [piece]
  }

  /// The text broken between words, or anywhere beside a wide character, into lines.
  func wrapped(at width: Int) -> String {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in wrappingUnits {
      let count = EastAsianWidth.columns(of: word)
      if columns + count > width, !line.isEmpty {
        lines.append(line)
        line = ""
        columns = 0
      }
      if line.isEmpty, word == " " { continue }
      line += word
      columns += count
    }
    lines.append(line)
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }.joined(separator: "\n")
  }

  /// Words, spaces, and single wide characters.
  private var wrappingUnits: [String] {
    var units: [String] = []
    var word = ""
    for character in self {
      let isWide = character.unicodeScalars.contains(where: EastAsianWidth.isWide)
      if character == " " || isWide {
        if !word.isEmpty { units.append(word) }
        word = ""
        units.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? units : units + [word]
  }
}
