public import IR

/// Finds the forms in a document and reads them.
public struct FormRecognizer: Sendable {
  /// How to recognise.
  public struct Options: Sendable {
    /// Whether to record where every value stands in the source.
    public var recordsProvenance = false

    /// The default options.
    public init() {}
  }

  /// Creates a recogniser.
  public init(options: Options = Options()) {}

  /// Recognises the forms among the blocks of a document that are complete.
  ///
  /// Call it again with further blocks; the ones it has dealt with must have been discarded.
  ///
  /// - Parameter isComplete: Whether the document's last block has been read.
  /// - Returns: What was recognised, and how many blocks it dealt with.
  public mutating func recognize(
    _ document: Document, isComplete: Bool
  ) -> (recognition: Recognition, blockCount: Int) {
    (Recognition(), document.blocks.count)
  }
}

extension Recognition {
  /// Recognises the forms of a whole document.
  public init(recognizing document: Document, options: FormRecognizer.Options = .init()) {
    var recognizer = FormRecognizer(options: options)
    self = recognizer.recognize(document, isComplete: true).recognition
  }
}
