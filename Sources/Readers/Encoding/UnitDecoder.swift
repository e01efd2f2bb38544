internal import IR

/// Decodes UTF-16 and UTF-32 (The Unicode Standard, 3.10), strictly.
struct UnitDecoder {
  private let width: Int
  private let isBigEndian: Bool

  /// Creates a decoder of `utf-16le`, `utf-16be`, `utf-32le` or `utf-32be`.
  init(_ encoding: TextEncoding) {
    width = encoding.rawValue.hasPrefix("utf-32") ? 4 : 2
    isBigEndian = encoding.rawValue.hasSuffix("be")
  }

  /// Decodes the bytes from an offset.
  func decode(_ bytes: [UInt8], from start: Int) -> DecodingOutcome {
    var utf8: [UInt8] = []
    utf8.reserveCapacity((bytes.count - start) / width * 3)
    let text = bytes.span
    var index = start
    while index + width <= text.count {
      let value = unit(in: text, at: index)
      var scalar = value
      var length = width
      if width == 2, value & 0xFC00 == 0xD800, index + 4 <= text.count {
        let low = unit(in: text, at: index + 2)
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
          length = 4
        }
      }
      guard let valid = Unicode.Scalar(scalar) else {
        return .stopped(at: index, converted: utf8)
      }
      UTF8.encode(valid, into: &utf8)
      index += length
    }
    return index == text.count ? .converted(utf8) : .stopped(at: index, converted: utf8)
  }

  private func unit(in text: Span<UInt8>, at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for offset in 0..<width {
      let byte = UInt32(text[index + offset])
      if isBigEndian { value = value << 8 | byte } else { value |= byte << UInt32(8 * offset) }
    }
    return value
  }
}

extension UTF8 {
  /// Appends a scalar as UTF-8.
  @inline(__always)
  static func encode(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}
