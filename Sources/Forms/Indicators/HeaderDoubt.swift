internal import IR

/// What is not certain about the header of the indicator table.
enum HeaderDoubt {
  /// A header was misread, and reads like that of a column.
  case corrected(Int, Layout.Column)
  /// A header that nobody can read is taken for that of a column.
  case inferred(Int, Layout.Column)
  /// A header is none of the layout's, where columns of the layout have none.
  case unknown(Int, [Layout.Column])

  /// The cell of the header.
  var token: Int {
    switch self {
    case .corrected(let token, _), .inferred(let token, _), .unknown(let token, _): token
    }
  }

  /// Reports it.
  func report(to reading: inout FormReading) {
    let text = reading.text(token, .value)
    switch self {
    case .corrected(_, let column):
      reading.report(.labelCorrected, token, before: text, after: reading.label(of: column))
    case .inferred(_, let column):
      reading.report(
        .columnInferred, token, path: "indicators", .text("label", text),
        .text("column", reading.label(of: column)))
    case .unknown(_, let columns):
      reading.report(
        .columnUnknown, token, path: "indicators", .text("label", text),
        alternatives: columns.map(reading.label(of:)))
    }
  }
}
