internal import IR

/// Reads a workbook (ECMA-376, transitional and strict) sheet by sheet.
struct XLSXReader {
  private static let rootRelationships = "_rels/.rels"

  private let limits: Limits
  private var archive: ZipArchive
  private var text: [UInt8] = []
  private var content = WorkbookContent()

  /// Reads a package: the texts of its cells one after the other, and what they are.
  static func read(
    _ bytes: [UInt8], limits: Limits
  ) throws(ReadError) -> (text: [UInt8], content: WorkbookContent) {
    var reader = XLSXReader(try ZipArchive(bytes, limits: limits), limits)
    try reader.readWorkbook()
    if let whole = ContinuedTexts(reader.content, text: reader.text)?.joined() {
      return (whole.text, whole.content)
    }
    return (reader.text, reader.content)
  }

  private init(_ archive: ZipArchive, _ limits: Limits) {
    self.archive = archive
    self.limits = limits
  }

  private mutating func readWorkbook() throws(ReadError) {
    let root = RelationshipHandler()
    guard archive.contains(Self.rootRelationships) else { throw OtherPackage.error(for: archive) }
    try parse(Self.rootRelationships, root)
    guard let target = root.target(ofType: "officeDocument") else {
      throw OtherPackage.error(for: archive)
    }
    let path = try PackagePath.resolve(target, from: "")
    let workbook = WorkbookHandler()
    if path.hasSuffix(".bin") { throw OtherPackage.error(for: archive) }
    try parse(path, workbook)
    guard workbook.isWorkbook else { throw OtherPackage.error(for: archive) }
    let relationships = try relationships(of: path)
    let context = try context(workbook, relationships, path)
    for sheet in workbook.sheets {
      guard let relationship = relationships.relationships.first(where: { $0.id == sheet.id })
      else { throw .missingPart(sheet.name) }
      // Charts and dialogs have no cells.
      guard relationship.type == "worksheet" else { continue }
      let part = try PackagePath.resolve(relationship.target, from: path)
      try readSheet(sheet, part, context)
    }
  }

  private mutating func relationships(of path: String) throws(ReadError) -> RelationshipHandler {
    let handler = RelationshipHandler()
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    try parse((parts + ["_rels", name + ".rels"]).joined(separator: "/"), handler)
    return handler
  }

  private mutating func context(
    _ workbook: WorkbookHandler, _ relationships: RelationshipHandler, _ path: String
  ) throws(ReadError) -> WorkbookContext {
    var context = WorkbookContext()
    context.startsIn1904 = workbook.startsIn1904
    if let target = relationships.target(ofType: "styles") {
      let styles = StylesHandler()
      try parse(PackagePath.resolve(target, from: path), styles)
      context.styles = styles.cellStyles
      context.changesText = context.styles.map { !$0.number.showsTextAsItIs }
    }
    if let target = relationships.target(ofType: "sharedStrings") {
      let strings = SharedStringsHandler()
      try parse(PackagePath.resolve(target, from: path), strings)
      context.strings = strings.strings
    }
    return context
  }

  private mutating func readSheet(
    _ sheet: WorkbookHandler.Sheet, _ part: String, _ context: WorkbookContext
  ) throws(ReadError) {
    content.places.beginSheet(sheet.name, at: text.count)
    if sheet.isHidden {
      content.diagnostics.append(
        Diagnostic(
          .hiddenSheet, at: SourceRange(text.count..<text.count),
          arguments: [.text("name", sheet.name)]))
    }
    if sheet.isDerived {
      content.diagnostics.append(
        Diagnostic(
          .derivedSheet, at: SourceRange(text.count..<text.count),
          arguments: [.text("name", sheet.name)]))
      return
    }
    let handler = WorksheetHandler(sheet.name, context: context, text: text, limits: limits)
    text = []
    try parse(part, handler)
    var grid = handler.takeSheet()
    content.places.reserve(grid.items.count)
    for item in grid.items {
      content.places.append(
        row: item.cell.row, column: item.cell.column, at: Int(item.start))
    }
    if let cell = grid.sort() {
      let place = content.places.position(at: cell.source.start)
      throw .package(
        "sheet '\(sheet.name)' has two cells at \(place.text(sheetNames: content.places.names)); programs would show different ones",
        "工作表「\(sheet.name)」在 \(place.text(sheetNames: content.places.names)) 有两个单元格，不同软件会显示不同的内容")
    }
    content.diagnostics += grid.diagnostics
    text = grid.text
    // Each sheet has a place of its own, an empty one too.
    if grid.items.isEmpty { text.append(0x0A) }
    _ = SheetBlocks(consume grid, styles: context.styles, limits: limits, into: &content)
  }

  private mutating func parse(_ path: String, _ handler: some XMLHandler) throws(ReadError) {
    guard let parser = XMLParser(handler) else { throw .noParser }
    try archive.read(path) { piece throws(ReadError) in try parser.feed(piece, part: path) }
    try parser.finish(part: path)
  }
}

/// What a package is that is no workbook.
enum OtherPackage {
  /// The error that says so.
  static func error(for archive: ZipArchive) -> ReadError {
    if archive.contains("word/document.xml") {
      return refusal("a DOCX file", "DOCX 文件", "copy its tables into a workbook", "请把表格复制到工作簿中")
    }
    if archive.contains("xl/workbook.bin") {
      return refusal("an XLSB file", "XLSB 文件", "save it as XLSX", "请另存为 XLSX")
    }
    if archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") {
      return refusal(
        "an OpenDocument file, such as ODS", "OpenDocument 文件（如 ODS）", "save it as XLSX",
        "请另存为 XLSX")
    }
    return refusal(
      "a ZIP archive without a workbook", "不含工作簿的 ZIP 压缩包", "unpack it first", "请先解压")
  }

  private static func refusal(
    _ en: String, _ zh: String, _ advice: String, _ adviceZh: String
  ) -> ReadError {
    .package("this is \(en), not XLSX; \(advice)", "这是\(zh)，不是 XLSX；\(adviceZh)")
  }
}
