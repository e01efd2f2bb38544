internal import IR

extension Grid {
  /// No form has a row of fewer numbers.
  private static let fewestColumnNumbers = 4

  /// Whether a row numbers the columns of its table and says nothing else: 1 | 2 | 3 | 4, as official
  /// tables do below their headers.
  func numbersColumns(_ row: Int) -> Bool {
    let tokens = rows[row].tokens
    guard tokens.count >= Self.fewestColumnNumbers, rows[row].table != nil else { return false }
    // Nearly every row is dismissed by its first cell.
    for (index, token) in tokens.enumerated() {
      let key = self.tokens[token].key
      guard (1...2).contains(key.count), number(key) == index + 1 else { return false }
    }
    return true
  }

  /// The number of some digits.
  private func number(_ key: Range<Int>) -> Int? {
    var number = 0
    for byte in keys[key] {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
