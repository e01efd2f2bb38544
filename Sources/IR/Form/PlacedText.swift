/// A text and its place in the source.
public struct PlacedText: Sendable, Hashable {
  /// The text.
  public var text: String
  /// Where it stands; `nil` where the source has no places.
  public var source: SourceRange?
  /// The line, from 1, in the source it was first read from, where this one was made of that.
  public var line: Int?

  /// Creates a text.
  public init(text: String, source: SourceRange?, line: Int? = nil) {
    self.text = text
    self.source = source
    self.line = line
  }
}
