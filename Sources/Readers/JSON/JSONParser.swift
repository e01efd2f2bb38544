internal import IR

/// Parses JSON strictly (RFC 8259): nothing is tolerated, as nothing may be guessed about data.
struct JSONParser {
  private(set) var tree: JSONTree
  private let limits: Limits
  private var index = 0
  private var depth = 0

  /// Creates a parser of a text.
  init(_ utf8: [UInt8], limits: Limits) {
    tree = JSONTree(utf8: utf8)
    self.limits = limits
    tree.nodes.reserveCapacity(utf8.count / 16)
  }

  /// Parses values that follow each other, with white space between them, up to the end.
  ///
  /// - Returns: Their nodes.
  mutating func parseAll() throws(ReadError) -> [Int] {
    var roots: [Int] = []
    skipSpace()
    while index < tree.utf8.count {
      roots.append(tree.nodes.count)
      try parseValue()
      skipSpace()
    }
    return roots
  }

  private mutating func skipSpace() {
    while index < tree.utf8.count {
      switch tree.utf8[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private var byte: UInt8? { index < tree.utf8.count ? tree.utf8[index] : nil }

  private mutating func parseValue() throws(ReadError) {
    switch byte {
    case UInt8(ascii: "{"): try parseObject()
    case UInt8(ascii: "["): try parseArray()
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "t"): try parseWord("true", .yes)
    case UInt8(ascii: "f"): try parseWord("false", .no)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || byte.isDigit:
      try parseNumber()
    default: throw unexpected("a value", "一个值")
    }
  }

  private mutating func begin(_ kind: JSONTree.Kind) -> Int {
    tree.nodes.append(
      JSONTree.Node(
        kind: kind, start: UInt32(truncatingIfNeeded: index),
        end: UInt32(truncatingIfNeeded: index)))
    return tree.nodes.count - 1
  }

  private mutating func end(_ node: Int) {
    tree.nodes[node].end = UInt32(truncatingIfNeeded: index)
    tree.nodes[node].next = UInt32(truncatingIfNeeded: tree.nodes.count)
  }

  private mutating func deepen() throws(ReadError) {
    depth += 1
    guard depth <= limits.jsonDepth else {
      throw failure(
        en: "values nested more than \(limits.jsonDepth) deep, the limit json-depth",
        zh: "嵌套超过 \(limits.jsonDepth) 层（限制 json-depth）", at: index)
    }
  }

  private mutating func parseObject() throws(ReadError) {
    try deepen()
    let node = begin(.object)
    index += 1
    skipSpace()
    var keys: [Int] = []
    while byte != UInt8(ascii: "}") {
      if !keys.isEmpty {
        guard byte == UInt8(ascii: ",") else { throw unexpected("',' or '}'", "「,」或「}」") }
        index += 1
        skipSpace()
      }
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotes", "带引号的键") }
      keys.append(tree.nodes.count)
      try parseString()
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw unexpected("':'", "「:」") }
      index += 1
      skipSpace()
      try parseValue()
      skipSpace()
    }
    index += 1
    end(node)
    try checkKeys(keys)
    depth -= 1
  }

  private mutating func parseArray() throws(ReadError) {
    try deepen()
    let node = begin(.array)
    index += 1
    skipSpace()
    var isFirst = true
    while byte != UInt8(ascii: "]") {
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { throw unexpected("',' or ']'", "「,」或「]」") }
        index += 1
        skipSpace()
      }
      isFirst = false
      try parseValue()
      skipSpace()
    }
    index += 1
    end(node)
    depth -= 1
  }

  /// Makes sure that no key is there twice: readers do not agree on which one holds.
  private func checkKeys(_ keys: [Int]) throws(ReadError) {
    if keys.count <= 24 {
      for (number, key) in keys.enumerated() {
        for other in keys[..<number] where isEqual(key, other) { throw repeated(key) }
      }
      return
    }
    var known: Set<[UInt8]> = []
    for key in keys where !known.insert(tree.bytes(key)).inserted { throw repeated(key) }
  }

  private func isEqual(_ one: Int, _ other: Int) -> Bool {
    if tree.nodes[one].hasEscapes || tree.nodes[other].hasEscapes {
      return tree.bytes(one) == tree.bytes(other)
    }
    let left = tree.content(one)
    let right = tree.content(other)
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where tree.utf8[left.lowerBound + offset] != tree.utf8[right.lowerBound + offset] {
      return false
    }
    return true
  }

  private func repeated(_ key: Int) -> ReadError {
    failure(
      en: "the key '\(tree.text(key))' is there twice in one object",
      zh: "同一个对象里有两个键「\(tree.text(key))」", at: Int(tree.nodes[key].start))
  }

  // MARK: Scalars

  private mutating func parseWord(_ word: StaticString, _ kind: JSONTree.Kind) throws(ReadError) {
    let node = begin(kind)
    let start = index
    for expected in word.description.utf8 {
      guard byte == expected else {
        index = start
        throw unexpected("a value", "一个值")
      }
      index += 1
    }
    end(node)
  }

  private mutating func parseNumber() throws(ReadError) {
    let node = begin(.number)
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else { try skipDigits() }
    if byte == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
    if let byte, byte.isDigit {
      throw unexpected("no digit after a leading zero", "前导零之后没有数字")
    }
    end(node)
  }

  private mutating func skipDigits() throws(ReadError) {
    let start = index
    while let byte, byte.isDigit { index += 1 }
    if index == start { throw unexpected("a digit", "数字") }
  }

  private mutating func parseString() throws(ReadError) {
    let node = begin(.string)
    index += 1
    while true {
      guard let byte else { throw unexpected("'\"' at the end of the string", "字符串结尾的引号") }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return end(node)
      case UInt8(ascii: "\\"):
        tree.nodes[node].hasEscapes = true
        try skipEscape()
      case 0..<0x20:
        throw failure(
          en: "control character U+00\(Self.hexadecimal(byte)) in a string; write it as an escape",
          zh: "字符串里有控制字符 U+00\(Self.hexadecimal(byte))；请写成转义", at: index)
      default:
        // Most characters are Chinese and have three bytes; the text is valid UTF-8.
        index += byte >= 0xE0 ? 3 : 1
      }
    }
  }

  private mutating func skipEscape() throws(ReadError) {
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      let start = index - 1
      let unit = try skipUnit()
      guard unit & 0xF800 == 0xD800 else { return }
      guard unit < 0xDC00, byte == UInt8(ascii: "\\"), index + 1 < tree.utf8.count,
        tree.utf8[index + 1] == UInt8(ascii: "u")
      else { throw loneSurrogate(at: start) }
      index += 1
      guard try skipUnit() & 0xFC00 == 0xDC00 else { throw loneSurrogate(at: start) }
    default: throw unexpected("one of \" \\ / b f n r t u", "\" \\ / b f n r t u 之一")
    }
  }

  /// Skips `u` and four digits; gives the code unit.
  private mutating func skipUnit() throws(ReadError) -> UInt32 {
    index += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte?.hexadecimalValue else {
        throw unexpected("four hexadecimal digits", "四位十六进制数字")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  private func loneSurrogate(at start: Int) -> ReadError {
    let escape = String(decoding: tree.utf8[start..<start + 6], as: UTF8.self)
    return failure(
      en: "lone surrogate \(escape), which is no character; write both halves of the pair",
      zh: "单独的代理码位 \(escape) 不是字符；请写出完整的一对", at: start)
  }

  // MARK: Errors

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  private func unexpected(_ english: String, _ chinese: String) -> ReadError {
    guard let byte else {
      return failure(
        en:
          "the JSON ends too early: expected \(english); it was cut off, so make or copy it again",
        zh: "JSON 提前结束：此处应为\(chinese)；文件不完整，请重新生成或复制",
        at: index)
    }
    var end = index + 1
    while end < tree.utf8.count, tree.utf8[end].isContinuation { end += 1 }
    let found =
      byte < 0x20
      ? "U+00\(Self.hexadecimal(byte))" : String(decoding: tree.utf8[index..<end], as: UTF8.self)
    return failure(
      en: "not JSON: expected \(english), found '\(found)'",
      zh: "不是 JSON：此处应为\(chinese)，实为「\(found)」", at: index)
  }

  private func failure(en english: String, zh chinese: String, at offset: Int) -> ReadError {
    tree.failure(LocalizedText(en: english, zh: chinese), at: offset)
  }
}

extension JSONTree {
  /// An error at an offset of the text.
  func failure(_ message: LocalizedText, at offset: Int) -> ReadError {
    let position = LineTable(utf8).position(
      at: UInt32(truncatingIfNeeded: min(offset, utf8.count)), in: utf8)
    return ReadError(message, byte: offset, position: position)
  }
}
