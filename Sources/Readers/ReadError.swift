public import IR

/// Why no document could be made of an input.
public struct ReadError: Error, Sendable, Hashable {
  /// What went wrong, and what to do about it.
  public var message: LocalizedText
  /// The offset of the first byte that could not be read, in the input's own bytes.
  public var byte: Int?
  /// Its line and column.
  public var position: LineTable.Position?

  /// Creates an error.
  public init(_ message: LocalizedText, byte: Int? = nil, position: LineTable.Position? = nil) {
    self.message = message
    self.byte = byte
    self.position = position
  }
}
