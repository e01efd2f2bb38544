internal import IR

/// How a cell looks, apart from its number format.
enum CellLook: Int, Hashable, CaseIterable {
  /// Nothing special.
  case plain
  /// A title of level 1, 2, or below.
  case title, subtitle, heading
  /// Text beside tables; a short line below a title.
  case paragraph, subline
  /// A header cell and any other cell of a table that is printed; a date stands left, like text.
  case header, body, bodyLeft, bodyCenter, bodyRight
  /// A header cell of a table of data; its other cells are plain.
  case columnName

  /// The place in ``StyleTable/fonts``.
  fileprivate var font: Int {
    switch self {
    case .plain, .paragraph, .subline, .body, .bodyLeft, .bodyCenter, .bodyRight: 0
    case .header, .heading, .columnName: 1
    case .subtitle: 2
    case .title: 3
    }
  }
  /// The size of its letters in points.
  var fontSize: Int { StyleTable.fontSizes[font] }
  fileprivate var fill: Int { self == .header || self == .columnName ? 2 : 0 }
  fileprivate var border: Int { self == .header || isBody ? 1 : 0 }
  /// Whether it is a cell of a table that is printed, but none of its header.
  var isBody: Bool {
    switch self {
    case .body, .bodyLeft, .bodyCenter, .bodyRight: true
    case .plain, .title, .subtitle, .heading, .paragraph, .subline, .header, .columnName: false
    }
  }
  fileprivate var alignment: String {
    switch self {
    case .plain: ""
    case .title, .subtitle, .subline, .header, .bodyCenter:
      #"<alignment horizontal="center" vertical="center" wrapText="1"/>"#
    case .heading, .paragraph, .bodyLeft:
      #"<alignment horizontal="left" vertical="center" wrapText="1"/>"#
    case .bodyRight: #"<alignment horizontal="right" vertical="center" wrapText="1"/>"#
    case .body: #"<alignment vertical="center" wrapText="1"/>"#
    case .columnName: #"<alignment vertical="center"/>"#
    }
  }
}

/// The cell formats that a workbook uses, and the part that describes them (ECMA-376-1, 18.8).
struct StyleTable {
  /// The format of text that stays text when somebody edits it.
  static let textFormat = "@"
  /// The formats every program knows by number (18.8.30).
  private static let builtIn = [
    "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10,
    textFormat: 49,
  ]
  /// The first number that is free for other formats.
  private static let firstOwnFormat = 164
  private static let fontName = "宋体"

  private struct Key: Hashable {
    var look: CellLook
    var format: String
  }

  private var keys = [Key(look: .plain, format: "General")]
  private var indices = [Key(look: .plain, format: "General"): 0]
  private var ownFormats: [String] = []
  private var ownNumbers: [String: Int] = [:]

  /// The index of a cell format.
  mutating func index(_ look: CellLook, format: String = "General") -> Int {
    let key = Key(look: look, format: format)
    if let index = indices[key] { return index }
    if Self.builtIn[format] == nil, ownNumbers[format] == nil {
      ownNumbers[format] = Self.firstOwnFormat + ownFormats.count
      ownFormats.append(format)
    }
    indices[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  /// The part `xl/styles.xml`.
  func part() -> ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append("<styleSheet xmlns=\"\(XMLNames.main)\">")
    appendNumberFormats(to: &part)
    part.append(Self.fonts + Self.fills + Self.borders)
    part.append(
      """
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(keys.count)">
      """)
    for key in keys { append(key, to: &part) }
    part.append(
      """
      </cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """)
    return part
  }

  private func appendNumberFormats(to part: inout ByteBuffer) {
    guard !ownFormats.isEmpty else { return }
    part.append("<numFmts count=\"\(ownFormats.count)\">")
    for (offset, format) in ownFormats.enumerated() {
      part.append("<numFmt numFmtId=\"\(Self.firstOwnFormat + offset)\" formatCode=\"")
      part.append(attribute: format)
      part.append("\"/>")
    }
    part.append("</numFmts>")
  }

  private func append(_ key: Key, to part: inout ByteBuffer) {
    let number = Self.builtIn[key.format] ?? ownNumbers[key.format] ?? 0
    let look = key.look
    part.append(
      """
      <xf numFmtId="\(number)" fontId="\(look.font)" fillId="\(look.fill)" \
      borderId="\(look.border)" xfId="0"
      """)
    if number != 0 { part.append(" applyNumberFormat=\"1\"") }
    if look.font != 0 { part.append(" applyFont=\"1\"") }
    if look.fill != 0 { part.append(" applyFill=\"1\"") }
    if look.border != 0 { part.append(" applyBorder=\"1\"") }
    if look.alignment.isEmpty {
      part.append("/>")
    } else {
      part.append(" applyAlignment=\"1\">\(look.alignment)</xf>")
    }
  }

  /// The first font is the one column widths are counted in; the others are bold.
  fileprivate static let fontSizes = [11, 11, 14, 16]
  private static let fonts: String = {
    let fonts = fontSizes.enumerated().map { index, size in
      """
      <font>\(index == 0 ? "" : "<b/>")<sz val="\(size)"/><name val="\(fontName)"/><family val="3"/>\
      <charset val="134"/></font>
      """
    }
    return "<fonts count=\"\(fonts.count)\">\(fonts.joined())</fonts>"
  }()

  /// The first two are fixed in every workbook.
  private static let fills = """
    <fills count="3"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/>\
    <bgColor indexed="64"/></patternFill></fill></fills>
    """

  private static let borders: String = {
    let sides = ["left", "right", "top", "bottom"]
    let none = sides.map { "<\($0)/>" }.joined()
    let thin = sides.map { "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>" }.joined()
    return """
      <borders count="2"><border>\(none)<diagonal/></border>\
      <border>\(thin)<diagonal/></border></borders>
      """
  }()
}
