public import IR

extension DiagnosticCode {
  /// The kinds of diagnostics that say that something does not hold in a form, or why.
  public static let checks: Set<DiagnosticCode> = [
    .componentsSum, .datesReversed, .executionRate, .fieldEmpty, .fundingSum, .indicatorRepeated,
    .levelEmpty, .numberImplied, .numberParted, .numberSuspect, .rateRounded, .roundingLikely,
    .scoreAboveWeight,
    .scoreSum, .targetMissed, .weightSum, .weightTotal, .yearMismatch,
  ]
}

extension Form {
  /// What does not hold in the form: sums, rates, dates, repeated and missing things.
  ///
  /// A form that is recognised comes with these diagnostics, and with their places; this is for
  /// forms that come from elsewhere, such as canonical JSON.
  ///
  /// - Parameters:
  ///   - index: The number of the form in its document, for pointers.
  ///   - layouts: The layouts, which say what a form must have.
  public func checkDiagnostics(at index: Int, layouts: LayoutSet = .builtIn) -> [Diagnostic] {
    FormChecks.findings(in: self, layouts[layout]).map { finding in
      Diagnostic(
        finding.code, pointer: "/forms/\(index)/\(finding.path.text)",
        arguments: finding.arguments)
    }
  }
}
