internal import IR

/// The leaves of a form as the tree they are the leaves of.
///
/// Whoever takes a text out of it takes it away, so that what is left at the end is what a form
/// has no member for.
struct LeafTree {
  private var text: String?
  private var source: SourceRange?
  private var members: [String: LeafTree] = [:]
  /// The keys of all members there were, in the order they came.
  private var keys: [String] = []

  /// No member of a form lies deeper.
  static let mostDepth = 8

  /// A tree without leaves.
  init() {}

  /// The tree of some leaves, and the pointers of those that can be in none.
  init(_ leaves: FormLeaves, rejected: inout [String]) {
    for leaf in leaves.leaves {
      let parts = leaf.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      guard !parts.isEmpty, parts.count <= Self.mostDepth else {
        rejected.append(leaf.pointer)
        continue
      }
      insert(leaf, at: parts)
    }
  }

  private mutating func insert(_ leaf: FormLeaves.Leaf, at parts: ArraySlice<Substring>) {
    guard let part = parts.first else {
      text = leaf.text
      source = leaf.source
      return
    }
    let key = JSONPointer.unescaped(part)
    if members[key] == nil { keys.append(key) }
    members[key, default: LeafTree()].insert(leaf, at: parts.dropFirst())
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { text == nil && members.isEmpty }

  /// The pointers of the leaves, in order.
  func pointers(from path: String = "") -> [String] {
    let own = text == nil ? [] : [path]
    return own
      + keys.flatMap { key in
        members[key]?.pointers(from: path + "/" + JSONPointer.escaped(key)) ?? []
      }
  }

  /// Takes out the text at a key.
  mutating func takeText(_ key: String) -> String? { takePlaced(key)?.text }

  /// Takes out the value that the text at a key is read as; a text that is not read stays.
  mutating func takeValue<Value>(_ key: String, _ read: (String) -> Value?) -> Value? {
    guard let value = members[key]?.text.flatMap(read) else { return nil }
    _ = takeText(key)
    return value
  }

  /// Takes out the text at a key, and where it stands.
  mutating func takePlaced(_ key: String) -> PlacedText? {
    guard var member = members[key], let text = member.text else { return nil }
    let source = member.source
    member.text = nil
    put(member, at: key)
    return PlacedText(text: text, source: source)
  }

  /// Takes the members at a key apart; `nil` when there are none.
  mutating func take<Value>(_ key: String, _ body: (inout LeafTree) -> Value?) -> Value? {
    guard var member = members[key] else { return nil }
    let value = body(&member)
    put(member, at: key)
    return value
  }

  /// Takes the elements of an array apart, in order; a gap in their numbers is none.
  mutating func takeElements<Value>(
    _ key: String, _ body: (inout LeafTree) -> Value?
  ) -> [Value] {
    take(key) { array in
      let numbers = array.members.keys.compactMap { key in
        Int(key).flatMap { String($0) == key && $0 >= 0 ? $0 : nil }
      }
      return numbers.sorted().compactMap { number in array.take(String(number), body) }
    } ?? []
  }

  /// Takes the texts of an array, in order.
  mutating func takeTexts(_ key: String) -> [String] {
    takeElements(key) { element in element.takeOwnValue { $0 } }
  }

  /// Takes out the value that the tree's own text is read as; a text that is not read stays.
  mutating func takeOwnValue<Value>(_ read: (String) -> Value?) -> Value? {
    guard let value = text.flatMap(read) else { return nil }
    text = nil
    return value
  }

  /// Takes the texts of an object by their keys, in order.
  mutating func takeMap(_ key: String) -> [(key: String, text: String)] {
    take(key) { object in
      object.keys.compactMap { key in
        object.takeText(key).map { (key, $0) }
      }
    } ?? []
  }

  /// Takes an element of an array apart; one that says nothing counts only where that is said.
  mutating func takeElement<Value: Equatable>(
    unless empty: Value, _ body: (inout LeafTree) -> Value
  ) -> Value? {
    let isThere = text == FormLeaves.emptyElement
    if isThere { text = nil }
    let value = body(&self)
    return isThere || value != empty ? value : nil
  }

  private mutating func put(_ member: LeafTree, at key: String) {
    members[key] = member.isEmpty ? nil : member
  }
}
