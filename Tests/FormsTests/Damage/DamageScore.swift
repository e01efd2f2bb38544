import IR

/// How well variants were read.
struct DamageScore: Sendable {
  /// A row that was not read as expected.
  struct Failure: Sendable {
    var seed: UInt64
    var layout: PrintLayout
    var format: PageWriter.Format
    var log: [String]
    var expected: String
    var read: String
    var isSilent: Bool
    var hasLostLevel: Bool
  }

  var variants = 0
  var rows = 0
  var exactRows = 0
  /// Rows whose level-2 label is gone, and how many of them are exact.
  var lostRows = 0
  var exactLostRows = 0
  /// Rows, expected or read, that are wrong without a diagnostic on them.
  var silentRows = 0
  var untouchedRows = 0
  var warnedUntouchedRows = 0
  /// Diagnostics of warning or above on pages without damage.
  var warnings: [DiagnosticCode: Int] = [:]
  var failures: [Failure] = []

  /// The share of exact rows.
  var exactShare: Double { rows == 0 ? 1 : Double(exactRows) / Double(rows) }
  /// The share of exact rows among those whose level the page still tells.
  var exactShareOfTold: Double {
    let told = rows - lostRows
    return told == 0 ? 1 : Double(exactRows - exactLostRows) / Double(told)
  }
  /// The share of untouched rows with a warning.
  var warnedShare: Double {
    untouchedRows == 0 ? 0 : Double(warnedUntouchedRows) / Double(untouchedRows)
  }

  /// Adds another score.
  mutating func add(_ other: DamageScore) {
    variants += other.variants
    rows += other.rows
    exactRows += other.exactRows
    lostRows += other.lostRows
    exactLostRows += other.exactLostRows
    silentRows += other.silentRows
    untouchedRows += other.untouchedRows
    warnedUntouchedRows += other.warnedUntouchedRows
    warnings.merge(other.warnings) { $0 + $1 }
    failures += other.failures
  }

  /// Scores what was read of a variant.
  init(_ variant: DamageVariant, _ recognition: Recognition) {
    self.init()
    variants = 1
    let read = ReadRow.rows(of: recognition)
    let alignment = Comparison.align(variant.expected, read)
    for (expected, match) in zip(variant.expected, alignment) {
      let row = match.map { read[$0] }
      let diagnostics = recognition.diagnostics.filter {
        Self.isAbout($0, row?.pointer, expected.places)
      }
      count(expected, row, diagnostics, variant)
    }
    let matched = Set(alignment.compactMap { $0 })
    for index in read.indices where !matched.contains(index) {
      let isSilent = !recognition.diagnostics.contains {
        Self.isAbout($0, read[index].pointer, [])
      }
      if isSilent { silentRows += 1 }
      fail(variant, expected: "nothing", read: read[index], isSilent: isSilent)
    }
    for diagnostic in recognition.diagnostics where diagnostic.severity >= .warning {
      warnings[diagnostic.code, default: 0] += 1
    }
  }

  init() {}

  private mutating func count(
    _ expected: DamageVariant.Expected, _ row: ReadRow?, _ diagnostics: [Diagnostic],
    _ variant: DamageVariant
  ) {
    let isExact = row.map { Self.isExact(expected, $0) } ?? false
    rows += 1
    if isExact { exactRows += 1 }
    if expected.hasLostLevel {
      lostRows += 1
      if isExact { exactLostRows += 1 }
    }
    if !expected.isTouched {
      untouchedRows += 1
      if diagnostics.contains(where: { $0.severity >= .warning }) { warnedUntouchedRows += 1 }
    }
    guard !isExact else { return }
    if diagnostics.isEmpty { silentRows += 1 }
    fail(
      variant, expected: Self.describe(expected), read: row, isSilent: diagnostics.isEmpty,
      hasLostLevel: expected.hasLostLevel)
  }

  private mutating func fail(
    _ variant: DamageVariant, expected: String, read: ReadRow?, isSilent: Bool,
    hasLostLevel: Bool = false
  ) {
    let columns = IndicatorColumn.allCases.map { read?.texts[$0] ?? "" }
    let text = read.map { ([$0.level1, $0.level2] + columns).joined(separator: " | ") }
    failures.append(
      Failure(
        seed: variant.seed, layout: variant.layout, format: variant.format, log: variant.log,
        expected: expected, read: text ?? "nothing", isSilent: isSilent,
        hasLostLevel: hasLostLevel))
  }

  private static func describe(_ expected: DamageVariant.Expected) -> String {
    let columns = IndicatorColumn.allCases.map { Comparison.key(expected.texts[$0] ?? "") }
    return ([expected.level1 ?? "", expected.level2 ?? ""] + columns).joined(separator: " | ")
  }

  private static func isExact(_ expected: DamageVariant.Expected, _ read: ReadRow) -> Bool {
    Comparison.key(expected.level1 ?? "") == read.level1
      && Comparison.key(expected.level2 ?? "") == read.level2
      && expected.texts.mapValues(Comparison.key) == read.texts
  }

  /// Whether a diagnostic points at or below a row that was read, or begins or ends in a row of the
  /// source; one that merely spans the row says nothing about it.
  private static func isAbout(
    _ diagnostic: Diagnostic, _ pointer: String?, _ places: [Range<Int>]
  ) -> Bool {
    if let pointer, let about = diagnostic.pointer,
      about == pointer || about.hasPrefix(pointer + "/")
    {
      return true
    }
    guard let source = diagnostic.source else { return false }
    let ends = [Int(source.start), max(Int(source.start), Int(source.end) - 1)]
    return places.contains { place in ends.contains(where: place.contains) }
  }
}
