internal import IR

/// Reads values of a JSON tree as the model says they are, and says where they are not.
struct JSONShape {
  let tree: JSONTree
  /// The outermost value, which pointers count from.
  let root: Int

  /// The members of an object, of which there must be one.
  func object(_ node: Int) throws(ReadError) -> JSONTree.Members {
    guard tree.nodes[node].kind == .object else {
      throw node == root
        ? mismatch(
          node, "an object, as 'formconvert schema' says", "「formconvert schema」所述的对象")
        : mismatch(node, "an object", "对象")
    }
    guard Int(tree.nodes[node].next) > node + 1 else {
      throw failure(
        node, "an object without members; leave it out", "对象没有成员；请去掉它")
    }
    return tree.members(of: node)
  }

  /// The elements of an array.
  func array(_ node: Int) throws(ReadError) -> [Int] {
    guard tree.nodes[node].kind == .array else { throw mismatch(node, "an array", "数组") }
    return tree.elements(of: node)
  }

  /// A text, which is not empty.
  func text(_ node: Int) throws(ReadError) -> String {
    try checkText(node)
    return tree.text(node)
  }

  /// Makes sure that a value is a text that is not empty.
  func checkText(_ node: Int) throws(ReadError) {
    guard tree.nodes[node].kind == .string else { throw mismatch(node, "a string", "字符串") }
    guard !tree.content(node).isEmpty else {
      throw failure(node, "an empty string; leave it out", "空字符串；请去掉它")
    }
  }

  /// One of several texts.
  func text(_ node: Int, of values: [String]) throws(ReadError) -> String {
    let text = try text(node)
    guard values.contains(text) else {
      let list = values.map { "'\($0)'" }.joined(separator: ", ")
      throw mismatch(node, "one of \(list)", "\(list) 之一")
    }
    return text
  }

  /// A whole number in a range.
  func integer(_ node: Int, in range: ClosedRange<Int>) throws(ReadError) -> Int {
    guard tree.nodes[node].kind == .number else { throw mismatch(node, "a number", "数字") }
    let digits = tree.utf8[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)]
    guard let number = Int(String(decoding: digits, as: UTF8.self)), range.contains(number) else {
      let upper = range.upperBound == .max
      throw mismatch(
        node,
        upper
          ? "a whole number from \(range.lowerBound)"
          : "a whole number from \(range.lowerBound) to \(range.upperBound)",
        upper
          ? "不小于 \(range.lowerBound) 的整数"
          : "\(range.lowerBound) 到 \(range.upperBound) 的整数")
    }
    return number
  }

  /// `true` or `false`.
  func boolean(_ node: Int) throws(ReadError) -> Bool {
    switch tree.nodes[node].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(node, "true or false", "true 或 false")
    }
  }

  /// `true`.
  func flag(_ node: Int) throws(ReadError) {
    guard tree.nodes[node].kind == .yes else { throw mismatch(node, "true", "true") }
  }

  /// An exact decimal in a string.
  func decimal(_ node: Int) throws(ReadError) -> String {
    let text = try text(node)
    guard Self.isDecimal(text) else {
      throw mismatch(node, "a decimal such as \"1234.50\"", "小数，如 \"1234.50\"")
    }
    return text
  }

  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0.isDigit }
      }
  }

  // MARK: Errors

  /// The error for a key that the model does not know.
  func unknownKey(_ value: Int, _ name: String) -> ReadError {
    failure(
      value - 1, "\(name) has no key '\(tree.text(value - 1))'; see 'formconvert schema'",
      "这里没有键「\(tree.text(value - 1))」；参见「formconvert schema」")
  }

  /// The error for a member that is missing.
  func missing(_ key: String, in node: Int) -> ReadError {
    failure(node, "the key '\(key)' is missing", "缺少键「\(key)」")
  }

  /// The error for a value of another shape.
  func mismatch(_ node: Int, _ english: String, _ chinese: String) -> ReadError {
    let start = Int(tree.nodes[node].start)
    let end = min(Int(tree.nodes[node].end), start + 40)
    // Not within a character.
    var whole = end
    while whole < tree.utf8.count, tree.utf8[whole].isContinuation { whole += 1 }
    let found = String(decoding: tree.utf8[start..<whole], as: UTF8.self)
    return failure(
      node, "expected \(english), found \(found)", "此处应为\(chinese)，实为 \(found)")
  }

  /// An error about a value.
  func failure(_ node: Int, _ english: String, _ chinese: String) -> ReadError {
    let pointer = tree.pointer(to: node, from: root)
    let place = pointer.isEmpty ? "" : "\(pointer): "
    return tree.failure(
      LocalizedText(en: place + english, zh: place + chinese), at: Int(tree.nodes[node].start))
  }
}
