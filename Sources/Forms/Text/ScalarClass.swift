internal import IR

/// What a character is to the rules about white space (model, Text).
enum ScalarClass: UInt8 {
  /// White space, U+3000 and U+00A0 included.
  case space
  /// A line break.
  case lineBreak
  /// A CJK character: a Han ideograph.
  case han
  /// Any other character with East_Asian_Width W or F, or one of `“ ” ‘ ’ — … ·` and `①` to `⑳`.
  case wide
  /// A relation that is not wide: `= > < ≥ ≤ ≠` and their variants.
  case relation
  /// Anything else.
  case other
}

extension ScalarClass {
  /// Whether white space beside the character is not the writer's.
  var isWide: Bool { self == .han || self == .wide }
}

/// One character of a UTF-8 text: what it is, and how many bytes it has.
struct ClassifiedScalar {
  var kind: ScalarClass
  var length: Int

  /// Classifies the character that starts at an index of a valid UTF-8 text.
  ///
  /// A text that ends inside a character does no harm: the rest counts as one character.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    let lead = text[index]
    if lead < 0x80 {
      self.init(kind: Self.classifyASCII(lead), length: 1)
    } else if lead >= 0xE4, lead <= 0xE9 {
      // U+4000 to U+9FFF.
      self.init(kind: .han, length: min(3, text.count - index))
    } else {
      self.init(beyondASCII: text, at: index, lead: lead)
    }
  }

  private init(kind: ScalarClass, length: Int) {
    self.kind = kind
    self.length = length
  }

  @inline(__always)
  private static func classifyASCII(_ byte: UInt8) -> ScalarClass {
    if byte > 0x3E { return .other }
    if byte >= 0x3C { return .relation }
    if byte > 0x20 { return .other }
    if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C { return .space }
    return byte == 0x0A || byte == 0x0D ? .lineBreak : .other
  }

  private init(beyondASCII text: Span<UInt8>, at index: Int, lead: UInt8) {
    let expected = lead.scalarLength
    length = min(expected, text.count - index)
    guard length == expected else {
      kind = .other
      return
    }
    // Not by ``Span/scalar(at:)``: a call for every such character takes longer.
    var value = UInt32(lead) & (0x7F >> UInt32(expected))
    for offset in 1..<expected { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    kind = Self.classify(value)
  }

  /// Classifies a code point above U+007F.
  private static func classify(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .lineBreak
    case 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2460...0x2473: .wide
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: .han
    case 0x2260, 0x2264...0x2267, 0x2A7D, 0x2A7E: .relation
    default: EastAsianWidth.isWide(value) ? .wide : .other
    }
  }
}
