internal import Forms
internal import IR

/// Compares the values of a file with the shapes they should have.
///
/// All mistakes are found in one go: what has the wrong shape is told and left out, and a
/// misspelt word counts as the one it was meant to be, so that one mistake is told once.
struct ShapeReader {
  var problems: ProblemList

  /// A value of a shape; `nil` where it has another one, which is told.
  mutating func read(_ node: YAMLNode, as shape: Shape) -> ShapedValue? {
    switch shape {
    case .text, .anyText, .label: return text(node, as: shape)
    case .translatedText: return translatedText(node)
    case .labels(let count): return labels(node, atLeast: count)
    case .flag: return flag(node)
    case .number(let range): return number(node, in: range)
    case .word(let words): return word(node, among: words)
    case .list(let element, let count): return list(node, of: element, atLeast: count)
    case .levels: return levels(node)
    case .object(let shape): return object(node, as: shape)
    case .objectOrValue(let shape, let key):
      if case .mapping = node.content { return object(node, as: shape) }
      guard let member = shape.members.first(where: { $0.key == key }),
        let value = read(node, as: member.shape)
      else { return nil }
      return ShapedValue(content: .object([key: value]), position: node.position)
    }
  }

  // MARK: Scalars

  private mutating func text(_ node: YAMLNode, as shape: Shape) -> ShapedValue? {
    guard let text = scalar(node, expected: Self.expectation(of: shape)) else { return nil }
    if case .anyText = shape {
    } else if text.isEmpty || node.isNothing || LabelKey.key(of: text).isEmpty {
      problems.add(
        node.position, en: "empty; expected \(Self.expectation(of: shape).english)",
        zh: "这里是空的；应为\(Self.expectation(of: shape).chinese)")
      return nil
    }
    guard text.unicodeScalars.count <= LayoutFileLimits.textLength else {
      problems.add(
        node.position, en: "longer than \(LayoutFileLimits.textLength) characters",
        zh: "超过 \(LayoutFileLimits.textLength) 个字")
      return nil
    }
    return ShapedValue(content: .text(text), position: node.position)
  }

  private mutating func flag(_ node: YAMLNode) -> ShapedValue? {
    let expected = Self.expectation(of: .flag)
    guard let text = scalar(node, expected: expected) else { return nil }
    switch text {
    case "true": return ShapedValue(content: .flag(true), position: node.position)
    case "false": return ShapedValue(content: .flag(false), position: node.position)
    default:
      wrong(node, expected: expected)
      return nil
    }
  }

  private mutating func number(_ node: YAMLNode, in range: ClosedRange<Int>) -> ShapedValue? {
    let expected = Self.expectation(of: .number(range))
    guard let text = scalar(node, expected: expected) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      wrong(node, expected: expected)
      return nil
    }
    return ShapedValue(content: .number(number), position: node.position)
  }

  private mutating func word(_ node: YAMLNode, among words: [String]) -> ShapedValue? {
    guard let text = scalar(node, expected: Self.expectation(of: .word(words))) else { return nil }
    if words.contains(text) {
      return ShapedValue(content: .text(text), position: node.position)
    }
    let meant = Suggestion.word(meantBy: text, among: words)
    // Who describes a province's form looks for words for its own fields, which need none.
    let isOwnField = meant == nil && words == Words<FieldKey>.fields.all
    problems.add(
      node.position,
      en: "unknown word '\(text)'\(Suggestion.question(meant).english); "
        + (isOwnField
          ? "a field that has no word is kept under 'further' and not named here; " : "")
        + "expected \(Self.listed(words, or: "or"))",
      zh: "不认识「\(text)」\(Suggestion.question(meant).chinese)；"
        + (isOwnField ? "没有对应名称的栏目会列在 further 里，这里不用写；" : "")
        + "可用：\(words.joined(separator: "、"))")
    return meant.map { ShapedValue(content: .text($0), position: node.position) }
  }

  /// The text of a scalar; anything else is told.
  private mutating func scalar(_ node: YAMLNode, expected: LocalizedText) -> String? {
    if case .scalar(let text, _) = node.content { return text }
    wrong(node, expected: expected)
    return nil
  }

  // MARK: Lists

  private mutating func labels(_ node: YAMLNode, atLeast count: Int) -> ShapedValue? {
    switch node.content {
    case .list: return list(node, of: .label, atLeast: count)
    case .scalar where !node.isNothing:
      return read(node, as: .label).map {
        ShapedValue(content: .list([$0]), position: node.position)
      }
    case .scalar where count == 0:
      return ShapedValue(content: .list([]), position: node.position)
    case .scalar, .mapping:
      wrong(node, expected: Self.expectation(of: .labels()))
      return nil
    }
  }

  private mutating func levels(_ node: YAMLNode) -> ShapedValue? {
    guard case .list(let nodes) = node.content, nodes.count == 2 else {
      wrong(node, expected: Self.expectation(of: .levels))
      return nil
    }
    return list(node, of: .label, atLeast: 2)
  }

  private mutating func list(
    _ node: YAMLNode, of element: Shape, atLeast count: Int
  ) -> ShapedValue? {
    guard case .list(let nodes) = node.content else {
      // A key without a value is a list that nothing was written into.
      if node.isNothing, count == 0 {
        return ShapedValue(content: .list([]), position: node.position)
      }
      wrong(node, expected: Self.expectation(of: .list(element, atLeast: count)))
      return nil
    }
    if nodes.count < count {
      let expected = Self.expectation(of: element)
      problems.add(
        node.position, en: "empty list; expected at least one: \(expected.english)",
        zh: "列表是空的；至少要有一项：\(expected.chinese)")
    }
    let items = nodes.compactMap { read($0, as: element) }
    let hasAllItems = items.count == nodes.count
    return ShapedValue(
      content: .list(items), position: node.position,
      isWhole: hasAllItems && items.allSatisfy(\.isWhole), hasAllItems: hasAllItems)
  }

  // MARK: Mappings

  private mutating func translatedText(_ node: YAMLNode) -> ShapedValue? {
    guard case .mapping = node.content else {
      guard let text = read(node, as: .text) else { return nil }
      return ShapedValue(content: .object(["en": text, "zh": text]), position: node.position)
    }
    return object(node, as: .translation)
  }

  private mutating func object(_ node: YAMLNode, as shape: ObjectShape) -> ShapedValue? {
    guard case .mapping(let pairs) = node.content else {
      wrong(node, expected: Self.expectation(of: .object(shape)))
      return nil
    }
    let present = pairs.compactMap { pair in
      if case .scalar(let key, _) = pair.key.content { key } else { nil as String? }
    }
    var values: [String: ShapedValue] = [:]
    var named = Set<String>()
    for (key, value) in pairs {
      guard let member = member(of: shape, named: key, besides: present) else { continue }
      guard named.insert(member.key).inserted else { continue }
      values[member.key] = read(value, as: member.shape)
    }
    for member in shape.members where member.isRequired && !named.contains(member.key) {
      let expected = Self.expectation(of: member.shape)
      problems.add(
        node.position, en: "key '\(member.key)' is missing; expected \(expected.english)",
        zh: "缺少键「\(member.key)」；应为\(expected.chinese)")
    }
    let isWhole = values.count == pairs.count && values.values.allSatisfy(\.isWhole)
    return ShapedValue(content: .object(values), position: node.position, isWhole: isWhole)
  }

  /// The member a key names; a misspelt one names the member that was meant, if that is not there.
  private mutating func member(
    of shape: ObjectShape, named key: YAMLNode, besides present: [String]
  ) -> ObjectShape.Member? {
    guard let name = scalar(key, expected: LocalizedText(en: "a key", zh: "一个键")) else {
      return nil
    }
    if let member = shape.members.first(where: { $0.key == name }) { return member }
    let keys = shape.members.map(\.key)
    let meant = Suggestion.word(meantBy: name, among: keys.filter { !present.contains($0) })
    problems.add(
      key.position,
      en: "unknown key '\(name)' in \(shape.title.english)\(Suggestion.question(meant).english); "
        + "known are \(Self.listed(keys, or: "and"))",
      zh: "\(shape.title.chinese)里没有键「\(name)」\(Suggestion.question(meant).chinese)；"
        + "可用的键：\(keys.joined(separator: "、"))")
    return meant.flatMap { meant in shape.members.first { $0.key == meant } }
  }
}
