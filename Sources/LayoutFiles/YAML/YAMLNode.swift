internal import IR

/// A value of a YAML document with its place; aliases are replaced by what they name.
struct YAMLNode {
  /// What a value is.
  indirect enum Content {
    /// A text, a number or a word; a plain one is written without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case list([YAMLNode])
    /// Keys and values, in order.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  /// Where it begins.
  var position: LineTable.Position
  /// How many values it holds, itself included.
  var count = 1
  /// How deep lists and mappings are nested in it; 0 for a scalar.
  var height = 0

  /// Whether nothing is written where a value could stand: nothing at all, `~` or `null`.
  var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
