internal import IR

/// Tells the numbers of pages that OCR left between the rows of a table: 第1页 共2页, - 1 -, —3—.
enum PageNumber {
  /// Whether a row holds nothing but the number of a page, or says that the table goes on.
  static func isAlone(on row: Int, _ reading: FormReading) -> Bool {
    guard reading.grid.isOneText(row), let token = reading.grid.rows[row].tokens.first else {
      return false
    }
    let key = reading.grid.tokens[token].key
    return isPageNumber(reading.grid.keys.span.extracting(key))
      || isContinuation(reading.grid.keys[key])
  }

  /// No line that says that a table goes on has more bytes: 接上页, 续表1, 表2（续）.
  private static let longestContinuation = 24
  private static let continuations = WordSet("续表 续上表 续前表 接上页 接上表 接前页 (续 (接上页")

  private static func isContinuation(_ key: ArraySlice<UInt8>) -> Bool {
    key.count <= longestContinuation
      && (continuations.containsPrefix(of: key.span) || TitleRule.isContinued(key))
  }

  /// Whether a line is one of the few between two tables, the number of a page among them: what is printed
  /// there stands at the foot or at the head of a page.
  static func isBetweenPages(_ line: Int, _ reading: FormReading) -> Bool {
    let (rows, lines) = (reading.grid.rows, reading.rows)
    var (start, end) = (line, line + 1)
    while start > lines.lowerBound, rows[start - 1].table == nil {
      start -= 1
      if line - start > mostLinesBetweenPages { return false }
    }
    while end < lines.upperBound, rows[end].table == nil {
      end += 1
      if end - line > mostLinesBetweenPages { return false }
    }
    // Between two tables, so is a number of few digits.
    let isBetweenTables = start > lines.lowerBound && end < lines.upperBound
    return (start..<end).contains {
      isAlone(on: $0, reading) || isBetweenTables && isBare(on: $0, reading)
    }
  }

  /// No foot and head of two pages have more lines; every line of a form may be asked about, so that without
  /// a limit the time would grow with the square of their number.
  private static let mostLinesBetweenPages = 12

  /// Whether a row of a table has nothing but a number of few digits in its first column, where no
  /// table of indicators has one alone.
  static func isBare(on row: Int, _ reading: FormReading) -> Bool {
    guard reading.grid.rows[row].tokens.count == 1, let token = reading.grid.rows[row].tokens.first,
      reading.grid.tokens[token].column == 0
    else { return false }
    return hasFewDigits(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
  }

  /// Whether a line is the number of a page, or a number of few digits; markdown takes the first dash of
  /// `- 3 -` for that of a list.
  static func isOne(_ key: Span<UInt8>) -> Bool {
    let isOpen = dashes.containsSuffix(of: key) && key.count > 1
    let end = isOpen ? key.count - (key[key.count - 1] == UInt8(ascii: "-") ? 1 : 3) : key.count
    return hasFewDigits(key.extracting(..<end)) || isPageNumber(key)
  }

  private static func hasFewDigits(_ key: Span<UInt8>) -> Bool {
    guard (1...3).contains(key.count) else { return false }
    for index in key.indices where !key[index].isDigit { return false }
    return true
  }

  /// Whether a key is the number of a page: digits between 第 or 共 and 页, or between two dashes.
  static func isPageNumber(_ key: Span<UInt8>) -> Bool {
    let isNamed = heads.containsPrefix(of: key) && pageMark.containsSuffix(of: key)
    guard isNamed || dashes.containsPrefix(of: key) && dashes.containsSuffix(of: key) else {
      return false
    }
    var hasDigit = false
    var index = 0
    while index < key.count {
      if key[index].isDigit {
        hasDigit = true
        index += 1
      } else if (isNamed ? words : dashes).containsPrefix(of: key.extracting(index...)) {
        index += key[index] < 0x80 ? 1 : 3
      } else {
        return false
      }
    }
    return hasDigit
  }

  private static let heads = WordSet("第 共")
  private static let pageMark = WordSet("页")
  private static let words = WordSet("第 共 页 / , 、")
  private static let dashes = WordSet("- — –")
}
