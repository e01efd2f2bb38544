internal import IR

extension ShapeReader {
  /// Tells that a value is not what is expected.
  mutating func wrong(_ node: YAMLNode, expected: LocalizedText) {
    let found = Self.found(node)
    problems.add(
      node.position, en: "\(found.english); expected \(expected.english)",
      zh: "\(found.chinese)；应为\(expected.chinese)")
  }

  /// What a person has written.
  private static func found(_ node: YAMLNode) -> LocalizedText {
    switch node.content {
    case .list: return LocalizedText(en: "a list", zh: "这里是列表")
    case .mapping: return LocalizedText(en: "keys with values", zh: "这里是键和值")
    case .scalar(let text, _):
      guard !node.isNothing else { return LocalizedText(en: "empty", zh: "这里是空的") }
      let shown = text.unicodeScalars.count <= 40 ? text : String(text.prefix(40)) + "…"
      return LocalizedText(en: "'\(shown)'", zh: "「\(shown)」")
    }
  }

  /// What a shape looks like, for the end of a message.
  static func expectation(of shape: Shape) -> LocalizedText {
    switch shape {
    case .text, .anyText: LocalizedText(en: "a text", zh: "文字")
    case .translatedText:
      LocalizedText(
        en: "a text, or a text for each language: {en: …, zh: …}",
        zh: "文字，或两种语言的文字：{en: …, zh: …}")
    case .label: LocalizedText(en: "a label as it is printed", zh: "表上印的标签")
    case .labels:
      LocalizedText(
        en: "a list of labels as they are printed: [项目名称, …]", zh: "标签的列表：[项目名称, …]")
    case .flag: LocalizedText(en: "true or false", zh: "true 或 false")
    case .number(let range):
      LocalizedText(
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
        zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数")
    case .word(let words):
      LocalizedText(en: listed(words, or: "or"), zh: words.joined(separator: "、") + " 之一")
    case .list(let element, _):
      LocalizedText(
        en: "a list, each of it \(expectation(of: element).english)",
        zh: "列表，每项为\(expectation(of: element).chinese)")
    case .levels:
      LocalizedText(
        en: "a level-1 label and a level-2 label: [产出指标, 数量指标]",
        zh: "一级标签和二级标签：[产出指标, 数量指标]")
    case .object(let shape), .objectOrValue(let shape, _):
      LocalizedText(
        en: "keys with values: " + listed(shape.members.map(\.key), or: "and"),
        zh: "键和值：" + shape.members.map(\.key).joined(separator: "、"))
    }
  }

  /// Words as a list in a sentence.
  static func listed(_ words: [String], or conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension ObjectShape {
  /// A text in each language.
  static let translation = ObjectShape(
    name: "translation", title: LocalizedText(en: "a text in two languages", zh: "两种语言的文字"),
    members: [
      .required("en", .text, en: "The English text.", zh: "英文。"),
      .required("zh", .text, en: "The Chinese text.", zh: "中文。"),
    ])
}
