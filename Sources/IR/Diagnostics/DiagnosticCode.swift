/// The kinds of diagnostics; the raw values are stable and appear in every output.
///
/// What each means, in both languages, is in ``DiagnosticCode/entry``.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Reading a source.
  case cellContinued = "cell-continued"
  case characterReplaced = "character-replaced"
  case depthExceeded = "depth-exceeded"
  case derivedSheet = "derived-sheet"
  case formulaWithoutValue = "formula-without-value"
  case hiddenSheet = "hidden-sheet"
  case quoteMisplaced = "quote-misplaced"
  case quoteUnclosed = "quote-unclosed"
  case readingDiffers = "reading-differs"
  case rowOverlong = "row-overlong"
  case sharedTextAbsent = "shared-text-absent"
  case spanClamped = "span-clamped"
  case tableTooWide = "table-too-wide"
  case textCovered = "text-covered"

  // Finding forms.
  case appendixOutdated = "appendix-outdated"
  case blockUnplaced = "block-unplaced"
  case conservationFailed = "conservation-failed"
  case formIncomplete = "form-incomplete"
  case formOfOtherKind = "form-of-other-kind"
  case layoutAmbiguous = "layout-ambiguous"
  case noForm = "no-form"
  case noTable = "no-table"
  case textUnplaced = "text-unplaced"

  // Reading fields.
  case amountUnreadable = "amount-unreadable"
  case boxesBeforeLabels = "boxes-before-labels"
  case boxSurplus = "box-surplus"
  case dateUnreadable = "date-unreadable"
  case emptyCellPrinted = "empty-cell-printed"
  case fieldInferred = "field-inferred"
  case fieldRepeated = "field-repeated"
  case fieldUnknown = "field-unknown"
  case unitInferred = "unit-inferred"
  case tableUnknown = "table-unknown"
  case labelAndValueInOneCell = "label-and-value-in-one-cell"
  case labelCorrected = "label-corrected"
  case cellRepeated = "cell-repeated"
  case labelRepeated = "label-repeated"
  case latexDecoded = "latex-decoded"
  case textClipped = "text-clipped"
  case valueShifted = "value-shifted"

  // Reading indicators.
  case cellsRunTogether = "cells-run-together"
  case columnInferred = "column-inferred"
  case columnUnknown = "column-unknown"
  case headerInferred = "header-inferred"
  case labelColumn = "label-column"
  case labelMoved = "label-moved"
  case levelAbsent = "level-absent"
  case levelAmbiguous = "level-ambiguous"
  case levelFromBelow = "level-from-below"
  case levelInferred = "level-inferred"
  case levelUncertain = "level-uncertain"
  case levelsByPlace = "levels-by-place"
  case levelsUnknown = "levels-unknown"
  case nameAbsent = "name-absent"
  case nameUncertain = "name-uncertain"
  case rowShiftedLeft = "row-shifted-left"
  case rowShiftedRight = "row-shifted-right"
  case rowsJoined = "rows-joined"
  case rowSplit = "row-split"
  case targetAbsent = "target-absent"
  case targetInNameCell = "target-in-name-cell"
  case targetUncertain = "target-uncertain"
  case targetsAbsent = "targets-absent"
  case valueColumnInferred = "value-column-inferred"

  // Changing the layout.
  case absentInSource = "absent-in-source"
  case dateCompleted = "date-completed"
  case indicatorCarried = "indicator-carried"
  case layoutUnchanged = "layout-unchanged"
  case optionUndecided = "option-undecided"
  case projectNotFound = "project-not-found"
  case relationAbsent = "relation-absent"
  case stampCarried = "stamp-carried"
  case suppliedDropped = "supplied-dropped"
  case valueNotSupplied = "value-not-supplied"

  // Correcting values by hand.
  case correctionStale = "correction-stale"
  case correctionUnfit = "correction-unfit"
  case correctionUnplaced = "correction-unplaced"
  case valueCorrected = "value-corrected"

  // Checking sums.
  case componentsSum = "components-sum"
  case executionRate = "execution-rate"
  case fundingSum = "funding-sum"
  case scoreAboveWeight = "score-above-weight"
  case scoreSum = "score-sum"
  case weightSum = "weight-sum"

  // Checking other things.
  case datesReversed = "dates-reversed"
  case fieldEmpty = "field-empty"
  case indicatorRepeated = "indicator-repeated"
  case levelEmpty = "level-empty"
  case numberImplied = "number-implied"
  case numberParted = "number-parted"
  case numberSuspect = "number-suspect"
  case rateRounded = "rate-rounded"
  case roundingLikely = "rounding-likely"
  case targetMissed = "target-missed"
  case weightTotal = "weight-total"
  case yearMismatch = "year-mismatch"

  // Writing.
  case characterUnwritable = "character-unwritable"

  /// How much a diagnostic of this kind matters.
  public var severity: Severity { entry.severity }
  /// The message, with arguments as names in braces.
  public var message: LocalizedText { entry.message }
  /// Passes the message in a language on, piece by piece, as UTF-8: its own text to `body`, and
  /// the names in braces to `value`.
  public func forEachMessagePart(
    _ language: Language, _ body: (Span<UInt8>) -> Void, value: (Span<UInt8>) -> Void
  ) {
    let message = message(language)
    let text = message.utf8.span
    var start = 0
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "{"):
        body(text.extracting(start..<index))
        start = index + 1
      case UInt8(ascii: "}"):
        value(text.extracting(start..<index))
        start = index + 1
      default: break
      }
    }
    body(text.extracting(start..<text.count))
  }

  /// What happened, why, and what to do about it.
  public var explanation: LocalizedText { entry.explanation }
}

extension DiagnosticCode {
  /// What a code means.
  struct Entry: Sendable {
    let severity: Severity
    let message: LocalizedText
    let explanation: LocalizedText

    init(
      _ severity: Severity, en: String, zh: String, why english: String, whyZh chinese: String
    ) {
      self.severity = severity
      message = LocalizedText(en: en, zh: zh)
      explanation = LocalizedText(en: english, zh: chinese)
    }
  }
}
