internal import Readers

/// A format that is written and read back.
struct CheckedFormat: Sendable {
  /// What its steps are called after.
  let name: String
  let format: OutputFormat
  var dialect = TSVDialect.iana

  /// All formats.
  static let all = [
    CheckedFormat(name: "json", format: .json), CheckedFormat(name: "ndjson", format: .ndjson),
    CheckedFormat(name: "markdown", format: .markdown),
    CheckedFormat(name: "html", format: .html), CheckedFormat(name: "tsv", format: .tsv),
    CheckedFormat(name: "tsv-excel", format: .tsv, dialect: .excel),
    CheckedFormat(name: "csv", format: .csv), CheckedFormat(name: "xlsx", format: .xlsx),
  ]

  /// Whether merged cells stay merged.
  var keepsSpans: Bool {
    switch format {
    case .json, .ndjson, .html, .xlsx: true
    case .markdown, .tsv, .csv: false
    }
  }
}
