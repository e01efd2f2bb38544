/// A character encoding by its WHATWG name in lower case, such as `utf-8` or `gb18030`.
public struct TextEncoding: RawRepresentable, Sendable, Hashable {
  /// The name.
  public var rawValue: String

  /// Creates an encoding from its lower-case WHATWG name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// UTF-8.
  public static let utf8 = TextEncoding(rawValue: "utf-8")
  /// UTF-16, little-endian.
  public static let utf16LE = TextEncoding(rawValue: "utf-16le")
  /// UTF-16, big-endian.
  public static let utf16BE = TextEncoding(rawValue: "utf-16be")
  /// GB18030, the superset of GBK and GB2312.
  public static let gb18030 = TextEncoding(rawValue: "gb18030")

  /// What the encoding is called in messages.
  public var title: String {
    let isAbbreviation = ["utf-", "gb", "iso-", "euc-"].contains { rawValue.hasPrefix($0) }
    if isAbbreviation { return rawValue.uppercased() }
    return rawValue == "big5" ? "Big5" : rawValue
  }
}
