public import IR

/// What is wrong with a layout file, and what is expected.
public struct LayoutProblem: Sendable, Hashable {
  /// What the file is called.
  public var file: String
  /// Where in the file it is; `nil` when it is about the file as a whole.
  public var position: LineTable.Position?
  /// What is wrong, and what is expected.
  public var message: LocalizedText

  /// Creates a problem.
  public init(file: String, position: LineTable.Position? = nil, message: LocalizedText) {
    self.file = file
    self.position = position
    self.message = message
  }
}

/// Why layout files could not be taken: everything that is wrong with them.
public struct LayoutFileError: Error {
  /// The problems: by file, then by place.
  public var problems: [LayoutProblem]

  /// Creates an error from problems.
  public init(problems: [LayoutProblem]) { self.problems = problems }
}
