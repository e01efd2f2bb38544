internal import IR

/// The part `styles.xml` (ECMA-376-1, 18.8), as far as it says what cells are.
final class StylesHandler: XMLHandler {
  private typealias Name = Names
  private enum Names {
    static let numberFormat = XMLName("numFmt")
    static let numberFormatID = XMLName("numFmtId")
    static let code = XMLName("formatCode")
    static let fonts = XMLName("fonts")
    static let font = XMLName("font")
    static let bold = XMLName("b")
    static let size = XMLName("sz")
    static let fills = XMLName("fills")
    static let fill = XMLName("fill")
    static let pattern = XMLName("patternFill")
    static let patternType = XMLName("patternType")
    static let borders = XMLName("borders")
    static let border = XMLName("border")
    static let sides = ["left", "right", "top", "bottom", "start", "end"].map { XMLName($0) }
    static let style = XMLName("style")
    static let formats = XMLName("cellXfs")
    static let format = XMLName("xf")
    static let fontID = XMLName("fontId")
    static let fillID = XMLName("fillId")
    static let borderID = XMLName("borderId")
    static let value = XMLName("val")
  }

  private struct Format {
    var number: Int
    var font: Int
    var fill: Int
    var border: Int
  }
  private struct Font {
    var isBold = false
    var size = 0.0
  }

  private(set) var failure: ReadError?
  private let limits: Limits
  /// The list that is being read: others repeat the names of its members.
  private var list: XMLName?
  private var codes: [Int: String] = [:]
  private var fonts: [Font] = []
  private var fills: [Bool] = []
  private var borders: [Bool] = []
  private var formats: [Format] = []
  private static let lists = [Names.fonts, Names.fills, Names.borders, Names.formats]

  /// Prepares to read the part.
  init(limits: Limits) { self.limits = limits }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if Self.lists.contains(name) { list = name }
    if name == Name.numberFormat, let id = attributes.integer(Name.numberFormatID) {
      // Formats of differential styles have numbers of their own and are not asked for.
      if codes[id] == nil { codes[id] = attributes.string(Name.code) }
    }
    switch list {
    case Name.fonts: startFont(name, attributes)
    case Name.fills:
      if name == Name.fill { fills.append(false) }
      if name == Name.pattern, attributes.string(Name.patternType) == "solid", !fills.isEmpty {
        fills[fills.count - 1] = true
      }
    case Name.borders:
      if name == Name.border { borders.append(false) }
      if Name.sides.contains(name), attributes.string(Name.style) ?? "none" != "none",
        !borders.isEmpty
      {
        borders[borders.count - 1] = true
      }
    case Name.formats:
      if name == Name.format { appendFormat(attributes) }
    default: break
    }
  }

  private func appendFormat(_ attributes: XMLAttributes) {
    guard formats.count < limits.cellStyles else {
      failure = .tooManyStyles(limits.cellStyles)
      return
    }
    formats.append(
      Format(
        number: attributes.integer(Name.numberFormatID) ?? 0,
        font: attributes.integer(Name.fontID) ?? 0,
        fill: attributes.integer(Name.fillID) ?? 0,
        border: attributes.integer(Name.borderID) ?? 0))
  }

  private func startFont(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == Name.font { fonts.append(Font()) }
    guard !fonts.isEmpty else { return }
    if name == Name.bold {
      fonts[fonts.count - 1].isBold = attributes.flag(Name.value, default: true)
    }
    if name == Name.size, let value = attributes.range(Name.value).map({ attributes.bytes[$0] }),
      let size = DecimalNumber(value.span)
    {
      fonts[fonts.count - 1].size = size.doubleValue
    }
  }

  func end(_ name: XMLName) {
    if name == list { list = nil }
  }
  func text(_ text: Span<UInt8>) {}

  /// The formats of cells, by number.
  var cellStyles: [CellStyle] {
    var known: [Int: NumberFormat] = [:]
    let styles = formats.map { format in
      let code = codes[format.number] ?? NumberFormat.builtIn(format.number) ?? "General"
      let number = known[format.number] ?? NumberFormat(code)
      known[format.number] = number
      let font = fonts.indices.contains(format.font) ? fonts[format.font] : Font()
      return CellStyle(
        number: number, isBold: font.isBold, fontSize: font.size,
        isFilled: fills.indices.contains(format.fill) && fills[format.fill],
        isBordered: borders.indices.contains(format.border) && borders[format.border])
    }
    return styles.isEmpty ? [CellStyle()] : styles
  }
}

/// How cells are shown.
struct CellStyle {
  /// How numbers are shown.
  var number = NumberFormat.general
  /// Whether the letters are bold.
  var isBold = false
  /// Their size in points; 0 where it is not said.
  var fontSize = 0.0
  /// Whether there is a colour behind them.
  var isFilled = false
  /// Whether there is a line at any side.
  var isBordered = false
}
