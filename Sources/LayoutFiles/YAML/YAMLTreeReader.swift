internal import IR

/// Puts the events of a YAML document together to one value.
struct YAMLTreeReader {
  /// A list or mapping that has not ended.
  private struct Open {
    var isMapping: Bool
    var anchor: String?
    var position: LineTable.Position
    var nodes: [YAMLNode] = []
    var count = 1
    var height = 1
  }

  private var open: [Open] = []
  private var anchors: [String: YAMLNode] = [:]
  private var root: YAMLNode?
  private var documentCount = 0
  private var valueCount = 0
  private var problems: ProblemList

  /// Reads the value of a file; `nil` when it has none, which is a problem that is noted.
  static func read(_ bytes: [UInt8], _ problems: inout ProblemList) -> YAMLNode? {
    var reader = YAMLTreeReader(problems: problems)
    let failure = YAMLEvents.read(bytes) { reader.take($0) }
    if let failure {
      reader.problems.add(failure.position, failure.message)
      reader.root = nil
    } else if reader.root == nil, reader.problems.isEmpty {
      reader.problems.add(
        nil, en: "nothing in this file; expected 'layouts' or 'mappings'",
        zh: "文件是空的；应有 layouts 或 mappings")
    }
    problems = reader.problems
    return reader.root
  }

  private init(problems: ProblemList) { self.problems = problems }

  /// Takes the next event; `false` when the rest is not worth reading.
  private mutating func take(_ event: YAMLEvent) -> Bool {
    if let tag = event.tag, !tag.hasPrefix("tag:yaml.org,2002:"), tag != "!" {
      problems.add(
        event.position, en: "tag '\(tag)' has no meaning here; take it out",
        zh: "标签「\(tag)」在这里没有意义，请去掉")
    }
    switch event.kind {
    case .document: return beginDocument(event.position)
    case .scalar(let text, let isPlain):
      let node = YAMLNode(content: .scalar(text, isPlain: isPlain), position: event.position)
      return add(node, anchor: event.anchor)
    case .alias(let name): return addAlias(name, event.position)
    case .list, .mapping: return begin(event)
    case .end: return end()
    }
  }

  private mutating func beginDocument(_ position: LineTable.Position) -> Bool {
    documentCount += 1
    guard documentCount > 1 else { return true }
    problems.add(
      position, en: "a second document; put everything under one 'layouts' and one 'mappings'",
      zh: "文件里有第二个 YAML 文档；请全部写在一个 layouts 和一个 mappings 下")
    root = nil
    return false
  }

  private mutating func begin(_ event: YAMLEvent) -> Bool {
    var isMapping = false
    if case .mapping = event.kind { isMapping = true }
    open.append(Open(isMapping: isMapping, anchor: event.anchor, position: event.position))
    return isWithinDepth(open.count, event.position)
  }

  private mutating func end() -> Bool {
    guard let closed = open.popLast() else { return true }
    let content: YAMLNode.Content =
      closed.isMapping ? .mapping(pairs(of: closed.nodes)) : .list(closed.nodes)
    let node = YAMLNode(
      content: content, position: closed.position, count: closed.count, height: closed.height)
    return add(node, anchor: closed.anchor, isNew: false)
  }

  /// Keys and values stand in turn; a second value of one key is a problem.
  private mutating func pairs(of nodes: [YAMLNode]) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var places: [String: LineTable.Position] = [:]
    for index in stride(from: 0, to: nodes.count - 1, by: 2) {
      let key = nodes[index]
      if case .scalar(let text, _) = key.content {
        if let first = places[text] {
          problems.add(
            key.position, en: "key '\(text)' stands here again; the first is in line \(first.line)",
            zh: "键「\(text)」重复；第一次在第 \(first.line) 行")
          continue
        }
        places[text] = key.position
      }
      pairs.append((key, nodes[index + 1]))
    }
    return pairs
  }

  private mutating func addAlias(_ name: String, _ position: LineTable.Position) -> Bool {
    guard let node = anchors[name] else {
      problems.add(
        position, en: "alias '*\(name)' names no anchor above it",
        zh: "别名「*\(name)」前面没有对应的锚点")
      root = nil
      return false
    }
    return isWithinDepth(open.count + node.height, position)
      && add(node, anchor: nil, at: position)
  }

  /// Adds a value to the list or mapping that is open; `false` when there are too many.
  ///
  /// - Parameters:
  ///   - position: Where it stands, which is not where it begins if it is named by an alias.
  ///   - isNew: Whether its values are not counted yet.
  private mutating func add(
    _ node: YAMLNode, anchor: String?, at position: LineTable.Position? = nil, isNew: Bool = true
  ) -> Bool {
    if let anchor { anchors[anchor] = node }
    if isNew { valueCount += node.count }
    if open.isEmpty {
      root = root ?? node
    } else {
      let last = open.count - 1
      open[last].nodes.append(node)
      open[last].count += node.count
      open[last].height = max(open[last].height, node.height + 1)
    }
    guard valueCount > LayoutFileLimits.values else { return true }
    problems.add(
      position ?? node.position,
      en: "more than \(LayoutFileLimits.values) values, aliases counted as what they stand for",
      zh: "超过 \(LayoutFileLimits.values) 个值（别名按它代表的内容计）")
    root = nil
    return false
  }

  private mutating func isWithinDepth(_ depth: Int, _ position: LineTable.Position) -> Bool {
    guard depth > LayoutFileLimits.depth else { return true }
    problems.add(
      position, en: "nested deeper than \(LayoutFileLimits.depth) levels",
      zh: "嵌套超过 \(LayoutFileLimits.depth) 层")
    root = nil
    return false
  }
}
