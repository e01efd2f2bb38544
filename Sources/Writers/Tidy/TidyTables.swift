public import IR

/// The forms of any number of documents as tidy tables: one row for each form, amount, indicator
/// and diagnostic, ready for a filter or a pivot table.
///
/// Numbers stand as printed, beside the exact number where the two differ; nothing is converted.
public struct TidyTables: Sendable {
  /// What is to be known about the reading of one input.
  public struct Input: Sendable {
    /// What the input is called.
    public var name: String
    /// The format it was read as; `nil` when it could not be read.
    public var format: SourceFormat?
    /// The number of its bytes.
    public var byteCount = 0
    /// The number of its cells that hold text.
    public var cellCount = 0
    /// Why it could not be read.
    public var failure: LocalizedText?

    /// Names an input.
    public init(name: String) { self.name = name }
  }

  let columnLanguage: Language
  private var forms: DataTable
  private var funding: DataTable
  private var indicators: DataTable
  /// What stands in tables that no layout has; without a row where no form has any.
  private var further: DataTable
  private var diagnostics: DataTable
  private var coverage: DataTable
  private var totals = Coverage()

  /// Begins empty tables with headers in a language.
  public init(language: Language = .chinese) {
    columnLanguage = language
    forms = DataTable(
      LocalizedText(en: "Forms", zh: "表")(language), columns: Self.formColumns(language))
    funding = DataTable(
      LocalizedText(en: "Funding", zh: "资金")(language),
      columns: Self.fundingColumns(language))
    indicators = DataTable(
      LocalizedText(en: "Indicators", zh: "指标")(language),
      columns: Self.indicatorColumns(language))
    further = DataTable(
      LocalizedText(en: "Further tables", zh: "其他表")(language),
      columns: Self.furtherColumns(language))
    diagnostics = DataTable(
      LocalizedText(en: "Diagnostics", zh: "诊断")(language),
      columns: Self.diagnosticColumns(language))
    coverage = DataTable(
      LocalizedText(en: "Coverage", zh: "覆盖情况")(language),
      columns: Self.coverageColumns(language))
  }

  /// Adds what was read of an input.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - forms: Its forms.
  ///   - outsideCount: The number of its texts that belong to no form.
  ///   - diagnostics: What there is to say about it, each with its place.
  public mutating func append(
    _ input: Input, forms: [Form], outsideCount: Int = 0,
    diagnostics: [(diagnostic: Diagnostic, position: LineTable.Position?)]
  ) {
    var looks = [Int](repeating: 0, count: forms.count)
    var own = Coverage()
    for (diagnostic, position) in diagnostics {
      own.count(diagnostic.severity)
      let form = diagnostic.pointer.flatMap(Self.formNumber)
      if let form, forms.indices.contains(form), diagnostic.severity >= .warning {
        looks[form] += 1
      }
      self.diagnostics.append(
        row(
          input, form, form.flatMap { forms.indices.contains($0) ? forms[$0] : nil }, diagnostic,
          position))
    }
    for (number, form) in forms.enumerated() {
      let place = Place(file: input.name, number: number + 1, project: form.projectName)
      self.forms.append(formRow(form, place, looks: looks[number]))
      for row in fundingRows(form, place) { funding.append(row) }
      for row in indicatorRows(form, place) { indicators.append(row) }
      for row in furtherRows(form, place) { further.append(row) }
    }
    own.formCount = forms.count
    own.formsToLookAt = looks.count { $0 > 0 }
    own.unplacedCount = forms.reduce(0) { $0 + $1.unplaced.count }
    own.outsideCount = outsideCount
    own.cellCount = input.cellCount
    own.byteCount = input.byteCount
    own.failureCount = input.failure == nil ? 0 : 1
    coverage.append(row(input, own))
    totals.add(own)
  }

  /// The tables as sheets: forms, funding, indicators, what stands in further tables where there are any,
  /// diagnostics, and last what was covered.
  public func sheets() -> [Sheet] {
    var coverage = coverage
    var all = Input(name: LocalizedText(en: "All inputs", zh: "合计")(columnLanguage))
    all.format = nil
    coverage.append(row(all, totals))
    return (data + [diagnostics, coverage]).map { $0.sheet() }
  }

  /// What forms say.
  private var data: [DataTable] {
    [forms, funding, indicators] + (further.isEmpty ? [] : [further])
  }

  /// The forms, their amounts and their indicators as one sheet, each table below its name.
  public func dataSheet() -> Sheet {
    var document = Document()
    for table in data {
      let sheet = table.sheet()
      let name = TextBlock(text: document.store(sheet.name), source: SourceRange(0..<0), level: 2)
      document.blocks.append(.heading(name))
      for block in sheet.document.blocks { document.append(block, of: sheet.document) }
    }
    var sheet = Sheet(
      name: LocalizedText(en: "Data", zh: "数据")(columnLanguage), document: document, style: .data)
    sheet.isDerived = true
    return sheet
  }

  /// The number of forms added so far.
  public var formCount: Int { totals.formCount }

  /// The number of forms a person has to look at.
  public var formsToLookAt: Int { totals.formsToLookAt }

  /// Where a row comes from.
  struct Place {
    var file: String
    var number: Int
    var project: String?

    /// The first cells of a row.
    var cells: [DataTable.Value] { [.text(file), DataTable.Value(number), .init(project)] }
  }

  /// The number of the form a pointer leads into.
  private static func formNumber(_ pointer: String) -> Int? {
    let parts = pointer.split(separator: "/", maxSplits: 2)
    guard parts.count > 1, parts[0] == "forms" else { return nil }
    return Int(parts[1])
  }
}
