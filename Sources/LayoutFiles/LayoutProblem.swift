public import IR

/// What is wrong with a layout file, and what is expected.
public struct LayoutProblem: Sendable, Hashable {
  /// What the file is called.
  public var file: String
  /// Where in the file it is; `nil` when it is about the file as a whole.
  public var position: LineTable.Position?
  /// What is wrong, and what is expected.
  public var message: LocalizedText
}

/// Why layout files could not be taken: everything that is wrong with them.
public struct LayoutFileError: Error {
  /// The problems: by file, then by place.
  public var problems: [LayoutProblem]
}
