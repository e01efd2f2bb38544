public import IR

/// A large text file of which only a piece is in memory at a time.
///
/// It is read twice: first as a whole, to find out what it is written as and, of tab-separated
/// text, how large its tables are; then piece by piece.
public final class TextPieces: PiecedSource {
  /// How much is in memory, and from when on that is worth its while.
  public struct Sizes: Sendable {
    /// The size from which a file is read piece by piece.
    public var least = 4 << 20
    /// How much is read at once: what all stages do to it, they do while it is in the cache.
    public var piece = 1 << 18
    /// The size from which a table comes in parts.
    public var part = 1 << 20

    /// The usual sizes.
    public init() {}
  }

  /// The file with the current piece of its text.
  public private(set) var source: SourceText
  /// None: there are no sheets.
  public let sheetNames: [String] = []
  private let file: any FileBytes
  private let sizes: Sizes
  /// How much of the file was read.
  private var readCount = 0
  /// What was read after the last line end of the piece.
  private var rest: [UInt8] = []
  /// What tells that the file is still the same.
  private var mark = ContentMark()
  /// The mark of the first time.
  private var firstMark: ContentMark?
  /// What is found out the first time.
  private var survey: SourceSurvey?
  private var tables: [Int: TableSize] = [:]
  private var mayHaveDiagnostics = true

  /// Whether a table of it is read in parts.
  public var splitsTables: Bool { source.piece?.tables.isEmpty == false }

  /// Opens a file; `nil` for one that is small, or must be read as a whole.
  ///
  /// - Parameter allowsParts: Whether tables may come in parts.
  public init?(
    _ file: any FileBytes, name: String?, options: ReadOptions = ReadOptions(), allowsParts: Bool,
    sizes: Sizes = Sizes()
  ) throws(ReadError) {
    guard file.count >= sizes.least, file.count <= options.limits.inputBytes,
      let head = try? file.bytes(in: 0..<min(SourceSurvey.headByteCount, file.count)),
      let survey = SourceSurvey(
        head: head, isWhole: head.count == file.count, name: name, options: options)
    else { return nil }
    self.file = file
    self.sizes = sizes
    self.survey = survey
    source = survey.source
    source.piece = SourcePiece()
    guard let found = try? lookThrough(limits: options.limits, allowsParts: allowsParts) else {
      return nil
    }
    source = found
    readCount = 0
    rest = []
    firstMark = mark
    mark = ContentMark()
    try fill()
  }

  /// Goes on to the next piece, which keeps what the reader and the document still need.
  public func advance(
    _ reader: inout DocumentReader, _ document: inout Document
  ) throws(ReadError) {
    let byteCount = try advance(
      keepingFrom: min(reader.position, document.firstBlockStart ?? .max))
    reader.move(to: source, by: byteCount, &document)
  }

  /// Goes on to the next piece.
  ///
  /// - Parameter needed: The offset of the first byte that is kept.
  /// - Returns: How many bytes later the piece begins than the one before.
  private func advance(keepingFrom needed: Int) throws(ReadError) -> Int {
    // Lines stay whole, for the columns of places.
    let start = source.utf8[..<needed].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    source.piece?.precedingByteCount += start
    // No place is asked for the first time.
    if survey == nil {
      let lineCount = LineTable.endedLineCount(in: source.utf8.span.extracting(..<start))
      source.piece?.precedingLineCount += lineCount
    }
    source.utf8 = Array(source.utf8[start...])
    try fill()
    return start
  }

  /// Reads on to the end of a line: as much again as there is, so that what is longer than a
  /// piece does not take quadratic time.
  private func fill() throws(ReadError) {
    let wanted = source.utf8.count + max(source.utf8.count, sizes.piece)
    while source.utf8.count < wanted, source.piece?.isLast == false {
      // Read to where it stays, and what begins the last line taken off again.
      var text = source.utf8
      source.utf8 = []
      // For all that is wanted: else a long block would be moved for every piece of it.
      text.reserveCapacity(wanted + rest.count + sizes.piece)
      text += rest
      let hasMore = try readOn(&text)
      let end = hasMore ? text.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 : text.count
      rest = Array(text[end...])
      text.removeLast(rest.count)
      source.utf8 = text
      guard !hasMore else { continue }
      source.piece?.isLast = true
      if let firstMark, firstMark != mark || file.hasGrown { throw .changed }
    }
  }

  /// Appends the next bytes of the file to others; `false` at its end.
  private func readOn(_ text: inout [UInt8]) throws(ReadError) -> Bool {
    let run = readCount..<min(readCount + sizes.piece, file.count)
    guard !run.isEmpty else { return false }
    let start = text.count
    try file.append(run, to: &text)
    readCount = run.upperBound
    let bytes = text.span.extracting(start...)
    mark.append(bytes)
    survey?.append(bytes)
    return true
  }

  // MARK: The first time

  /// Reads the file as a whole, and says what it is; `nil` where it must be in memory as a whole.
  private func lookThrough(limits: Limits, allowsParts: Bool) throws(ReadError) -> SourceText? {
    if source.format == .tsv {
      guard try findTables(limits: limits, allowsParts: allowsParts) else { return nil }
    } else {
      var piece: [UInt8] = []
      while try readOn(&piece) { piece.removeAll(keepingCapacity: true) }
    }
    var found = survey.take()?.finish()
    found?.piece?.tables = tables
    found?.piece?.mayHaveDiagnostics = mayHaveDiagnostics
    return found
  }

  /// Finds the tables that come in parts; `false` where one must be in memory as a whole.
  private func findTables(limits: Limits, allowsParts: Bool) throws(ReadError) -> Bool {
    try fill()
    var document = Document(source: source)
    var parts = TablesInParts(findingFrom: sizes.part, allowsParts: allowsParts)
    var reader = TextReader(dialect: .tsv, limits: limits)
    reader.isLastPiece = source.piece?.isLast ?? true
    reader.parts = parts
    var hasDiagnostics = false
    var hasMore = true
    while hasMore {
      hasMore = reader.readBlocks(of: source.utf8.span, into: &document, byteCount: .max)
      parts = reader.parts ?? parts
      guard survey?.isValid == true, !parts.mustBeWhole else { return false }
      if parts.hasDiagnostics || !document.diagnostics.isEmpty { hasDiagnostics = true }
      document.discardBlocks(document.blocks.count)
      guard reader.needsText else { continue }
      let byteCount = try advance(keepingFrom: reader.position)
      reader.move(by: byteCount, isLast: source.piece?.isLast ?? true)
    }
    tables = parts.sizes
    mayHaveDiagnostics = hasDiagnostics
    return true
  }
}
