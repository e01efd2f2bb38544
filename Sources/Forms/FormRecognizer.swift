public import IR

/// Finds the forms in a document and reads them.
public struct FormRecognizer: Sendable {
  /// How to recognise.
  public struct Options: Sendable {
    /// The layouts forms may be printed in.
    public var layouts = LayoutSet.builtIn
    /// Whether to record where every value stands in the source.
    public var recordsProvenance = false

    /// The default options.
    public init() {}
  }

  private let vocabulary: Vocabulary
  private let recordsProvenance: Bool
  /// The number of forms recognised so far.
  private var formCount = 0
  /// The number of rows of the first block that were dealt with in an earlier call.
  private var rowsDone = 0

  /// Rows without a form that are kept back, since they may be the beginning of one.
  private static let keptRows = 16

  /// Creates a recogniser of the layouts whose labels are collected.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    recordsProvenance = false
  }

  /// Creates a recogniser.
  public init(options: Options = Options()) {
    vocabulary = options.layouts.vocabulary
    recordsProvenance = options.recordsProvenance
  }

  /// Recognises the forms among the blocks of a document that are complete.
  ///
  /// Call it again with further blocks; the ones it has dealt with must have been discarded.
  ///
  /// - Parameter isComplete: Whether the document's last block has been read.
  /// - Returns: What was recognised, and how many blocks it dealt with.
  public mutating func recognize(
    _ document: Document, isComplete: Bool
  ) -> (recognition: Recognition, blockCount: Int) {
    var grid = Grid(document, vocabulary: vocabulary)
    let segmenter = Segmenter(grid, vocabulary: vocabulary, isComplete: isComplete)
    var (segments, end) = segmenter.segments(from: rowsDone)
    if segments.isEmpty, !isComplete {
      end = max(rowsDone, grid.startOfBlock(ofRow: min(end, grid.rows.count - Self.keptRows)))
    }
    grid.mergeRepeatedCells(onPagesOf: segments.map(\.rows), of: document, vocabulary)
    // A form with an appendix was drawn; the appendix is about what the grid says without spans.
    for segment in segments where segment.appendix != nil { grid.flatten(segment.rows) }
    var collector = Collector(grid, document, vocabulary)
    collector.recognition.diagnostics = document.diagnostics
    var row = rowsDone
    for segment in segments {
      collector.addOutside(row..<segment.rows.lowerBound)
      collector.reportEmptyCells(upTo: segment.rows.upperBound, ofTableAt: segment.rows.lowerBound)
      row = segment.rows.upperBound
      if segment.isList || !addForm(segment, to: &collector) { collector.addOutside(segment.rows) }
    }
    if row < end { collector.addOutside(row..<end) }
    let done = finishedBlocks(grid, document, upTo: end, isComplete: isComplete)
    if isComplete, formCount == 0 {
      collector.recognition.diagnostics.append(Diagnostic(.noForm))
    }
    return (collector.recognition, done)
  }

  /// Reads a form; `false` when the rows are none.
  private mutating func addForm(
    _ segment: Segmenter.Segment, to collector: inout Collector
  ) -> Bool {
    let grid = collector.grid
    let appendix = segment.appendix.map { Appendix($0, of: collector.document, grid) }
    guard let decision = decision(for: segment, appendix, grid) else { return false }
    let extent = FormExtent(grid, vocabulary: vocabulary, layout: decision.layout)
    let end = segment.appendix?.lowerBound ?? extent.end(of: segment.rows)
    var reading = FormReading(
      grid, of: collector.document, rows: segment.rows.lowerBound..<end, layout: decision.layout,
      index: formCount, vocabulary: vocabulary, recordsProvenance: recordsProvenance)
    reading.appendix = appendix
    reading.titleRows = segment.title
    reading.exchangeDiagnostics(with: &collector.recognition.diagnostics)
    if let rival = decision.rival {
      reading.report(
        .layoutAmbiguous, reading.tokens.first,
        .text("layout", vocabulary.layouts[decision.layout].id),
        alternatives: [vocabulary.layouts[rival].id])
    }
    reportKind(segment.title, decision.layout, &reading)
    FormAssembly.read(&reading)
    formCount += 1
    reading.exchangeDiagnostics(with: &collector.recognition.diagnostics)
    collector.add(reading)
    collector.addOutside((segment.appendix?.upperBound ?? end)..<segment.rows.upperBound)
    return true
  }

  /// Reports a title that says that the form is none of those a layout is for.
  private func reportKind(_ title: Range<Int>?, _ layout: Int, _ reading: inout FormReading) {
    guard let title, let token = reading.grid.rows[title.lowerBound].tokens.first else { return }
    let key = reading.grid.key(ofLines: title)
    guard TitleRule.isOfOtherKind(key), !vocabulary.isTitle(key, of: layout) else { return }
    reading.report(.formOfOtherKind, token, .text("title", reading.text(token, .value)))
  }

  /// The layout of a form: what its appendix says, or else what its labels tell.
  private func decision(
    for segment: Segmenter.Segment, _ appendix: Appendix?, _ grid: Grid
  ) -> LayoutDetector.Decision? {
    if let id = appendix?.layout, let layout = vocabulary.layouts.firstIndex(where: { $0.id == id })
    {
      return .init(layout: layout, rival: nil)
    }
    let title = segment.title.map { grid.key(ofLines: $0) }
    let end = segment.appendix?.lowerBound ?? segment.rows.upperBound
    return LayoutDetector.detect(
      grid, rows: segment.rows.lowerBound..<end, title: title, vocabulary: vocabulary)
  }

  /// How many blocks lie before a row; notes the rows of the next one that are dealt with.
  private mutating func finishedBlocks(
    _ grid: Grid, _ document: Document, upTo end: Int, isComplete: Bool
  ) -> Int {
    guard !isComplete else {
      rowsDone = 0
      return document.blocks.count
    }
    guard end < grid.rows.count else {
      rowsDone = 0
      return document.blocks.count
    }
    let block = grid.rows[end].block
    let first = grid.rows.firstIndex { $0.block == block } ?? end
    rowsDone = end - first
    return block
  }
}

/// What a call of the recogniser has found so far.
private struct Collector {
  let grid: Grid
  let document: Document
  let vocabulary: Vocabulary
  var recognition = Recognition()
  /// How many of the grid's empty cells were reported or are of no form.
  private var emptyCellsDone = 0

  init(_ grid: Grid, _ document: Document, _ vocabulary: Vocabulary) {
    self.grid = grid
    self.document = document
    self.vocabulary = vocabulary
  }

  /// Adds a form that was read.
  mutating func add(_ reading: FormReading) {
    recognition.order.append(.form(recognition.forms.count))
    recognition.forms.append(reading.form)
    recognition.provenance += reading.provenance
    // They were found by what they say; here they come in the order of the source.
    addTexts(reading.outside.sorted { $0.source?.start ?? 0 < $1.source?.start ?? 0 })
  }

  /// Adds texts that were read with a form and belong to none: as blocks, where they are all of one.
  private mutating func addTexts(_ texts: [PlacedText]) {
    var start = 0
    while start < texts.count {
      let block = textBlock(at: texts[start].source)
      let end = texts[start...].firstIndex { textBlock(at: $0.source) != block } ?? texts.count
      if let block, grid.tokens(ofRows: grid.rows(ofBlock: block)).count == end - start {
        recognition.order.append(.block(block))
        recognition.outside += texts[start..<end]
      } else {
        add(texts[start..<end])
      }
      start = end
    }
  }

  /// Adds texts between those of a form.
  private mutating func add(_ texts: ArraySlice<PlacedText>) {
    let first = recognition.outside.count
    recognition.order += (first..<first + texts.count).map { .text($0) }
    recognition.outside += texts
  }

  /// The heading or the paragraph that a place is in.
  private func textBlock(at place: SourceRange?) -> Int? {
    guard let place else { return nil }
    let blocks = document.blocks
    let number = blocks.indices.partitioningIndex { blocks[$0].source.start > place.start } - 1
    return number >= 0 && !blocks[number].isTable ? number : nil
  }

  /// Reports the cells of a form and of the table it begins in that say that they are empty.
  mutating func reportEmptyCells(upTo end: Int, ofTableAt row: Int) {
    let start = grid.startOfBlock(ofRow: row)
    let further = grid.emptyCells[emptyCellsDone...]
    let cells = further.drop { $0.row < start }.prefix { $0.row < end }
    emptyCellsDone = cells.endIndex
    guard let first = cells.first?.cell else { return }
    recognition.diagnostics.append(
      Diagnostic(
        .emptyCellPrinted, at: first.source,
        arguments: [
          .text("text", document.string(first.text)), .number("count", cells.count),
        ]))
  }

  /// Adds rows that belong to no form: whole tables as tables, anything else as text.
  mutating func addOutside(_ rows: Range<Int>) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let block = grid.blockRows(around: row)
      let number = grid.rows[row].block
      let end = min(block.upperBound, rows.upperBound)
      // The caption of a table is a row of its block too.
      if row > block.lowerBound || end < block.upperBound {
        add(texts(ofRows: row..<end)[...])
      } else {
        recognition.order.append(.block(number))
        if case .table(let table) = document.blocks[number] {
          recognition.tables.append(table)
        } else {
          recognition.outside += texts(ofRows: row..<end)
        }
      }
      row = end
    }
  }

  /// The texts of rows; a control character alone is none.
  private func texts(ofRows rows: Range<Int>) -> [PlacedText] {
    grid.tokens(ofRows: rows).compactMap { token in
      let text = text(token)
      return text.isEmpty ? nil : PlacedText(text: text, source: token.source)
    }
  }
}

extension Collector {
  /// The text of a token by the rule for short texts.
  private func text(_ token: Grid.Token) -> String {
    var bytes: [UInt8] = []
    TextNormalizer.append(document.bytes(token.text).span, mode: .value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Recognition {
  /// Recognises the forms of a whole document.
  public init(recognizing document: Document, options: FormRecognizer.Options = .init()) {
    var recognizer = FormRecognizer(options: options)
    self = recognizer.recognize(document, isComplete: true).recognition
  }
}
