public import IR

/// A large input of which only a piece is in memory at a time.
public protocol PiecedSource: AnyObject {
  /// The input with the current piece of its text.
  var source: SourceText { get }

  /// The names of the sheets, of a workbook.
  var sheetNames: [String] { get }

  /// Whether tables come in parts, in which a form could not be found again.
  var splitsTables: Bool { get }

  /// Goes on to the next piece, which keeps what the reader and the document still need.
  func advance(_ reader: inout DocumentReader, _ document: inout Document) throws(ReadError)
}

extension ReadError {
  /// What was read at different times does not go together.
  public static let changed = ReadError(
    LocalizedText(
      en: "the file was changed while it was read; convert it again",
      zh: "文件在读取过程中被修改；请重新转换"))
}
