internal import IR

/// The encoding an HTML or XHTML document declares in its head (WHATWG HTML, 13.2.3.2).
///
/// The standard looks at 1,024 bytes; browsers read a page again that declares it later.
enum DeclaredEncoding {
  /// The declared encoding; `nil` when there is none, or none that is known.
  static func encoding(in bytes: [UInt8]) -> TextEncoding? {
    let start = bytes.prefix(4096).map(lowered)
    if let encoding = encoding(inHead: start) { return encoding }
    guard bytes.count > start.count, start[...].range(of: "<head") != nil,
      start[...].range(of: "<body") == nil
    else { return nil }
    return encoding(inHead: bytes.prefix(1 << 18).map(lowered))
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func encoding(inHead head: [UInt8]) -> TextEncoding? {
    if head.starts(with: Array("<?xml".utf8)), let close = head.firstIndex(of: UInt8(ascii: ">")),
      let label = value(after: "encoding", in: head[..<close])
    {
      return EncodingLabel.encoding(label)
    }
    var rest = head[...]
    while let start = rest.range(of: "<meta") {
      let tag = rest[start...].prefix { $0 != UInt8(ascii: ">") }
      if let label = value(after: "charset", in: tag),
        let encoding = EncodingLabel.encoding(label)
      {
        // A document read byte by byte up to here cannot be UTF-16, whatever it declares.
        return encoding.rawValue.hasPrefix("utf-") ? .utf8 : encoding
      }
      rest = rest[tag.endIndex...]
    }
    return nil
  }

  private static func value(after key: String, in tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.range(of: key) else { return nil }
    var rest = tag[(start + key.utf8.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == 0x27 }
    let label = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x27 && $0 != 0x3B }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// The index of the first occurrence of a text.
  func range(of text: String) -> Int? {
    let needle = Array(text.utf8)
    var index = startIndex
    while index + needle.count <= endIndex {
      if self[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
