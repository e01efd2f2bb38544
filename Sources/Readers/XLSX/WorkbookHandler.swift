internal import IR

/// The relationships of a part (ECMA-376-2, 6.5): what its ids lead to.
final class RelationshipHandler: XMLHandler {
  private static let relationship = XMLName("Relationship")
  private static let id = XMLName("Id")
  private static let type = XMLName("Type")
  private static let target = XMLName("Target")
  private static let mode = XMLName("TargetMode")

  /// A relationship to a part of the package.
  struct Relationship {
    var id: String
    /// The last part of its type: transitional and strict files differ before that.
    var type: String
    var target: String
  }

  private(set) var failure: ReadError?
  private(set) var relationships: [Relationship] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == Self.relationship, attributes.string(Self.mode) != "External",
      let id = attributes.string(Self.id), let type = attributes.string(Self.type),
      let target = attributes.string(Self.target)
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relationships.append(Relationship(id: id, type: kind, target: target))
  }
  func end(_ name: XMLName) {}
  func text(_ text: Span<UInt8>) {}

  /// The part that the first relationship of a type leads to.
  ///
  /// - Parameter path: The part whose relationships they are.
  func target(ofType type: String, from path: String) throws(ReadError) -> String? {
    guard let first = relationships.first(where: { $0.type == type }) else { return nil }
    return try PackagePath.resolve(first.target, from: path)
  }
}

/// The part `workbook.xml` (ECMA-376-1, 18.2): the sheets in order.
final class WorkbookHandler: XMLHandler {
  private static let sheet = XMLName("sheet")
  private static let properties = XMLName("workbookPr")
  private static let root = XMLName("workbook")
  private static let name = XMLName("name")
  private static let id = XMLName("id")
  private static let state = XMLName("state")
  private static let date1904 = XMLName("date1904")
  private static let definedName = XMLName("definedName")
  private static let localSheet = XMLName("localSheetId")

  /// A sheet.
  struct Sheet {
    var name: String
    var id: String
    var isHidden: Bool
    /// Whether it says only what the other sheets say.
    var isDerived = false
  }

  private(set) var failure: ReadError?
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904-01-01.
  private(set) var startsIn1904 = false
  /// Whether it is a workbook at all.
  private(set) var isWorkbook = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.root: isWorkbook = true
    case Self.properties: startsIn1904 = attributes.flag(Self.date1904)
    case Self.sheet:
      sheets.append(
        Sheet(
          name: attributes.string(Self.name) ?? "", id: attributes.string(Self.id) ?? "",
          isHidden: (attributes.string(Self.state) ?? "visible") != "visible"))
    case Self.definedName where attributes.string(Self.name) == IR.Sheet.derivedName:
      guard let sheet = attributes.string(Self.localSheet).flatMap({ Int($0) }),
        sheets.indices.contains(sheet)
      else { return }
      sheets[sheet].isDerived = true
    default: break
    }
  }
  func end(_ name: XMLName) {}
  func text(_ text: Span<UInt8>) {}
}
