internal import IR

/// Texts as YAML writes them: plain where every reader takes them for texts, else in quotes.
enum YAMLText {
  /// A text on one line.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether a text needs no quotes: letters, digits and a few signs, not to be taken for a
  /// number or a word with a meaning.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first),
      !reserved.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      isLetter(scalar) || ("0"..."9").contains(scalar) || signs.contains(scalar)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}": true
    default: false
    }
  }

  /// Signs without a meaning inside a plain text.
  private static let signs = Set("/()-_.（）、，。“”〔〕→".unicodeScalars)

  /// What one reader or another takes for something else than a text.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let isWide = scalar.value > 0xFFFF
    let zeros = String(repeating: "0", count: (isWide ? 8 : 4) - digits.utf8.count)
    return (isWide ? "\\U" : "\\u") + zeros + digits
  }
}
