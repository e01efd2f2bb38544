internal import IR

extension DiagnosticCode {
  /// Whether it says that something in a form does not hold, whatever the form was read from.
  var isCheck: Bool {
    switch self {
    case .componentsSum, .executionRate, .fundingSum, .scoreAboveWeight, .scoreSum, .weightSum,
      .datesReversed, .fieldEmpty, .indicatorRepeated, .levelEmpty, .numberImplied,
      .numberSuspect, .rateRounded, .roundingLikely, .targetMissed, .weightTotal, .yearMismatch:
      true
    default: false
    }
  }
}
