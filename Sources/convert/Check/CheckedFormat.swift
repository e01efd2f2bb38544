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

  /// Whether text outside tables is written beside tables as they are.
  var holdsTexts: Bool {
    switch format {
    case .json, .ndjson: false
    case .markdown, .html, .tsv, .csv, .xlsx: true
    }
  }

  /// Whether text outside forms stays between the forms and tables it stands between.
  var keepsOrder: Bool {
    switch format {
    case .json, .ndjson, .xlsx: false
    case .markdown, .html, .tsv, .csv: true
    }
  }

  /// Which merged cells a format can carry.
  enum Spans {
    /// All.
    case all
    /// Those that cover no slot of another cell (ECMA-376-1, 18.3.1.55).
    case disjoint
    /// None.
    case none
  }

  /// Which merged cells stay merged.
  var spans: Spans {
    switch format {
    case .json, .ndjson, .html: .all
    case .xlsx: .disjoint
    case .markdown, .tsv, .csv: .none
    }
  }
}
