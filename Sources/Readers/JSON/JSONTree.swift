internal import IR

/// A JSON text (RFC 8259) that was found to be one: its values by their places, nothing copied.
struct JSONTree {
  /// What a value is.
  enum Kind: UInt8 {
    case object, array, string, number, yes, no, null
  }

  /// One value, or one key.
  struct Node {
    var kind: Kind
    /// Whether a string has backslashes.
    var hasEscapes = false
    /// The offset of the first byte.
    var start: UInt32
    /// The offset after the last byte.
    var end: UInt32
    /// The index of the node after this one and all in it.
    var next: UInt32 = 0
  }

  /// The text.
  let utf8: [UInt8]
  /// The values in the order of the text; a member is its key and then its value.
  var nodes: [Node] = []

  /// A value as it stands in the text.
  func source(_ node: Int) -> [UInt8] {
    Array(utf8[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// The bytes of a string between its quotes, as they stand in the text.
  func content(_ node: Int) -> Range<Int> {
    Int(nodes[node].start) + 1..<Int(nodes[node].end) - 1
  }

  /// The bytes of a string, escapes decoded.
  func bytes(_ node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    appendBytes(node, to: &bytes)
    return bytes
  }

  /// Appends the bytes of a string, escapes decoded.
  func appendBytes(_ node: Int, to out: inout [UInt8]) {
    let range = content(node)
    guard nodes[node].hasEscapes else {
      out += utf8[range]
      return
    }
    var index = range.lowerBound
    while index < range.upperBound {
      guard utf8[index] == UInt8(ascii: "\\") else {
        out.append(utf8[index])
        index += 1
        continue
      }
      index = appendEscape(at: index + 1, to: &out)
    }
  }

  /// The text of a string.
  func text(_ node: Int) -> String {
    nodes[node].hasEscapes
      ? String(decoding: bytes(node), as: UTF8.self)
      : String(decoding: utf8[content(node)], as: UTF8.self)
  }

  private func appendEscape(at index: Int, to out: inout [UInt8]) -> Int {
    switch utf8[index] {
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): return appendUnits(at: index + 1, to: &out)
    default: out.append(utf8[index])
    }
    return index + 1
  }

  /// Appends what four digits stand for, or eight that are a pair of surrogates.
  private func appendUnits(at index: Int, to out: inout [UInt8]) -> Int {
    let high = hexadecimal(at: index)
    var value = high
    var end = index + 4
    if high & 0xFC00 == 0xD800 {
      value = 0x1_0000 + (high & 0x3FF) << 10 + hexadecimal(at: index + 6) & 0x3FF
      end = index + 10
    }
    UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}", into: &out)
    return end
  }

  private func hexadecimal(at start: Int) -> UInt32 {
    utf8[start..<start + 4].reduce(0) { $0 << 4 | UInt32($1.hexadecimalValue ?? 0) }
  }
}

// MARK: - Walking

extension JSONTree {
  /// The members of an object, one after another.
  struct Members {
    fileprivate var next: Int
    fileprivate let end: Int

    /// The next member.
    mutating func next(in tree: JSONTree) -> (key: String, value: Int)? {
      guard next < end else { return nil }
      let key = tree.text(next)
      let value = next + 1
      next = Int(tree.nodes[value].next)
      return (key, value)
    }
  }

  /// The members of a node that is an object.
  func members(of node: Int) -> Members {
    Members(next: node + 1, end: Int(nodes[node].next))
  }

  /// The elements of a node that is an array.
  func elements(of node: Int) -> [Int] {
    var elements: [Int] = []
    var index = node + 1
    while index < Int(nodes[node].next) {
      elements.append(index)
      index = Int(nodes[index].next)
    }
    return elements
  }

  /// The JSON pointer (RFC 6901) from a root to a node in it.
  func pointer(to target: Int, from root: Int) -> String {
    var pointer = ""
    var node = root
    while node != target {
      var index = node + 1
      var number = 0
      let isObject = nodes[node].kind == .object
      while index < Int(nodes[node].next) {
        let value = isObject ? index + 1 : index
        let next = Int(nodes[value].next)
        if target < next {
          let part = isObject ? text(index) : String(number)
          pointer += "/" + Self.escaped(part)
          node = isObject && target == index ? target : value
          break
        }
        index = next
        number += 1
      }
    }
    return pointer
  }

  private static func escaped(_ part: String) -> String {
    part.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
  }
}
