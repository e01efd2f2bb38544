import FoundationEssentials
import Forms
import IR
import Readers
import Testing

/// Whether forms are read right after damage that nobody tuned for (issue: robustness).
///
/// `FORMCONVERT_DAMAGE_VARIANTS` sets the number of variants per layout (250 unless set), and
/// `FORMCONVERT_DAMAGE_OFFSET` how many seeds are passed over, so that no one tunes to the first ones;
/// with `FORMCONVERT_DAMAGE_REPORT=1` the figures are printed whether or not they suffice, and
/// `FORMCONVERT_DAMAGE_SEED` shows one variant alone. `FORMCONVERT_DAMAGE_DIRECT=1` leaves the readers
/// out.
@Suite struct DamageTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let variantCount =
    environment["FORMCONVERT_DAMAGE_VARIANTS"].flatMap(Int.init) ?? 250
  private static let offset = environment["FORMCONVERT_DAMAGE_OFFSET"].flatMap(UInt64.init) ?? 0
  private static let isReporting = environment["FORMCONVERT_DAMAGE_REPORT"] == "1"
  private static let failureLimit =
    environment["FORMCONVERT_DAMAGE_FAILURES"].flatMap(Int.init) ?? 20

  private static let skipsReaders = environment["FORMCONVERT_DAMAGE_DIRECT"] == "1"

  private func recognize(_ variant: DamageVariant) throws -> Recognition {
    if Self.skipsReaders { return Recognition(recognizing: variant.document) }
    var options = ReadOptions()
    switch variant.format {
    case .markdown: options.format = .markdown
    case .tsv: options.format = .tsv
    case .html: options.format = .html
    }
    let source = try SourceText(reading: variant.bytes, name: nil, options: options)
    let document = try Document(reading: source)
    var recognition = Recognition(recognizing: document)
    recognition.diagnostics += document.diagnostics
    return recognition
  }

  /// What a page suffered.
  private enum State: String {
    case damaged, repeated, centred, plain
  }

  private func report(_ layout: PrintLayout, _ state: State, count: Int) throws -> DamageReport {
    var report = DamageReport(title: "\(layout.rawValue), \(state.rawValue)")
    let isDamaged = state == .damaged || state == .repeated
    var seed: UInt64 = (isDamaged ? 1_000_000 : 0) + Self.offset
    while report.total.variants < count {
      let variant = DamageVariant(
        layout: layout, seed: seed, isDamaged: isDamaged, repeatsCells: state == .repeated)
      seed += 1
      if !isDamaged, variant.hasPlainLevels != (state == .plain) { continue }
      report.add(DamageScore(variant, try recognize(variant)), of: variant)
    }
    if Self.isReporting { print(report.text(failures: Self.failureLimit)) }
    return report
  }

  private func expectRobust(_ report: DamageReport, exactShare: Double = 0.99) {
    let details = Comment(rawValue: report.text(failures: 5))
    #expect(report.total.rows > 0)
    #expect(report.total.exactShare >= exactShare, details)
    #expect(report.total.silentRows == 0, details)
    #expect(report.total.warnedShare < 0.05, details)
  }

  @Test(arguments: PrintLayout.allCases)
  func damagedFormsAreReadRight(layout: PrintLayout) throws {
    expectRobust(try report(layout, .damaged, count: Self.variantCount))
  }

  /// Damaged, and the texts of merged cells in each of their columns; where a row is shifted to the left,
  /// nothing tells a target that is printed twice from two cells.
  @Test(arguments: PrintLayout.allCases)
  func formsWithRepeatedCellsAreReadRight(layout: PrintLayout) throws {
    let report = try report(layout, .repeated, count: max(1, Self.variantCount / 5))
    expectRobust(report, exactShare: 0.97)
  }

  /// Labels in the middle of their groups, as OCR prints merged cells, and nothing else.
  @Test(arguments: PrintLayout.allCases)
  func centredLabelsAreReadRight(layout: PrintLayout) throws {
    expectRobust(try report(layout, .centred, count: max(1, Self.variantCount / 5)))
  }

  @Test(arguments: PrintLayout.allCases)
  func undamagedFormsAreReadWithoutAWarning(layout: PrintLayout) throws {
    let report = try report(layout, .plain, count: max(1, Self.variantCount / 5))
    let details = Comment(rawValue: report.text(failures: 5))
    #expect(report.total.exactRows == report.total.rows, details)
    #expect(report.total.warnings.isEmpty, details)
  }

  /// Shows the variant of `FORMCONVERT_DAMAGE_SEED` in every layout.
  @Test(
    .enabled(if: environment["FORMCONVERT_DAMAGE_SEED"] != nil), arguments: PrintLayout.allCases)
  func variantOfOneSeed(layout: PrintLayout) throws {
    let seed = try #require(Self.environment["FORMCONVERT_DAMAGE_SEED"].flatMap(UInt64.init))
    let variant = DamageVariant(layout: layout, seed: seed, isDamaged: seed >= 1_000_000)
    print(String(decoding: variant.bytes, as: UTF8.self))
    let recognition = try recognize(variant)
    var report = DamageReport(title: "\(layout.rawValue), seed \(seed): \(variant.log)")
    report.add(DamageScore(variant, recognition), of: variant)
    print(report.text(failures: 50))
    for diagnostic in recognition.diagnostics {
      print(
        diagnostic.severity, diagnostic.code.rawValue, diagnostic.pointer ?? "",
        diagnostic.message(.english))
    }
  }
}
