internal import IR

extension YAMLFailure {
  /// What is wrong and what it mostly comes from.
  var message: LocalizedText {
    let hint = Self.hints[problem]
    return LocalizedText(
      en: "not YAML: \(problem)" + (hint.map { "; \($0.english)" } ?? ""),
      zh: "不是合法的 YAML" + (hint.map { "：\($0.chinese)（\(problem)）" } ?? "：\(problem)"))
  }

  /// What people did where libyaml stumbles.
  private static let hints: [String: LocalizedText] = [
    "found character that cannot start any token": .init(
      en: "indent with spaces, not tabs, and put quotes around a text that begins with @ or `",
      zh: "缩进请用空格，不要用制表符；以 @ 或 ` 开头的文字要加引号"),
    "found a tab character that violates indentation": .init(
      en: "indent with spaces, not tabs", zh: "缩进请用空格，不要用制表符"),
    "mapping values are not allowed in this context": .init(
      en: "put quotes around a text with ': ' in it, or check the indentation",
      zh: "含有「: 」的文字要加引号，或检查缩进"),
    "could not find expected ':'": .init(
      en: "write 'key: value', with a space behind the colon",
      zh: "请写成「键: 值」，冒号后面要有空格"),
    "did not find expected key": .init(
      en: "lines of one mapping begin in the same column", zh: "同一个映射的各行要左对齐"),
    "did not find expected '-' indicator": .init(
      en: "lines of one list begin with '-' in the same column",
      zh: "同一个列表的各行要以「-」开头并左对齐"),
    "did not find expected ',' or ']'": .init(
      en: "a list '[' ends with ']', its values apart by commas",
      zh: "列表「[」要以「]」结束，各值用半角逗号隔开"),
    "did not find expected ',' or '}'": .init(
      en: "a mapping '{' ends with '}', its pairs apart by commas",
      zh: "映射「{」要以「}」结束，各项用半角逗号隔开"),
    "found unexpected end of stream": .init(
      en: "a quote that begins a text is not closed", zh: "引号没有成对"),
    "control characters are not allowed": .init(
      en: "is this a text file?", zh: "这是文本文件吗？"),
  ]
}
