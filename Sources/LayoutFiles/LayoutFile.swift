/// A file that describes layouts, before it is read.
public struct LayoutFile: Sendable {
  /// What the file is called in messages.
  public var name: String
  /// What is in it.
  public var bytes: [UInt8]

  /// Creates a file from its contents.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
