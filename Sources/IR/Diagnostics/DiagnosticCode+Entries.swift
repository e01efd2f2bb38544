extension DiagnosticCode {
  /// What the code means.
  var entry: Entry {
    switch self {
    case .cellContinued: .cellContinued
    case .characterReplaced: .characterReplaced
    case .depthExceeded: .depthExceeded
    case .formulaWithoutValue: .formulaWithoutValue
    case .hiddenSheet: .hiddenSheet
    case .quoteUnclosed: .quoteUnclosed
    case .rowOverlong: .rowOverlong
    case .spanClamped: .spanClamped
    case .tableTooWide: .tableTooWide
    case .textCovered: .textCovered
    case .conservationFailed: .conservationFailed
    case .formIncomplete: .formIncomplete
    case .layoutAmbiguous: .layoutAmbiguous
    case .noForm: .noForm
    case .textUnplaced: .textUnplaced
    case .amountUnreadable: .amountUnreadable
    case .boxesBeforeLabels: .boxesBeforeLabels
    case .boxSurplus: .boxSurplus
    case .dateUnreadable: .dateUnreadable
    case .fieldInferred: .fieldInferred
    case .fieldRepeated: .fieldRepeated
    case .labelAndValueInOneCell: .labelAndValueInOneCell
    case .labelCorrected: .labelCorrected
    case .labelRepeated: .labelRepeated
    case .latexDecoded: .latexDecoded
    case .textClipped: .textClipped
    case .valueShifted: .valueShifted
    case .headerInferred: .headerInferred
    case .labelColumn: .labelColumn
    case .labelMoved: .labelMoved
    case .levelAbsent: .levelAbsent
    case .levelAmbiguous: .levelAmbiguous
    case .levelFromBelow: .levelFromBelow
    case .levelInferred: .levelInferred
    case .levelUncertain: .levelUncertain
    case .levelsByPlace: .levelsByPlace
    case .nameAbsent: .nameAbsent
    case .nameUncertain: .nameUncertain
    case .rowShiftedLeft: .rowShiftedLeft
    case .rowShiftedRight: .rowShiftedRight
    case .rowsJoined: .rowsJoined
    case .rowSplit: .rowSplit
    case .targetAbsent: .targetAbsent
    case .valueColumnInferred: .valueColumnInferred
    case .componentsSum: .componentsSum
    case .executionRate: .executionRate
    case .fundingSum: .fundingSum
    case .scoreAboveWeight: .scoreAboveWeight
    case .scoreSum: .scoreSum
    case .weightSum: .weightSum
    }
  }
}
