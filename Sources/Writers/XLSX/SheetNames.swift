internal import IR

/// Makes names of worksheets legal, unique and still readable.
struct SheetNames {
  /// The most UTF-16 units a name may have.
  private static let limit = 31
  /// What Excel does not allow in a name, and the full-width form that reads the same.
  private static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼",
  ]

  private var taken: Set<String> = []

  /// The name for a sheet.
  mutating func name(for wish: String) -> String {
    let base = Self.legal(wish)
    var name = Self.cut(base, to: Self.limit)
    var number = 2
    while name.lowercased() == "history" || !taken.insert(Self.key(name)).inserted {
      let suffix = " (\(number))"
      name = Self.cut(base, to: Self.limit - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// What two names must not share: Excel tells neither case nor width apart.
  private static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      key.unicodeScalars.append(
        isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return key.lowercased()
  }

  private static func legal(_ wish: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      if let replacement = replacements[scalar] {
        name.append(replacement)
      } else if isLeftOut(scalar) {
        if name.last != " " { name.append(" ") }
      } else {
        name.append(scalar)
      }
    }
    let isTrimmed = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "'" }
    let trimmed = String(String.UnicodeScalarView(name.drop(while: isTrimmed)))
    let result = cut(trimmed, to: trimmed.utf16.count)
    return result.isEmpty ? "Sheet" : result
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The beginning of a name, without a broken character or a blank or apostrophe at its end.
  private static func cut(_ name: String, to count: Int) -> String {
    var result = name
    while result.utf16.count > count || result.last == " " || result.last == "'" {
      result.removeLast()
    }
    return result
  }
}
