/// Texts between corner brackets, with the escapes of JSON strings (RFC 8259, 7) for every character
/// that a cell may not keep.
///
/// Corner brackets, since quotation marks at the beginning of a cell mean something in CSV.
enum EscapedText {
  /// What such a text begins with.
  static let open: Unicode.Scalar = "「"
  private static let close: Unicode.Scalar = "」"

  /// A text with escapes.
  static func escaped(_ text: String) -> String {
    var result = String(open)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case " ": result += " "
      default:
        if isKept(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += escape(scalar)
        }
      }
    }
    // Runs of spaces are not kept everywhere.
    return result.replacing("  ", with: " \\u0020") + String(close)
  }

  /// Whether every format keeps a character wherever it stands.
  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFEFF
      && !scalar.properties.isWhitespace
  }

  /// The text that stands between brackets; `nil` where there are none.
  static func unescaped(_ text: String) -> String? {
    var rest = text.unicodeScalars[...]
    guard rest.popFirst() == open, rest.popLast() == close else { return nil }
    var units: [UInt16] = []
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        units += Array(String(scalar).utf16)
        continue
      }
      guard let unit = escape(&rest) else { return nil }
      units.append(unit)
    }
    return String(validating: units, as: UTF16.self)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    // Every character that is not kept is in the first plane.
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What stands after a backslash.
  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> UInt16? {
    switch rest.popFirst() {
    case "\"": 0x22
    case "\\": 0x5C
    case "/": 0x2F
    case "b": 0x08
    case "f": 0x0C
    case "n": 0x0A
    case "r": 0x0D
    case "t": 0x09
    case "u": hexadecimal(&rest)
    default: nil
    }
  }

  private static func hexadecimal(_ rest: inout Substring.UnicodeScalarView) -> UInt16? {
    let digits = String(rest.prefix(4))
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
    rest = rest.dropFirst(4)
    return UInt16(digits, radix: 16)
  }
}
