internal import IR

/// The form in which labels are compared: without white space, full-width forms folded.
package enum LabelKey {
  /// Replaces the contents of `key` with the key of a UTF-8 text.
  ///
  /// U+FF01 to U+FF5E become ASCII; every white space goes, U+3000 and U+00A0 included. `key` keeps
  /// its capacity, so one buffer serves for all cells.
  package static func make(_ text: Span<UInt8>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    append(text, to: &key)
  }

  /// Whether a UTF-8 text is its own key, as far as that can be told by the first bytes of characters.
  static func isKey(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0xE4...0xEE: index &+= 3
      case 0x21..<0x80: index &+= 1
      default: return false
      }
    }
    return true
  }

  /// Appends the key of a UTF-8 text.
  static func append(_ text: Span<UInt8>, to key: inout [UInt8]) {
    key.append(addingCapacity: text.count) { (target: inout OutputSpan<UInt8>) in
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte > 0x20, byte < 0x80 {
          target.append(byte)
          index += 1
        } else if byte >= 0xE4, byte <= 0xEE, index + 2 < text.count {
          target.append(byte)
          target.append(text[index + 1])
          target.append(text[index + 2])
          index += 3
        } else {
          index += appendOther(text, at: index, to: &target)
        }
      }
    }
  }

  /// How many bytes of a key stand before a colon or a parenthesis at its end, or points of which only the
  /// number stands in one: （40-50）分; those of a level need none: 产出指标40分.
  static func coreLength(_ key: Span<UInt8>) -> Int {
    guard !key.isEmpty else { return 0 }
    switch key[key.count - 1] {
    case UInt8(ascii: ":"):
      // A unit may stand before the colon: 年度金额（万元）：.
      let isClosed = key.count > 1 && key[key.count - 2] == UInt8(ascii: ")")
      return isClosed ? lengthBeforeParenthesis(key) : key.count - 1
    case UInt8(ascii: ")"): return lengthBeforeParenthesis(key)
    case 0x83 where money.containsSuffix(of: key): return lengthBeforeHalfUnit(key)
    case 0x86 where pointsEnd.containsSuffix(of: key): return lengthBeforeParenthesis(key)
    case 0x86 where points.containsSuffix(of: key): return lengthBeforePoints(key)
    default: return key.count
    }
  }

  private static let points = WordSet("分")
  private static let level = WordSet("指标")

  private static func lengthBeforePoints(_ key: Span<UInt8>) -> Int {
    var length = key.count - 3
    while length > 0, key[length - 1].isDigit { length -= 1 }
    return length < key.count - 3 && level.containsSuffix(of: key.extracting(first: length))
      ? length : key.count
  }

  private static let pointsEnd = WordSet(")分")

  private static func lengthBeforeParenthesis(_ key: Span<UInt8>) -> Int {
    if let open = key.indices.last(where: { key[$0] == UInt8(ascii: "(") }) { return open }
    // Scanning lost the parenthesis before the unit: 资金总额万元).
    let inside = key.extracting(droppingLast: 1)
    return money.containsSuffix(of: inside) ? inside.count - moneyLength(inside) : key.count
  }

  /// Where the parenthesis before a unit stands that scanning left open: 资金情况(万元.
  private static func lengthBeforeHalfUnit(_ key: Span<UInt8>) -> Int {
    let open = key.count - moneyLength(key) - 1
    return open > 0 && key[open] == UInt8(ascii: "(") ? open : key.count
  }

  private static let money = WordSet("元")
  private static let tenThousand = WordSet("万元")

  /// The length of the unit of money that a key ends with.
  private static func moneyLength(_ key: Span<UInt8>) -> Int {
    tenThousand.containsSuffix(of: key) ? 6 : 3
  }

  /// A key without the star before what must be filled in: *指标值.
  static func withoutStar(_ range: Range<Int>, in keys: [UInt8]) -> Range<Int> {
    let star = UInt8(ascii: "*")
    // Two stars make text strong in markdown.
    guard range.count > 1, keys[range.lowerBound] == star, keys[range.lowerBound + 1] != star else {
      return range
    }
    return range.dropFirst()
  }

  /// Appends one character that may be white space or a full-width form; returns its length.
  private static func appendOther(
    _ text: Span<UInt8>, at index: Int, to target: inout OutputSpan<UInt8>
  ) -> Int {
    if let folded = WidthFolding.ascii(text, at: index) {
      target.append(folded)
      return 3
    }
    let scalar = ClassifiedScalar(text, at: index)
    guard scalar.kind != .space, scalar.kind != .lineBreak else { return scalar.length }
    for offset in 0..<scalar.length { target.append(text[index + offset]) }
    return scalar.length
  }
}

/// Folding of full-width forms and of parentheses in vertical text, as for label matching and readings
/// (model, Text).
enum WidthFolding {
  /// The ASCII character that the full-width form at an index stands for.
  @inline(__always)
  static func ascii(_ text: Span<UInt8>, at index: Int) -> UInt8? {
    guard text[index] == 0xEF, index + 2 < text.count else { return nil }
    let second = text[index + 1]
    let third = text[index + 2]
    if second == 0xBC, third >= 0x81 { return third - 0x60 }  // U+FF01 to U+FF3F
    if second == 0xBD, third <= 0x9E { return third - 0x20 }  // U+FF40 to U+FF5E
    if second == 0xB8, third == 0xB5 || third == 0xB6 { return third - 0x8D }  // U+FE35, U+FE36
    return nil
  }

  /// Calls back with a text whose full-width forms are folded; most texts have none.
  @inline(__always)
  static func withFolded<Result>(
    _ text: Span<UInt8>, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    for index in text.indices where text[index] == 0xEF || text[index] == 0xE3 {
      var folded: [UInt8] = []
      folded.reserveCapacity(text.count)
      append(text, to: &folded)
      return body(folded.span)
    }
    return body(text)
  }

  /// Appends a text with its full-width forms folded and U+3000 as a space.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      if let folded = ascii(text, at: index) {
        output.append(folded)
        index += 3
      } else if text[index] == 0xE3, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x80
      {
        output.append(UInt8(ascii: " "))
        index += 3
      } else {
        output.append(text[index])
        index += 1
      }
    }
  }
}
