internal import IR

/// Takes the plain rows of a sheet (``PlainRow``) before the parser of XML sees them.
///
/// That parser takes most of the time it takes to read a large sheet, of which nearly all are such
/// rows. It is given the sheet without them: all up to `<sheetData>`, and all from the first row on
/// that is not plain. So whatever is out of the ordinary is read, and refused, as ever.
struct PlainRows {
  private enum Stage {
    /// Before the rows.
    case head
    /// Among the plain rows at their beginning.
    case rows
    /// After them.
    case rest
  }

  private static let rowsTag = Array("<sheetData>".utf8)
  private static let rootTag = Array("<worksheet".utf8)
  /// More than programs write before the rows.
  private static let longestHead = 1 << 16
  /// More than most rows take.
  private static let longestRow = 1 << 20

  private let handler: WorksheetHandler
  private var row = PlainRow(allowsDescent: false)
  private var stage = Stage.head
  /// What has not been dealt with.
  private var held: [UInt8] = []
  /// The line ends that the parser was not given, which it counts.
  private var lineCount = 0

  /// Begins a sheet.
  init(_ handler: WorksheetHandler) { self.handler = handler }

  /// Takes further bytes, and passes on what is for the parser.
  mutating func take(
    _ piece: Span<UInt8>, _ parse: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard stage != .rest else { return try parse(piece) }
    guard stage == .rows else {
      held.append(copying: piece)
      try takeHead(parse)
      if stage == .rows { try takeRows(piece.extracting(..<0), parse) }
      return
    }
    // What is left of the piece before goes on up to the end of a row in this one.
    let joint = held.isEmpty ? 0 : Self.rowEnd(piece)
    held.append(copying: piece.extracting(..<joint))
    try takeRows(piece.extracting(joint...), parse)
  }

  /// Passes everything on that is left.
  mutating func finish(_ parse: (Span<UInt8>) throws(ReadError) -> Void) throws(ReadError) {
    guard stage != .rest else { return }
    stage = .rest
    if lineCount > 0 { try parse([UInt8](repeating: 0x0A, count: lineCount).span) }
    try parse(held.span)
    held = []
  }

  private mutating func takeHead(
    _ parse: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard let start = held.firstIndex(of: Self.rowsTag) else {
      if held.count > Self.longestHead { try finish(parse) }
      return
    }
    let end = start + Self.rowsTag.count
    guard Self.isPlain(head: held[..<end]) else { return try finish(parse) }
    row = PlainRow(allowsDescent: held[..<end].firstIndex(of: Array("xmlns:x14ac=".utf8)) != nil)
    try parse(held.span.extracting(..<end))
    held.removeFirst(end)
    stage = .rows
  }

  /// Takes the rows of what is held and of the bytes after it, as far as they are plain.
  private mutating func takeRows(
    _ next: Span<UInt8>, _ parse: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    var text: [UInt8] = []
    swap(&text, &held)
    var (end, isPlain) = try takeRows(text.span)
    text.removeFirst(end)
    end = 0
    if isPlain, text.isEmpty { (end, isPlain) = try takeRows(next) }
    text.append(copying: next.extracting(end...))
    held = text
    if !isPlain || held.count > Self.longestRow { try finish(parse) }
  }

  /// Takes the rows at the beginning of a text.
  ///
  /// - Returns: Where the first one begins that is not plain or not complete, and whether it may
  ///   be plain.
  private mutating func takeRows(
    _ text: Span<UInt8>
  ) throws(ReadError) -> (end: Int, isPlain: Bool) {
    // Out of the object meanwhile, so that nobody asks whether two use it at a time.
    var row = PlainRow(allowsDescent: false)
    swap(&row, &self.row)
    var (index, isPlain) = (0, true)
    rows: while isPlain, index < text.count {
      if text[index] == 0x0A {
        lineCount += 1
        index += 1
        continue
      }
      switch row.read(text, from: index) {
      case .row(let end):
        handler.take(row, of: text)
        if let failure = handler.failure { throw failure }
        index = end
      case .incomplete: break rows
      case .other: isPlain = false
      }
    }
    swap(&row, &self.row)
    return (index, isPlain)
  }

  /// Where the first row of some bytes ends; at their end, where none does.
  private static func rowEnd(_ text: Span<UInt8>) -> Int {
    for index in text.indices where text[index] == UInt8(ascii: "/") {
      if text.hasWord("/row>", at: index) { return index + 5 }
    }
    return text.count
  }

  /// Whether what stands before the rows says nothing that changes how they are to be read: another
  /// encoding, comments and declarations, another namespace within the root's.
  private static func isPlain(head: ArraySlice<UInt8>) -> Bool {
    var rest = head
    if head.starts(with: Array("<?xml ".utf8)) {
      guard let end = head.firstIndex(of: Array("?>".utf8)) else { return false }
      let declaration = String(decoding: head[..<end], as: UTF8.self).lowercased()
      if declaration.contains("encoding"), !declaration.contains("encoding=\"utf-8\"") {
        return false
      }
      rest = head[(end + 2)...]
    }
    let root = rest.drop { $0 == 0x0A || $0 == 0x0D }
    guard root.starts(with: rootTag), let next = root.dropFirst(rootTag.count).first,
      next == 0x20 || next == UInt8(ascii: ">"),
      root.firstIndex(of: Array("<!".utf8)) == nil, root.firstIndex(of: Array("<?".utf8)) == nil
    else { return false }
    let namespace = Array("xmlns=".utf8)
    guard let first = root.firstIndex(of: namespace) else { return true }
    return root[(first + 1)...].firstIndex(of: namespace) == nil
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where a run of bytes begins for the first time.
  fileprivate func firstIndex(of run: [UInt8]) -> Int? {
    guard let first = run.first else { return nil }
    var index = startIndex
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].starts(with: run) { return found }
      index = found + 1
    }
    return nil
  }
}
