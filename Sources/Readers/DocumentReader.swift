public import IR

/// How to read an input.
public struct ReadOptions: Sendable, Hashable {
  /// The format, where it is not to be found out.
  public var format: SourceFormat?
  /// The encoding, where it is not to be found out.
  public var encoding: TextEncoding?
  /// The limits for hostile inputs.
  public var limits = Limits()

  /// Options that find everything out.
  public init() {}
}

extension SourceText {
  /// Decodes the bytes of an input and finds out what it is written as.
  public init(reading bytes: [UInt8], name: String?, options: ReadOptions = ReadOptions())
    throws(ReadError)
  {
    self.init(
      name: name, format: options.format ?? .markdown, encoding: .utf8, utf8: bytes,
      byteCount: bytes.count, sha256: "")
  }
}

/// Reads a source block by block, so that a large one need not be in memory as blocks at once.
public struct DocumentReader {
  /// Creates a reader at the start of a source.
  public init(_ source: SourceText, limits: Limits = Limits()) {}

  /// Appends the next blocks, about `byteCount` bytes of source, to a document of the same source.
  ///
  /// - Returns: Whether there may be more.
  public mutating func readBlocks(
    into document: inout Document, byteCount: Int = 1 << 16
  ) throws(ReadError) -> Bool {
    false
  }
}

extension Document {
  /// Reads a whole source.
  public init(reading source: SourceText, limits: Limits = Limits()) throws(ReadError) {
    self.init(source: source)
    var reader = DocumentReader(source, limits: limits)
    while try reader.readBlocks(into: &self) {}
  }
}
