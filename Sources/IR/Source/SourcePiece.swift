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
