public import IR

/// Looks through a large file to find out whether it can be read piece by piece, so that only a
/// piece of it is in memory at a time.
///
/// That goes for markdown and tab-separated text in UTF-8. What a file is written as, and in which
/// encoding, is decided by all of it: so it is looked through once before it is read, with the same
/// result as ``SourceText/init(reading:name:options:)``.
public struct SourceSurvey {
  /// How much of a file is looked at first.
  public static let headByteCount = 2 << 20
  /// The format is decided by the lines that begin before this.
  private static let sampleByteCount = 1 << 20
  /// Our own mark at the end of tab-separated text is shorter, line ends included.
  private static let tailByteCount = 4 << 10

  /// What the file seems to be by its beginning, without any of its text.
  let source: SourceText
  /// Whether all bytes so far are UTF-8.
  private(set) var isValid = true
  private var digest: SHA256?
  private var byteCount = 0
  /// The bytes of a character that goes on in the next bytes.
  private var open: [UInt8] = []
  private var tail: [UInt8] = []

  /// Looks at the beginning of a file; `nil` where it must be read as a whole.
  ///
  /// - Parameter isWhole: Whether that is all of the file.
  public init?(
    head: consuming [UInt8], isWhole: Bool = false, name: String?,
    options: ReadOptions = ReadOptions()
  ) {
    guard isWhole || head.count >= Self.headByteCount,
      options.encoding.map({ EncodingLabel.encoding($0.rawValue) == .utf8 }) ?? true,
      // What begins like this is decided by more than the first lines.
      let first = head.first(where: { !$0.isSpace }),
      first != UInt8(ascii: "<"), first != UInt8(ascii: "{"),
      let lineEnd = isWhole ? head.count - 1 : head.lastIndex(of: 0x0A),
      isWhole || lineEnd >= Self.sampleByteCount
    else { return nil }
    head.removeLast(head.count - lineEnd - 1)
    var headOptions = options
    headOptions.makesDigest = false
    guard
      var source = try? SourceText(reading: head, name: name, options: headOptions),
      source.format == .markdown || source.format == .tsv, source.encoding == .utf8,
      source.byteOrderMarkCount == 0
    else { return nil }
    source.utf8 = []
    self.source = source
    if options.makesDigest { digest = SHA256() }
  }

  /// Looks at further bytes, from the beginning of the file on.
  public mutating func append(_ bytes: Span<UInt8>) {
    byteCount += bytes.count
    digest?.append(bytes)
    tail.append(copying: bytes.extracting(max(bytes.count - Self.tailByteCount, 0)...))
    tail.removeFirst(max(tail.count - Self.tailByteCount, 0))
    var start = 0
    if !open.isEmpty {
      let length = open[0].scalarLength
      while open.count < length, start < bytes.count, bytes[start].isContinuation {
        open.append(bytes[start])
        start += 1
      }
      // Not all of the character is there yet.
      if open.count < length, start == bytes.count { return }
      if !UTF8Validity.isValid(open.span) { isValid = false }
    }
    let end = Self.openStart(bytes) ?? bytes.count
    open.removeAll(keepingCapacity: true)
    open.append(copying: bytes.extracting(end...))
    if !UTF8Validity.isValid(bytes.extracting(start..<end)) { isValid = false }
  }

  /// Where a character begins that is not all there.
  private static func openStart(_ bytes: Span<UInt8>) -> Int? {
    for back in 1..<min(bytes.count + 1, 4) where !bytes[bytes.count - back].isContinuation {
      return back < bytes[bytes.count - back].scalarLength ? bytes.count - back : nil
    }
    return nil
  }

  /// What the file is, without any of its text; `nil` where it must be read as a whole.
  public consuming func finish() -> SourceText? {
    guard isValid, open.isEmpty, !EscapedTSVReader.reads(tail.span),
      tail.contains(where: { $0 != 0x0A && $0 != 0x0D })
    else { return nil }
    var source = source
    source.byteCount = byteCount
    source.sha256 = digest.take()?.finishHexadecimal() ?? ""
    source.piece = SourcePiece()
    return source
  }
}
