public import IR

/// What canonical JSON says: its forms, the tables of none, and the text of neither.
///
/// Read are the documents that are written about forms or tables, and the lines of NDJSON. What
/// they say about their reading (diagnostics, provenance, the source) is checked and left behind:
/// it is about another input.
public struct JSONContent: Sendable {
  /// The forms; `nil` when the document is about tables, whatever they mean.
  public private(set) var forms: [Form]?
  /// The tables as blocks.
  public private(set) var document: Document
  /// The text that belongs to no form.
  public private(set) var outside: [PlacedText] = []
  private let limits: Limits

  /// Reads canonical JSON.
  ///
  /// - Throws: ``ReadError`` with the place of what is no JSON, or not as the schema says.
  public init(reading source: SourceText, limits: Limits = Limits()) throws(ReadError) {
    document = Document(source: source)
    self.limits = limits
    var parser = JSONParser(source.utf8, limits: limits)
    let roots = try parser.parseAll()
    guard let first = roots.first else {
      throw parser.tree.failure(
        LocalizedText(en: "the input has no JSON value", zh: "输入里没有 JSON 值"), at: 0)
    }
    if roots.count == 1, try Self.isDocument(first, parser.tree) {
      try readDocument(JSONShape(tree: parser.tree, root: first))
    } else {
      try readLines(roots, parser.tree)
    }
  }

  /// Whether a value is a whole document, not a line of NDJSON.
  private static func isDocument(_ root: Int, _ tree: JSONTree) throws(ReadError) -> Bool {
    var members = try JSONShape(tree: tree, root: root).object(root)
    while let (key, _) = members.next(in: tree) {
      if key == "form" || key == "table" || key == "end" { return false }
    }
    return true
  }

  // MARK: Documents

  private mutating func readDocument(_ shape: JSONShape) throws(ReadError) {
    var header = Header()
    var tables: Int?
    var outsideNode: Int?
    var members = try shape.object(shape.root)
    while let (key, value) = members.next(in: shape.tree) {
      if try header.read(key, value, shape) { continue }
      switch key {
      case "forms":
        var forms: [Form] = []
        for node in try shape.array(value) { forms.append(try shape.form(node)) }
        self.forms = forms
      case "outside":
        outside = try Self.outside(value, shape)
        outsideNode = value
      case "tables": tables = value
      default: throw shape.unknownKey(value, "the document")
      }
    }
    try header.check(shape)
    if forms == nil, let outside = outsideNode {
      throw shape.unknownKey(outside, "a document of tables")
    }
    if forms == nil, tables == nil { throw shape.missing("forms", in: shape.root) }
    if let tables { try readTables(tables, shape) }
  }

  private mutating func readTables(_ node: Int, _ shape: JSONShape) throws(ReadError) {
    for table in try shape.array(node) {
      try shape.readTable(table, limits: limits, into: &document)
    }
  }

  private static func outside(_ node: Int, _ shape: JSONShape) throws(ReadError) -> [PlacedText] {
    try shape.list(node) { node throws(ReadError) in try shape.placedText(node) }
  }

  // MARK: Lines

  private mutating func readLines(_ roots: [Int], _ tree: JSONTree) throws(ReadError) {
    var isEnded = false
    var hasTableLines = false
    for root in roots {
      let shape = JSONShape(tree: tree, root: root)
      let tableCount = document.tableCount
      isEnded = try readLine(shape)
      hasTableLines = hasTableLines || !isEnded && document.tableCount > tableCount
    }
    // Without a line but the last it is about the forms of a document that has none.
    if forms == nil, !hasTableLines { forms = [] }
    guard isEnded else {
      throw tree.failure(
        LocalizedText(
          en:
            "the last line, with \"end\": true, is missing; the text was cut off, so make or copy it again",
          zh: "缺少最后一行（\"end\": true）；文本被截断了"), at: tree.utf8.count)
    }
  }

  /// Reads a line; gives whether it is the last one about an input.
  private mutating func readLine(_ shape: JSONShape) throws(ReadError) -> Bool {
    var header = Header()
    var isEnd = false
    var members = try shape.object(shape.root)
    var isAboutSource = true
    while let (key, value) = members.next(in: shape.tree) {
      switch key {
      case "form":
        let form = try shape.form(value)
        if forms == nil { forms = [] }
        forms?.append(form)
        isAboutSource = false
      case "table":
        try shape.readTable(value, limits: limits, into: &document)
        isAboutSource = false
      case "end":
        try shape.flag(value)
        isEnd = true
      case "outside": outside += try Self.outside(value, shape)
      case "tables": try readTables(value, shape)
      case "source" where !isAboutSource || shape.tree.nodes[value].kind == .string:
        _ = try shape.text(value)
      default:
        guard try header.read(key, value, shape) else { throw shape.unknownKey(value, "a line") }
      }
    }
    if isEnd {
      try header.check(shape)
      if forms == nil, document.tableCount == 0 { forms = [] }
    } else if isAboutSource {
      throw shape.missing("form", in: shape.root)
    }
    return isEnd
  }
}

/// The members that say what a document is, and those that are about its reading.
private struct Header {
  private var hasFormat = false
  private var hasVersion = false
  private var hasSource = false

  /// Checks a member; `false` when it is none of these.
  mutating func read(_ key: String, _ node: Int, _ shape: JSONShape) throws(ReadError) -> Bool {
    switch key {
    case "format":
      _ = try shape.text(node, of: ["formconvert"])
      hasFormat = true
    case "version":
      _ = try shape.integer(node, in: 1...1)
      hasVersion = true
    case "source":
      try checkSource(node, shape)
      hasSource = true
    case "corrections": try checkCorrections(node, shape)
    case "diagnostics": try checkDiagnostics(node, shape)
    case "provenance": _ = try shape.object(node)
    default: return false
    }
    return true
  }

  /// Makes sure that nothing is missing.
  func check(_ shape: JSONShape) throws(ReadError) {
    guard hasFormat else { throw shape.missing("format", in: shape.root) }
    guard hasVersion else { throw shape.missing("version", in: shape.root) }
    guard hasSource else { throw shape.missing("source", in: shape.root) }
  }

  private func checkSource(_ node: Int, _ shape: JSONShape) throws(ReadError) {
    var members = try shape.object(node)
    while let (key, value) = members.next(in: shape.tree) {
      switch key {
      case "bytes": _ = try shape.integer(value, in: 0...Int.max)
      case "encoding", "format", "name", "sha256": _ = try shape.text(value)
      default: throw shape.unknownKey(value, "a source")
      }
    }
  }

  private func checkCorrections(_ node: Int, _ shape: JSONShape) throws(ReadError) {
    for correction in try shape.array(node) {
      var members = try shape.object(correction)
      while let (key, value) = members.next(in: shape.tree) {
        switch key {
        case "date", "is", "pointer", "was", "who", "why": _ = try shape.text(value)
        default: throw shape.unknownKey(value, "a correction")
        }
      }
    }
  }

  private func checkDiagnostics(_ node: Int, _ shape: JSONShape) throws(ReadError) {
    for diagnostic in try shape.array(node) {
      var members = try shape.object(diagnostic)
      while let (key, value) = members.next(in: shape.tree) {
        switch key {
        case "after", "before", "code", "message", "pointer", "sheet": _ = try shape.text(value)
        case "severity": _ = try shape.text(value, of: Severity.allCases.map(\.rawValue))
        case "column", "line": _ = try shape.integer(value, in: 1...Int.max)
        case "arguments": _ = try shape.object(value)
        case "alternatives": _ = try shape.array(value)
        default: throw shape.unknownKey(value, "a diagnostic")
        }
      }
    }
  }
}
