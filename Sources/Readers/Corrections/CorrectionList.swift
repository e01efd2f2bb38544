public import IR

/// A list of corrections, as a reviewer exports it from a review report: `corrections.tsv`.
///
/// Lines of cells with a tab between them (IANA `text/tab-separated-values`); the first line names
/// the columns, in any order. In a cell `\\t`, `\\n`, `\\r` and `\\\\` stand for a tab, a line
/// break, a carriage return and a backslash.
public struct CorrectionList: Sendable {
  /// A correction and the document it is about.
  public struct Entry: Sendable, Hashable {
    /// The SHA-256 digest of the document, in lower-case hexadecimal digits.
    public var sha256: String
    /// The correction.
    public var correction: Correction
    /// The line of the list it stands on, from 1.
    public var line: Int
  }

  /// Something in a list that is not as it should be.
  public struct Mistake: Sendable, Hashable {
    /// What is wrong, and what is expected.
    public var message: LocalizedText
    /// Where.
    public var position: LineTable.Position
  }

  /// All the mistakes of a list; none of its corrections may be applied.
  public struct Failure: Error, Sendable {
    /// The mistakes from top to bottom, at least one.
    public var mistakes: [Mistake]
  }

  /// The corrections in the order of the list.
  public private(set) var entries: [Entry] = []

  /// An empty list.
  public init() {}

  /// Reads a list.
  public init(reading bytes: [UInt8]) throws(Failure) {
    var parser = CorrectionParser(bytes)
    entries = parser.entries()
    guard parser.mistakes.isEmpty else { throw Failure(mistakes: parser.mistakes) }
  }

  /// The corrections of one document, in the order of the list.
  public func corrections(of sha256: String) -> [Correction] {
    entries.lazy.filter { $0.sha256 == sha256 }.map(\.correction)
  }
}
