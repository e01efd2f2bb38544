internal import IR

/// Writes YAML a person can go on with: lists on one line where they fit, comments beside values.
struct YAMLWriter {
  /// How wide a line may be, in columns of a terminal.
  private static let width = 100

  /// The text so far.
  private(set) var text = ""
  private var depth = 0
  /// Whether the next line begins an item of a list.
  private var beginsItem = false

  /// Writes a comment on lines of its own.
  mutating func comment(_ comment: String) {
    for line in comment.split(separator: "\n", omittingEmptySubsequences: false) {
      append(line.isEmpty ? "#" : "# \(line)")
    }
  }

  /// Writes an empty line.
  mutating func emptyLine() { text += "\n" }

  /// Writes a key and a text.
  mutating func pair(_ key: String, _ value: String, comment: String? = nil) {
    append("\(key): \(YAMLText.scalar(value))" + (comment.map { "  # \($0)" } ?? ""))
  }

  /// Writes a key with `true`.
  mutating func flag(_ key: String, comment: String? = nil) {
    append("\(key): true" + (comment.map { "  # \($0)" } ?? ""))
  }

  /// Writes a key and a list of texts.
  mutating func pair(_ key: String, _ values: [String]) {
    let line = "\(key): \(Self.flow(values))"
    guard columns(of: line) > Self.width else { return append(line) }
    append("\(key):")
    nested { writer in
      for value in values { writer.append("- \(YAMLText.scalar(value))") }
    }
  }

  /// Writes a key and a number.
  mutating func pair(_ key: String, _ number: Int) { append("\(key): \(number)") }

  /// Writes a key and a value that is written already.
  mutating func pair(_ key: String, written value: String) { append("\(key): \(value)") }

  /// Writes an item of a list that is written already.
  mutating func item(written value: String) { append("- \(value)") }

  /// Writes a key and a mapping on one line.
  mutating func inline(_ key: String, _ pairs: [(key: String, value: String)]) {
    append("\(key): \(Self.flow(pairs))")
  }

  /// Writes a key with what is written below it.
  mutating func block(_ key: String, _ body: (inout YAMLWriter) -> Void) {
    append("\(key):")
    nested(body)
  }

  /// Writes an item of a list: a mapping.
  mutating func item(_ body: (inout YAMLWriter) -> Void) {
    beginsItem = true
    nested(body)
    beginsItem = false
  }

  /// Writes an item of a list: a list of texts.
  mutating func item(_ values: [String]) { append("- \(Self.flow(values))") }

  /// Writes an item of a list: a mapping on one line.
  mutating func item(_ pairs: [(key: String, value: String)]) {
    append("- \(Self.flow(pairs))")
  }

  /// A list on one line.
  static func flow(_ values: [String]) -> String {
    "[" + values.map(YAMLText.scalar).joined(separator: ", ") + "]"
  }

  /// A mapping on one line, its values written already.
  static func flow(_ pairs: [(key: String, value: String)]) -> String {
    "{" + pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  private mutating func nested(_ body: (inout YAMLWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private func columns(of line: String) -> Int {
    depth * 2 + EastAsianWidth.columns(of: line)
  }

  private mutating func append(_ line: String) {
    if beginsItem {
      text += String(repeating: "  ", count: depth - 1) + "- "
      beginsItem = false
    } else {
      text += String(repeating: "  ", count: depth)
    }
    text += line + "\n"
  }
}
