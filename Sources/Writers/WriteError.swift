public import IR

/// Why no output could be made of what was to be written.
public struct WriteError: Error, Sendable, Hashable {
  /// What went wrong, where, and what to do about it.
  public var message: LocalizedText

  /// Creates an error.
  public init(_ message: LocalizedText) { self.message = message }
}
