/// The fields of one row of separated values, one after the other.
struct CSVRow {
  private let delimiter: UInt8?
  /// The field that was read last.
  private(set) var field: CSVField
  /// The number of fields read so far.
  private(set) var count = 0
  /// Whether the row is an empty line.
  let isBlank: Bool

  /// Starts at the first byte of a row.
  init(_ text: Span<UInt8>, at start: Int, delimiter: UInt8?) {
    self.delimiter = delimiter
    isBlank = text.lineEnd(from: start) == start
    field = CSVField(text, at: start, delimiter: delimiter)
  }

  /// Goes on to the next field.
  ///
  /// - Returns: Whether there is one.
  mutating func next(_ text: Span<UInt8>) -> Bool {
    if count > 0 {
      guard end < text.count, text[end] == delimiter else { return false }
      field = CSVField(text, at: end + 1, delimiter: delimiter)
    }
    count += 1
    return true
  }

  /// The offset after the field that was read last; that of the row's line end after all of them.
  var end: Int { field.end }
}
