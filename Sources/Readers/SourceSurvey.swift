public import IR

/// Looks through a large file to find out whether it can be read piece by piece, so that only a
/// piece of it is in memory at a time.
///
/// That goes for markdown in UTF-8. What a file is written as, and in which encoding, is decided by
/// all of it: so it is looked through once before it is read, with the same result as
/// ``SourceText/init(reading:name:options:)``.
public struct SourceSurvey {
  /// The size from which that is worth its while, and how much of a file is looked at first.
  public static let headByteCount = 4 << 20
  /// The format is decided by less than this.
  private static let sampleByteCount = 2 << 20
  /// Our own mark at the end of tab-separated text is shorter, line ends included.
  private static let tailByteCount = 4 << 10

  private var source: SourceText
  private var digest = SHA256()
  private var byteCount = 0
  private var isValid = true
  /// The bytes of a character that goes on in the next bytes.
  private var open: [UInt8] = []
  private var tail: [UInt8] = []

  /// Looks at the beginning of a file; `nil` where it must be read as a whole.
  public init?(head: [UInt8], name: String?, options: ReadOptions = ReadOptions()) {
    guard head.count >= Self.headByteCount,
      options.encoding.map({ EncodingLabel.encoding($0.rawValue) == .utf8 }) ?? true,
      // What begins like this is decided by more than the first lines.
      let first = head.first(where: { !TagScanner.isSpace($0) }),
      first != UInt8(ascii: "<"), first != UInt8(ascii: "{"),
      let lineEnd = head.lastIndex(of: 0x0A), lineEnd >= Self.sampleByteCount,
      let source = try? SourceText(
        reading: Array(head[...lineEnd]), name: name, options: options),
      source.format == .markdown, source.encoding == .utf8, source.byteOrderMarkCount == 0
    else { return nil }
    self.source = source
    append(head)
  }

  /// Looks at further bytes.
  public mutating func append(_ bytes: [UInt8]) {
    byteCount += bytes.count
    digest.append(bytes.span)
    tail = Array((tail + bytes.suffix(Self.tailByteCount)).suffix(Self.tailByteCount))
    var text = open + bytes
    open = []
    if let last = text.lastIndex(where: { $0 & 0xC0 != 0x80 }), text[last] >= 0xC0,
      text.count - last < 4
    {
      open = Array(text[last...])
      text.removeLast(open.count)
      // It may also be complete.
      if UTF8Shape(open).failure == nil {
        text += open
        open = []
      }
    }
    if UTF8Shape(text).failure != nil { isValid = false }
  }

  /// What the file is, without any of its text; `nil` where it must be read as a whole.
  public consuming func finish() -> SourceText? {
    guard isValid, open.isEmpty, !EscapedTSVReader.reads(tail.span),
      tail.contains(where: { $0 != 0x0A && $0 != 0x0D })
    else { return nil }
    var source = source
    source.utf8 = []
    source.byteCount = byteCount
    source.sha256 = digest.finishHexadecimal()
    source.piece = SourcePiece()
    return source
  }
}
