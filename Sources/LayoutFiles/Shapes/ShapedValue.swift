internal import IR

/// A value of a layout file that has the shape it should have; what has not is left out.
struct ShapedValue {
  /// What a value is.
  indirect enum Content {
    case text(String)
    case flag(Bool)
    case number(Int)
    case list([ShapedValue])
    case object([String: ShapedValue])
  }

  var content: Content
  /// Where it stands in its file.
  var position: LineTable.Position
  /// Whether nothing of it was left out.
  var isWhole = true
  /// Whether no item of a list was left out, whatever was left out of the items.
  var hasAllItems = true

  /// The value of a key of a mapping.
  subscript(key: String) -> ShapedValue? {
    if case .object(let members) = content { members[key] } else { nil }
  }

  /// The values of a list.
  var items: [ShapedValue] {
    if case .list(let items) = content { items } else { [] }
  }

  /// The text.
  var text: String {
    if case .text(let text) = content { text } else { "" }
  }

  /// Whether it is `true`.
  var flag: Bool {
    if case .flag(let flag) = content { flag } else { false }
  }

  /// The number.
  var number: Int {
    if case .number(let number) = content { number } else { 0 }
  }
}

extension ShapedValue? {
  /// The values of a list; none where there is no list.
  var items: [ShapedValue] { self?.items ?? [] }

  /// Whether it is there and `true`.
  var flag: Bool { self?.flag ?? false }
}
