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
    held.append(copying: piece)
    if stage == .head { try takeHead(parse) }
    if stage == .rows { try takeRows(parse) }
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

  private mutating func takeRows(
    _ parse: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    // Out of the object meanwhile, so that it is not looked at whether two use it at a time.
    var row = PlainRow(allowsDescent: false)
    swap(&row, &self.row)
    var index = 0
    var isPlain = true
    rows: while isPlain, index < held.count {
      if held[index] == 0x0A {
        lineCount += 1
        index += 1
        continue
      }
      switch row.read(held.span, from: index) {
      case .row(let end):
        handler.take(row, of: held.span)
        if let failure = handler.failure { throw failure }
        index = end
      case .incomplete:
        isPlain = held.count - index <= Self.longestRow
        break rows
      case .other: isPlain = false
      }
    }
    swap(&row, &self.row)
    held.removeFirst(index)
    if !isPlain { try finish(parse) }
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
