import IR

/// One damaged page, and what a reader should make of it.
struct DamageVariant: Sendable {
  /// An indicator as it should be read.
  struct Expected: Sendable {
    var level1: String?
    var level2: String?
    var texts: [IndicatorColumn: String]
    /// Whether damage changed a row of the indicator.
    var isTouched: Bool
    /// Whether no print of its level-2 label is left, or, under 投入和管理目标, of level 1.
    var hasLostLevel: Bool
    /// Where its rows stand in the source.
    var places: [Range<Int>]
  }

  var seed: UInt64
  var layout: PrintLayout
  var format: PageWriter.Format
  var style: PrintStyle
  var kinds: Set<DamageKind>
  var log: [String]
  var bytes: [UInt8]
  /// The page as a reader should give it, for telling a reader's faults from the recogniser's.
  var document: Document
  var expected: [Expected]

  /// Whether the levels of the page are as plain as in print.
  ///
  /// So they are with merged cells, and with labels on the first rows of their groups. A label that
  /// scanning put on a middle row is damage already.
  var hasPlainLevels: Bool {
    hasSpans || (style.level1 != .centre && style.level2 != .centre)
  }
  private var hasSpans: Bool { format == .html && style.hasSpans }

  /// Makes the variant of a seed: a page as printed, or one with one to three kinds of damage.
  ///
  /// - Parameter repeatsCells: Whether the texts of merged cells are printed again in each column.
  init(layout: PrintLayout, seed: UInt64, isDamaged: Bool, repeatsCells: Bool = false) {
    var factory = FormFactory(layout: layout, seed: seed)
    let printed = factory.makeForm()
    self.seed = seed
    self.layout = layout
    style = printed.style
    format = PageWriter.Format.allCases[Int(seed % 3)]
    var page = PagePrinter(printed: printed).page()
    let hasSpans = format == .html && printed.style.hasSpans && !repeatsCells
    let groups = Self.groups(page)
    if !hasSpans {
      page = page.map { block in
        guard case .table(var rows) = block else { return block }
        rows.flatten(printed.style, repeatsCells: repeatsCells)
        return .table(rows)
      }
    }
    var damager = PageDamager(page, seed: seed &+ 0xDA_3A6E)
    damager.groups = groups
    if isDamaged { damager.damage(DamageKind.allCases.filter { $0.suitsSpans || !hasSpans }) }
    kinds = damager.kinds
    log = damager.log
    let writer = PageWriter(damager.page, format: format, style: style)
    bytes = writer.bytes
    document = writer.document(of: damager.page)
    expected = Self.expectations(printed.form, groups: groups, rows: writer.rows)
  }

  /// The indicators that each level label of a page with merged cells stands for.
  private static func groups(_ page: [PrintedBlock]) -> [PrintedContent: Set<Int>] {
    var groups: [PrintedContent: Set<Int>] = [:]
    for case .table(let rows) in page {
      for (index, row) in rows.enumerated() where row.kind == .indicator {
        for cell in row.cells {
          switch cell.content {
          case .level1, .level2:
            let span = rows[index..<min(index + cell.rowSpan, rows.count)]
            groups[cell.content, default: []].formUnion(span.flatMap(\.indicators))
          default: break
          }
        }
      }
    }
    return groups
  }

  /// What the page still says about each indicator; a cell that is gone is expected to be absent.
  private static func expectations(
    _ form: Form, groups: [PrintedContent: Set<Int>], rows: [PageWriter.PlacedRow]
  ) -> [Expected] {
    var expected = form.indicators.map {
      Expected(
        level1: $0.level1, level2: $0.level2, texts: [:], isTouched: false, hasLostLevel: true,
        places: [])
    }
    for placed in rows {
      for index in placed.row.indicators where !expected[index].places.contains(placed.bytes) {
        expected[index].places.append(placed.bytes)
        if placed.row.isTouched { expected[index].isTouched = true }
      }
      for cell in placed.row.cells where !cell.text.isEmpty {
        if case .indicator(let index, let column) = cell.content {
          expected[index].texts[column, default: ""] += cell.text
        }
      }
    }
    let printed = Set(rows.flatMap { $0.row.cells.filter { !$0.text.isEmpty }.map(\.content) })
    for (content, group) in groups {
      for index in group where isLevelTold(by: content, printed) {
        expected[index].hasLostLevel = false
      }
    }
    for (content, group) in groups where !printed.contains(content) {
      guard case .level1 = content else { continue }
      for index in group where expected[index].level1 == "投入和管理目标" {
        expected[index].hasLostLevel = true
      }
    }
    return expected.filter { !$0.texts.isEmpty }
  }

  /// Whether a label is one of level 2 and still printed.
  private static func isLevelTold(
    by content: PrintedContent, _ printed: Set<PrintedContent>
  ) -> Bool {
    if case .level2 = content { printed.contains(content) } else { false }
  }
}
