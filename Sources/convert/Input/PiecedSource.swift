internal import IR
internal import Readers

/// A large input of which only a piece is in memory at a time.
protocol PiecedSource: AnyObject {
  /// The input with the current piece of its text.
  var source: SourceText { get }

  /// The names of the sheets, of a workbook.
  var sheetNames: [String] { get }

  /// Whether tables come in parts, in which a form could not be found again.
  var splitsTables: Bool { get }

  /// Goes on to the next piece, which keeps what the reader and the document still need.
  func advance(_ reader: inout DocumentReader, _ document: inout Document) throws(ReadError)
}

extension WorkbookPieces: PiecedSource {}

extension Conversion {
  /// A large input that is read piece by piece; `nil` for any other.
  func pieces(of input: InputFile) throws(InputError) -> (any PiecedSource)? {
    do throws(ReadError) {
      if let text = try PiecedText(input, options: reading) { return text }
      guard takesPartsOfTables, reading.format ?? .xlsx == .xlsx,
        let file = PackageFile(input, limit: reading.limits.inputBytes)
      else { return nil }
      return try WorkbookPieces(
        file, name: input.name, limits: reading.limits
      ) { () throws(ReadError) in reading.makesDigest ? try file.digest() : "" }
    } catch {
      throw InputError(error)
    }
  }

  /// Whether what is written takes tables in parts; others need to know how wide their columns are.
  private var takesPartsOfTables: Bool {
    switch (content, format) {
    case (_, .json), (_, .ndjson), (.tables, .tsv), (.tables, .csv): true
    default: false
    }
  }
}

extension ReadError {
  /// What was read at different times does not go together.
  static let changed = ReadError(
    LocalizedText(
      en: "the file was changed while it was read; convert it again",
      zh: "文件在读取过程中被修改；请重新转换"))
}
