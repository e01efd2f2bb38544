internal import IR

/// A package that is known to be a workbook, with all that its sheets refer to.
struct WorkbookPackage {
  private static let rootRelationships = "_rels/.rels"

  /// A sheet of cells.
  struct Sheet {
    var name: String
    var isHidden: Bool
    /// Whether it says only what the other sheets say.
    var isDerived: Bool
    /// The part that has its cells.
    var part: String
  }

  /// The sheets in order.
  private(set) var sheets: [Sheet] = []
  /// What the cells refer to; empty until it is read.
  private(set) var context = WorkbookContext()
  /// The limits it is read with.
  let limits: Limits
  private var archive: ZipArchive
  private var stylesPart: String?
  private var stringsPart: String?

  /// Opens a package and reads what sheets it has.
  init(_ bytes: any FileBytes, limits: Limits) throws(ReadError) {
    self.limits = limits
    archive = try ZipArchive(bytes, limits: limits)
    context.shownBytesLeft = max(
      limits.freelyUnpackedBytes,
      limits.compressionRatio.multipliedReportingOverflow(by: bytes.count).partialValue)
    let root = RelationshipHandler()
    guard archive.contains(Self.rootRelationships) else { throw OtherPackage.error(for: archive) }
    try parse(Self.rootRelationships, root)
    guard let path = try root.target(ofType: "officeDocument", from: "") else {
      throw OtherPackage.error(for: archive)
    }
    let workbook = WorkbookHandler()
    if path.hasSuffix(".bin") { throw OtherPackage.error(for: archive) }
    try parse(path, workbook)
    guard workbook.isWorkbook else { throw OtherPackage.error(for: archive) }
    let relationships = try relationships(of: path)
    context.startsIn1904 = workbook.startsIn1904
    stylesPart = try relationships.target(ofType: "styles", from: path)
    stringsPart = try relationships.target(ofType: "sharedStrings", from: path)
    try findSheets(workbook.sheets, relationships, of: path)
  }

  private mutating func findSheets(
    _ found: [WorkbookHandler.Sheet], _ relationships: RelationshipHandler, of path: String
  ) throws(ReadError) {
    let relationships = Dictionary(
      relationships.relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [String: String] = [:]
    for sheet in found {
      guard let relationship = relationships[sheet.id] else { throw .missingPart(sheet.name) }
      // Charts and dialogs have no cells.
      guard relationship.type == "worksheet" else { continue }
      let part = try PackagePath.resolve(relationship.target, from: path)
      // A few bytes for each sheet could ask for the same cells any number of times.
      if let other = names.updateValue(sheet.name, forKey: part) {
        throw .sharedPart(part, other, sheet.name)
      }
      sheets.append(
        Sheet(name: sheet.name, isHidden: sheet.isHidden, isDerived: sheet.isDerived, part: part))
    }
  }

  /// Takes what the cells of a sheet show off from what all of them may.
  mutating func spendShownBytes(_ count: Int) { context.shownBytesLeft -= count }

  private mutating func relationships(of path: String) throws(ReadError) -> RelationshipHandler {
    let handler = RelationshipHandler()
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    try parse((parts + ["_rels", name + ".rels"]).joined(separator: "/"), handler)
    return handler
  }

  /// Reads what the cells refer to.
  mutating func readContext() throws(ReadError) {
    if let stylesPart {
      let styles = StylesHandler(limits: limits)
      try parse(stylesPart, styles)
      context.styles = styles.cellStyles
      context.changesText = context.styles.map { !$0.number.showsTextAsItIs }
    }
    if let stringsPart {
      let strings = SharedStringsHandler()
      try parse(stringsPart, strings)
      context.strings = strings.strings
    }
  }

  /// How large the cells of the sheets claim to be, as XML.
  var claimedByteCount: Int { sheets.reduce(0) { $0 + claimedByteCount(of: $1) } }

  /// How large the cells of a sheet claim to be, as XML.
  func claimedByteCount(of sheet: Sheet) -> Int {
    sheet.isDerived ? 0 : archive.claimedCount(of: sheet.part)
  }

  /// Parses a part.
  mutating func parse(_ path: String, _ handler: some XMLHandler) throws(ReadError) {
    let stream = try PartStream(archive, path, handler)
    while try stream.advance() {}
    archive.bytesLeft = stream.bytesLeft
  }

  /// Begins to parse a part that is asked for piece by piece.
  func stream(_ path: String, _ handler: some XMLHandler) throws(ReadError) -> PartStream {
    try PartStream(archive, path, handler)
  }
}

/// A part that is parsed piece by piece.
final class PartStream {
  private let path: String
  private let part: ZipPart
  private let parser: XMLParser
  /// What is taken before the parser sees it, of a sheet.
  private var plainRows: PlainRows?

  /// Begins with a part.
  fileprivate init(
    _ archive: ZipArchive, _ path: String, _ handler: some XMLHandler
  ) throws(ReadError) {
    guard let parser = XMLParser(handler, limits: archive.limits) else { throw .noParser }
    self.path = path
    self.parser = parser
    plainRows = (handler as? WorksheetHandler).map { PlainRows($0) }
    part = try archive.open(path)
  }

  /// How many bytes may still be unpacked.
  var bytesLeft: Int { part.bytesLeft }

  /// Parses the next piece; `false` when there was none.
  func advance() throws(ReadError) -> Bool {
    let hasMore = try part.next { piece throws(ReadError) in
      if plainRows == nil { return try parse(piece) }
      try plainRows?.take(piece, parse)
    }
    if !hasMore {
      try plainRows?.finish(parse)
      try parser.finish(part: path)
    }
    return hasMore
  }

  private func parse(_ bytes: Span<UInt8>) throws(ReadError) {
    try parser.feed(bytes, part: path)
  }
}
