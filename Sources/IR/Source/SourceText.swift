/// One input: its name, what it was written as, and its text as UTF-8.
public struct SourceText: Sendable {
  /// The base name of the file; `nil` for standard input.
  public var name: String?
  /// The format the text is written in.
  public var format: SourceFormat
  /// The encoding the bytes were decoded from.
  public var encoding: TextEncoding
  /// The text: valid UTF-8 without a byte order mark.
  public var utf8: [UInt8]
  /// The bytes as they were read, kept only where `utf8` differs from them by more than a byte
  /// order mark, so that places can be given in bytes of the file.
  public var original: [UInt8]?
  /// The number of bytes of the file, the byte order mark included.
  public var byteCount: Int
  /// The number of bytes of the byte order mark that was taken off.
  public var byteOrderMarkCount: Int
  /// The SHA-256 digest of the file's bytes in lower-case hexadecimal digits; empty where none was
  /// asked for.
  public var sha256: String
  /// What a workbook holds; the texts of its cells are ``utf8``, one after the other.
  public var workbook: WorkbookContent?
  /// Which piece of the file ``utf8`` is; `nil` where it is all of it.
  public var piece: SourcePiece?

  /// Creates a source from its parts; readers make them from bytes.
  public init(
    name: String?, format: SourceFormat, encoding: TextEncoding, utf8: [UInt8],
    original: [UInt8]? = nil, byteCount: Int, byteOrderMarkCount: Int = 0, sha256: String,
    workbook: WorkbookContent? = nil
  ) {
    self.name = name
    self.format = format
    self.encoding = encoding
    self.utf8 = utf8
    self.original = original
    self.byteCount = byteCount
    self.byteOrderMarkCount = byteOrderMarkCount
    self.sha256 = sha256
    self.workbook = workbook
  }
}

/// A run of whole lines of a large file, of which no more is in memory.
public struct SourcePiece: Sendable, Hashable {
  /// The number of bytes of the text before it.
  public var precedingByteCount = 0
  /// The number of lines of the text before it.
  public var precedingLineCount = 0
  /// Whether the file ends with it.
  public var isLast = false
  /// The tables of the file that come in parts, by where they begin in its text.
  public var tables: [Int: TableSize] = [:]
  /// Whether readers may have something to say about the file.
  public var mayHaveDiagnostics = true

  /// Creates the place of the first piece.
  public init() {}
}

/// The format of an input.
public enum SourceFormat: String, Sendable, Hashable, CaseIterable {
  /// Markdown: CommonMark blocks with GFM pipe tables and embedded HTML.
  case markdown
  /// Tab-separated values between prose, as OCR and spreadsheet exports write them.
  case tsv
  /// Values separated by commas or semicolons (RFC 4180).
  case csv
  /// HTML.
  case html
  /// An Office Open XML workbook.
  case xlsx
  /// The canonical JSON that is written about forms or tables, or lines of it.
  case json
}

/// A character encoding by its WHATWG name in lower case, such as `utf-8` or `gb18030`.
public struct TextEncoding: RawRepresentable, Sendable, Hashable {
  /// The name.
  public var rawValue: String

  /// Creates an encoding from its lower-case WHATWG name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// UTF-8.
  public static let utf8 = TextEncoding(rawValue: "utf-8")
  /// UTF-16, little-endian.
  public static let utf16LE = TextEncoding(rawValue: "utf-16le")
  /// UTF-16, big-endian.
  public static let utf16BE = TextEncoding(rawValue: "utf-16be")
  /// GB18030, the superset of GBK and GB2312.
  public static let gb18030 = TextEncoding(rawValue: "gb18030")

  /// What the encoding is called in messages.
  public var title: String {
    let isAbbreviation = ["utf-", "gb", "iso-", "euc-"].contains { rawValue.hasPrefix($0) }
    if isAbbreviation { return rawValue.uppercased() }
    return rawValue == "big5" ? "Big5" : rawValue
  }
}
