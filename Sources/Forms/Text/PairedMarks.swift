/// Marks that come in pairs: quotation marks, parentheses and the marks of titles.
enum PairedMarks {
  /// Those that open.
  static let openings = WordSet("“ （ ( 《")
  /// Those that close.
  static let closings = WordSet("” ） ) 》")
}
