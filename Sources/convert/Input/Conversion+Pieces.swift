internal import IR
internal import Readers

extension Conversion {
  /// A large input that is read piece by piece; `nil` for any other.
  func pieces(of input: InputFile) throws(InputError) -> (any PiecedSource)? {
    guard let file = LargeFile(input, limit: reading.limits.inputBytes) else { return nil }
    do throws(ReadError) {
      guard file.isPackage else {
        // Text with forms is all forms mostly, and a table with one has to be read as a whole.
        return try TextPieces(
          file, name: input.name, options: reading,
          allowsParts: takesPartsOfTables && content == .tables)
      }
      guard takesPartsOfTables, reading.format ?? .xlsx == .xlsx else { return nil }
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
