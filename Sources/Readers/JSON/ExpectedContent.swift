public import IR

/// What a person wrote down that a document says: the forms, and if they like the text outside
/// them and the diagnostics a reading must give.
///
/// With `allowed`, no warning may be given that is neither in it nor expected. Any canonical JSON of
/// a document will do; a file may also have `forms` alone.
public struct ExpectedContent: Sendable {
  /// A diagnostic that a reading must give.
  public struct ExpectedDiagnostic: Sendable, Hashable {
    /// Its code.
    public var code: String
    /// Its line; `nil` where any will do.
    public var line: Int?
  }

  /// The forms.
  public private(set) var forms: [Form] = []
  /// The text outside the forms; `nil` where it is not said.
  public private(set) var outside: [PlacedText]?
  /// The diagnostics; there may be others.
  public private(set) var diagnostics: [ExpectedDiagnostic] = []

  /// The diagnostics that a reading may give besides; `nil` where any warning will do.
  public private(set) var allowed: [ExpectedDiagnostic]?
  /// The value of `allowed` as it stands in the file, with what it says to people.
  public private(set) var allowedText: [UInt8] = []

  /// Reads an expectation.
  ///
  /// - Throws: ``ReadError`` with the place of what is no JSON, or no form.
  public init(reading source: SourceText, limits: Limits = Limits()) throws(ReadError) {
    var parser = JSONParser(source.utf8, limits: limits)
    guard let root = try parser.parseAll().first else {
      throw parser.tree.failure(
        LocalizedText(en: "the file has no JSON value", zh: "文件里没有 JSON 值"), at: 0)
    }
    let shape = JSONShape(tree: parser.tree, root: root)
    var hasForms = false
    var members = try shape.object(root)
    while let (key, value) = members.next(in: shape.tree) {
      switch key {
      case "forms":
        hasForms = true
        for node in try shape.array(value) { forms.append(try shape.form(node)) }
      case "outside":
        var texts: [PlacedText] = []
        for node in try shape.array(value) { texts.append(try shape.placedText(node)) }
        outside = texts
      case "diagnostics":
        for node in try shape.array(value) { diagnostics.append(try Self.diagnostic(node, shape)) }
      case "allowed":
        var diagnostics: [ExpectedDiagnostic] = []
        for node in try shape.array(value) { diagnostics.append(try Self.diagnostic(node, shape)) }
        allowed = diagnostics
        allowedText = shape.tree.source(value)
      case "format", "version", "source", "tables": break
      default: throw shape.unknownKey(value, "an expectation")
      }
    }
    if !hasForms { throw shape.missing("forms", in: root) }
  }

  /// A diagnostic; what is said about it besides is for people.
  private static func diagnostic(
    _ node: Int, _ shape: JSONShape
  ) throws(ReadError) -> ExpectedDiagnostic {
    var code: String?
    var line: Int?
    var members = try shape.object(node)
    while let (key, value) = members.next(in: shape.tree) {
      if key == "code" { code = try shape.text(value) }
      if key == "line" { line = try shape.integer(value, in: 1...Int(Int32.max)) }
    }
    guard let code else { throw shape.missing("code", in: node) }
    return ExpectedDiagnostic(code: code, line: line)
  }
}
