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
