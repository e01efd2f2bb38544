internal import IR

/// One form while it is being read: what has been read of it, and what has become of every token.
///
/// Initializers borrow it: they own what they are given otherwise, and a copy counts the references to all of it.
struct FormReading {
  /// What became of a token.
  enum Fate: UInt8 {
    /// Nothing yet.
    case open
    /// It is a label or a caption.
    case label
    /// It is, or is part of, a value of the form.
    case value
    /// It belongs to no form.
    case outside
  }

  let document: Document
  let grid: Grid
  let vocabulary: Vocabulary
  /// The labels of the layout, sorted by what texts are compared with them for.
  let labels: LayoutLabels
  /// The number of the layout the form is printed in.
  let layoutNumber: Int
  /// The rows of the form.
  let rows: Range<Int>
  /// Where the form prints the labels of fields.
  private(set) var fieldLabels = FieldLabels()
  /// The number of the form in its document.
  let index: Int
  /// Whether places of values are recorded.
  let recordsProvenance: Bool

  var form: Form
  /// What there is to say, about the forms before this one too.
  var diagnostics: [Diagnostic] = []
  /// The first of ``diagnostics`` that is about this form.
  private(set) var firstDiagnostic = 0
  /// The rows of the title, which need not read like one.
  var titleRows: Range<Int>?
  /// What the form says besides its grid, where it was drawn with an appendix.
  var appendix: Appendix?
  var provenance: [Provenance] = []
  var outside: [PlacedText] = []
  /// The width at which the column of names cuts them off, where labels of the form are clipped.
  var clippedWidth: Int?
  /// The slots of the layout's taxonomy, in the order in which the form prints them.
  var slots: [LevelSlot]
  /// The rows below the indicators that people sign and comment in.
  var footRows: Set<Int> = []
  /// Tokens whose own label gave them to a field that has a value already; no other field takes
  /// them.
  var refused: Set<Int> = []
  /// The fingerprint of the text that labels took out of cells they share with a value.
  var labelFingerprint = Fingerprint()

  /// The first token of each value that a failed sum may be about.
  private var anchors: [(path: FormPath, token: Int)] = []
  /// The levels without an indicator that were appended to the form.
  private var emptyLevels: Set<EmptyLevel> = []
  /// The row each indicator was read from.
  private var indicatorRows: [IndicatorRow.Heads] = []
  private let firstToken: Int
  private var fates: [Fate]

  init(
    _ grid: Grid, of document: Document, rows: Range<Int>, layout: Int, index: Int,
    vocabulary: Vocabulary, recordsProvenance: Bool
  ) {
    self.grid = grid
    self.document = document
    self.rows = rows
    self.vocabulary = vocabulary
    layoutNumber = layout
    labels = vocabulary.labels(of: layout)
    slots = labels.slots
    self.index = index
    self.recordsProvenance = recordsProvenance
    form = Form(kind: vocabulary.layouts[layout].kind, layout: vocabulary.layouts[layout].id)
    firstToken = rows.isEmpty ? 0 : grid.rows[rows.lowerBound].tokens.lowerBound
    let end = rows.isEmpty ? 0 : grid.rows[rows.upperBound - 1].tokens.upperBound
    fates = Array(repeating: .open, count: end - firstToken)
    fieldLabels = FieldLabels(of: self)
  }

  /// Appends a level without an indicator, unless it is there.
  mutating func append(_ level: EmptyLevel) {
    if emptyLevels.insert(level).inserted { form.emptyLevels.append(level) }
  }

  /// The tokens of the form, in ``Grid/tokens``.
  var tokens: Range<Int> { firstToken..<firstToken + fates.count }

  /// What became of a token.
  subscript(fate token: Int) -> Fate {
    get { fates[token - firstToken] }
    set { fates[token - firstToken] = newValue }
  }

  /// The layout the form is printed in.
  var layout: Layout { vocabulary.layouts[layoutNumber] }

  /// The states of the layout's taxonomy.
  var states: [LevelState] { labels.states }

  /// The label the layout prints for a field.
  func label(of key: FieldKey) -> String {
    layout.fields.first { $0.key == key }?.labels.first ?? String(key.key)
  }

  /// The label the layout prints over a column of the indicator table.
  func label(of column: Layout.Column) -> String {
    layout.allColumns.first { $0.key == column }?.labels.first ?? column.jsonKey
  }

  /// The level-2 label of a slot.
  func slotLabel(_ slot: Int) -> String { slots[slot].label }

  /// Whether a slot holds one of some states.
  func isSlot(_ slot: Int, of states: SmallSet) -> Bool {
    !slots[slot].members.isDisjoint(with: states)
  }

  /// What rows are told by of the label of a token.
  func facts(_ token: Int) -> LabelFacts {
    let label = grid.tokens[token].label
    return label < 0 ? [] : vocabulary.facts[layoutNumber][Int(label)]
  }

  /// What the label of a token stands for.
  func meanings(_ token: Int) -> ArraySlice<Meaning> {
    let label = grid.tokens[token].label
    return label < 0 ? [] : labels.meanings[label]
  }

  /// Trades the diagnostics for those of the forms before this one, so that it adds to them; and
  /// back.
  mutating func exchangeDiagnostics(with others: inout [Diagnostic]) {
    swap(&diagnostics, &others)
    firstDiagnostic = diagnostics.count
  }

  // MARK: Text

  /// The text of a token by a rule.
  func text(_ token: Int, _ mode: TextNormalizer.Mode) -> String {
    text(CollectionOfOne(token), mode)
  }

  /// The text of tokens that belong together, joined without a separator.
  func text(_ tokens: some Collection<Int>, _ mode: TextNormalizer.Mode) -> String {
    withText(of: tokens, mode) { bytes, _ in String(copying: bytes) }
  }

  /// Appends the text of a token by a rule; says whether LaTeX was decoded.
  @discardableResult
  func appendText(_ token: Int, _ mode: TextNormalizer.Mode, to bytes: inout [UInt8]) -> Bool {
    document.withBytes(of: grid.tokens[token].text) { printed in
      guard !grid.tokens[token].isPlain else {
        bytes.append(copying: printed)
        return false
      }
      return TextNormalizer.append(printed, mode: mode, to: &bytes)
    }
  }

  /// Calls back with the text of a token by a rule; a text that stays as it is is not copied.
  @inline(__always)
  func withText(
    _ token: Int, _ mode: TextNormalizer.Mode, _ buffer: inout [UInt8],
    _ body: (Span<UInt8>) -> Void
  ) {
    if grid.tokens[token].isPlain {
      document.withBytes(of: grid.tokens[token].text, body)
    } else {
      buffer.removeAll(keepingCapacity: true)
      appendText(token, mode, to: &buffer)
      body(buffer.span)
    }
  }

  /// Calls back with the text of tokens that belong together, and with whether LaTeX was decoded
  /// in the first of them.
  @inline(__always)
  func withText<Result>(
    of tokens: some Collection<Int>, _ mode: TextNormalizer.Mode,
    _ body: (Span<UInt8>, _ isLaTeX: Bool) -> Result
  ) -> Result {
    if tokens.count == 1, let token = tokens.first, grid.tokens[token].isPlain {
      return document.withBytes(of: grid.tokens[token].text) { body($0, false) }
    }
    var bytes: [UInt8] = []
    var isLaTeX: Bool?
    for token in tokens {
      let hasDecoded = appendText(token, mode, to: &bytes)
      isLaTeX = isLaTeX ?? hasDecoded
    }
    return body(bytes.span, isLaTeX ?? false)
  }

  /// The text of a token as printed.
  func printed(_ token: Int) -> String { document.string(grid.tokens[token].text) }

  // MARK: Values

  /// The pointer of a value of the form, from the root of the canonical JSON.
  func pointer(_ path: String) -> String { "/forms/\(index)/\(path)" }

  /// Records that tokens became a value.
  mutating func place(_ tokens: some Sequence<Int>, at path: @autoclosure () -> String) {
    for token in tokens { self[fate: token] = .value }
    guard recordsProvenance else { return }
    provenance.append(
      Provenance(pointer: pointer(path()), pieces: tokens.map(piece)))
  }

  /// Records that a value is read from a label.
  mutating func trace(_ label: Int?, at path: @autoclosure () -> String) {
    guard recordsProvenance, let label else { return }
    provenance.append(Provenance(pointer: pointer(path()), pieces: [piece(label)]))
  }

  /// Remembers where a value stands that a failed sum would be about.
  mutating func anchor(_ token: Int, at path: FormPath) { anchors.append((path, token)) }

  /// Remembers where the values of the next indicator stand.
  mutating func anchorIndicator(_ row: IndicatorRow) { indicatorRows.append(row.heads) }

  /// Where the value of a path stands.
  func anchor(of path: FormPath) -> Int? {
    if case .indicator(let number, let column) = path {
      return indicatorRows.indices.contains(number) ? indicatorRows[number].token(column) : nil
    }
    return anchors.first { $0.path == path }?.token
  }

  /// The measure that tokens print.
  func measure(_ tokens: some Collection<Int>) -> Measure { measureWithLaTeX(tokens).measure }

  /// The measure that tokens print, and whether LaTeX was decoded in the first of them.
  func measureWithLaTeX(
    _ tokens: some Collection<Int>
  ) -> (measure: Measure, isLaTeX: Bool) {
    withText(of: tokens, .measure) { bytes, isLaTeX in (Measure(reading: bytes), isLaTeX) }
  }

  /// The amount that tokens print.
  func amount(_ tokens: some Collection<Int>) -> Amount {
    withText(of: tokens, .value) { bytes, _ in Amount(reading: bytes) }
  }

  private func piece(_ token: Int) -> Provenance.Piece {
    let token = grid.tokens[token]
    let row = grid.rows[token.row]
    return .init(
      source: token.source,
      cell: row.table.map { .init(table: $0, row: row.tableRow, cell: token.cell) })
  }

  // MARK: Diagnostics

  /// Reports something about a token, or about all from one through another.
  mutating func report(
    _ code: DiagnosticCode, _ token: Int?, through last: Int? = nil, path: String? = nil,
    _ arguments: Diagnostic.Argument..., before: String? = nil, after: String? = nil,
    alternatives: [String] = []
  ) {
    report(
      code, token, through: last, path: path, arguments, before: before, after: after,
      alternatives: alternatives)
  }

  /// Reports something about a token.
  mutating func report(
    _ code: DiagnosticCode, _ token: Int?, through last: Int? = nil, path: String?,
    _ arguments: [Diagnostic.Argument], before: String? = nil, after: String? = nil,
    alternatives: [String] = []
  ) {
    // Without closures: one that holds the method would copy all of the reading.
    var source: SourceRange?
    if let token { source = grid.tokens[token].source }
    if let last, let first = source, grid.tokens[last].source.end > first.end {
      source = SourceRange(start: first.start, end: grid.tokens[last].source.end)
    }
    var place: String?
    if let path { place = pointer(path) }
    diagnostics.append(
      Diagnostic(
        code, at: source, pointer: place, arguments: arguments, before: before, after: after,
        alternatives: alternatives))
  }
}
