public import IR

/// How to read an input.
public struct ReadOptions: Sendable, Hashable {
  /// The format, where it is not to be found out.
  public var format: SourceFormat?
  /// The encoding, where it is not to be found out.
  public var encoding: TextEncoding?
  /// The limits for hostile inputs.
  public var limits = Limits()
  /// Whether the digest of the file is made; without it ``SourceText/sha256`` is empty.
  public var makesDigest = true

  /// Options that find everything out.
  public init() {}
}

extension SourceText {
  /// Decodes the bytes of an input and finds out what it is written as.
  public init(reading bytes: [UInt8], name: String?, options: ReadOptions = ReadOptions())
    throws(ReadError)
  {
    guard !bytes.isEmpty else { throw .empty }
    let limit = min(options.limits.inputBytes, 1 << 31 - 1)
    guard bytes.count <= limit else { throw .tooLarge(limit) }
    if options.format == .xlsx || options.format == nil && PackageSignature.isPackage(bytes) {
      try self.init(readingWorkbook: bytes, name: name, options)
      return
    }
    var encoding: TextEncoding?
    if let asked = options.encoding {
      guard let known = EncodingLabel.encoding(asked.rawValue) else {
        throw .unknownEncoding(asked)
      }
      encoding = known
    }
    if encoding == nil, let error = BinarySignature.error(for: bytes) { throw error }
    let text = try DecodedText(
      bytes, named: encoding, mayBePage: (options.format ?? .html) == .html)
    guard text.utf8.count <= 1 << 31 - 1 else { throw .tooLarge(limit) }
    if let error = BinarySignature.controlError(in: text.utf8) { throw error }
    guard text.utf8.contains(where: { $0 > 0x20 || $0 == 0x09 }) else { throw .empty }
    self.init(
      name: name, format: options.format ?? FormatSniffer.format(of: text.utf8, name: name),
      encoding: text.encoding, utf8: text.utf8, original: text.encoding == .utf8 ? nil : bytes,
      byteCount: bytes.count, byteOrderMarkCount: text.byteOrderMarkCount,
      sha256: options.makesDigest ? SHA256.hexDigest(of: bytes) : "")
    if options.format == nil { format = ExcelTextReader.format(of: self) ?? format }
  }
}

extension SourceText {
  /// Reads a workbook: its text is that of its cells.
  private init(
    readingWorkbook bytes: [UInt8], name: String?, _ options: ReadOptions
  ) throws(ReadError) {
    if let error = PackageSignature.error(for: bytes) { throw error }
    let (text, content) = try XLSXReader.read(bytes, limits: options.limits)
    self.init(
      name: name, format: .xlsx, encoding: .utf8, utf8: text, byteCount: bytes.count,
      sha256: options.makesDigest ? SHA256.hexDigest(of: bytes) : "", workbook: content)
  }
}
