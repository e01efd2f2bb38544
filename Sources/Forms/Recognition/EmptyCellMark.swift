/// The words that stand in a cell that has nothing.
///
/// Libraries that hold a sheet as a data frame print them: pandas, and MarkItDown with it, write `NaN`
/// for an empty cell and `Unnamed: 3` for the empty header of the fourth column; a list of Python's has
/// `None`. A form never says any of these.
enum EmptyCellMark {
  private static let words = WordSet("NaN nan NaT None")
  private static let header = WordSet("Unnamed:")
  /// No sheet has columns of more digits.
  private static let mostDigits = 6

  /// Whether a cell says that it is empty.
  static func isMark(_ text: Span<UInt8>) -> Bool {
    // Nearly every text of a form is dismissed by its first byte: N, n and U begin no other.
    guard !text.isEmpty, text[0] == 0x4E || text[0] == 0x6E || text[0] == 0x55 else { return false }
    if words.contains(text) { return true }
    guard let length = header.prefixLength(of: text), length < text.count, text[length] == 0x20
    else { return false }
    let digits = text.count - length - 1
    return digits > 0 && digits <= mostDigits
      && DecimalScanner.digits(text, from: length + 1, count: digits) != nil
  }
}
