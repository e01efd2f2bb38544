/// The format of an input.
public enum SourceFormat: String, Sendable, Hashable, CaseIterable {
  /// Markdown: CommonMark blocks with GFM pipe tables and embedded HTML.
  case markdown
  /// Tab-separated values between prose, as OCR and spreadsheet exports write them.
  case tsv
  /// Values separated by commas or semicolons (RFC 4180).
  case csv
  /// HTML.
  case html
  /// An Office Open XML workbook.
  case xlsx
  /// The canonical JSON that is written about forms or tables, or lines of it.
  case json
}
