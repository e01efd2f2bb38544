/// How a report is printed.
protocol ReportFormat: Sendable {
  /// Whether it is JSON.
  var isJSON: Bool { get }
}
