public import Forms
internal import IR

/// The layouts forms are read by and the mappings between them: built-in ones and those of files.
public struct LayoutCatalog: Sendable {
  /// The layouts, in the order they are preferred in: those of files come first.
  public private(set) var layouts: [Layout]
  /// The mappings; of two between the same layouts the first counts.
  public private(set) var mappings: [LayoutMapping]
  /// How many of ``layouts``, and of ``mappings``, come from files.
  public private(set) var fileCounts = (layouts: 0, mappings: 0)

  /// The layouts and mappings that come with the library.
  public static let builtIn = LayoutCatalog(
    layouts: Layout.builtIn, mappings: LayoutMapping.builtIn)

  private init(layouts: [Layout], mappings: [LayoutMapping]) {
    self.layouts = layouts
    self.mappings = mappings
  }

  /// Reads files, and puts what they describe before what comes with the library.
  ///
  /// - Throws: ``LayoutFileError`` with everything that is wrong with the files.
  public init(reading files: [LayoutFile]) throws(LayoutFileError) {
    guard !files.isEmpty else {
      self = .builtIn
      return
    }
    var reader = CatalogReader(files)
    reader.readLayouts()
    reader.readMappings()
    let problems = reader.problems.flatMap(\.sorted)
    guard problems.isEmpty else { throw LayoutFileError(problems: problems) }
    layouts = reader.layouts
    mappings = reader.mappings
    fileCounts = (reader.ownLayoutCount, reader.ownMappingCount)
  }

  /// The layouts, prepared for recognition.
  public var set: LayoutSet { fileCounts.layouts == 0 ? .builtIn : LayoutSet(layouts) }
}
