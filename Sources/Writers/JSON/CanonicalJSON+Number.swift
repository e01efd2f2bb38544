extension CanonicalJSON {
  /// A number as ECMAScript's `Number.prototype.toString` writes it (RFC 8785, 3.2.2.3).
  ///
  /// Swift's description has the same shortest digits; only the layout differs.
  static func token(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard number != 0 else { return "0" }
    let (digits, point) = decimal(number.magnitude)
    return (number < 0 ? "-" : "") + layOut(digits, point: point)
  }

  /// The significant digits, and how many of them stand before the decimal point.
  private static func decimal(_ magnitude: Double) -> (digits: [UInt8], point: Int) {
    let parts = magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    var digits: [UInt8] = []
    var point: Int?
    for byte in parts[0] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    let exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let trailingZeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let significant = digits.dropFirst(leadingZeros).dropLast(trailingZeros)
    return (Array(significant), (point ?? digits.count) + exponent - leadingZeros)
  }

  /// Puts the digits down as ECMA-262, 6.1.6.1.20 says; `point` is its `n`.
  private static func layOut(_ digits: [UInt8], point: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    switch point {
    case digits.count...21:
      return text + String(repeating: "0", count: point - digits.count)
    case 1..<max(digits.count, 1):
      return text.prefix(point) + "." + text.dropFirst(point)
    case -5...0:
      return "0." + String(repeating: "0", count: -point) + text
    default:
      let exponent = point - 1
      let mantissa = digits.count == 1 ? text : text.prefix(1) + "." + text.dropFirst(1)
      return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
  }
}
