extension StringProtocol {
  /// The text on one line, with the scalars that steer a terminal shown as escapes.
  ///
  /// Sources and file names are anybody's: they must not move the cursor or hide text.
  var visible: String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.steersTerminal:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, or turns the direction of writing.
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
