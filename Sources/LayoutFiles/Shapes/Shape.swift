internal import IR

/// What a value of a layout file may be.
indirect enum Shape: Sendable {
  /// A text that is not empty; a number is taken as it is written.
  case text
  /// A text that is not empty, in both languages or in each: `{en: …, zh: …}`.
  case translatedText
  /// A text that may be empty.
  case anyText
  /// A label as it is printed: one that has more than white space.
  case label
  /// Labels, the layout's own first; one alone may stand without a list.
  case labels(atLeast: Int = 1)
  /// `true` or `false`.
  case flag
  /// A whole number in a range.
  case number(ClosedRange<Int>)
  /// One of several words.
  case word([String])
  /// A list of like values, of which there are at least so many.
  case list(Shape, atLeast: Int = 0)
  /// A level-1 label and a level-2 label.
  case levels
  /// A mapping with known keys.
  case object(ObjectShape)
  /// A mapping with known keys, or a value that stands for one that has this key alone.
  case objectOrValue(ObjectShape, key: String)
}

/// A mapping with known keys.
struct ObjectShape: Sendable {
  /// What it is called in the schema.
  let name: String
  /// What it describes.
  let title: LocalizedText
  /// Its keys, in the order they are written.
  let members: [Member]

  /// A key.
  struct Member: Sendable {
    let key: String
    let isRequired: Bool
    let shape: Shape
    /// What its value means.
    let meaning: LocalizedText

    /// A key that must be there.
    static func required(
      _ key: String, _ shape: Shape, en english: String, zh chinese: String
    ) -> Member {
      Member(
        key: key, isRequired: true, shape: shape,
        meaning: LocalizedText(en: english, zh: chinese))
    }

    /// A key that may be left out.
    static func optional(
      _ key: String, _ shape: Shape, en english: String, zh chinese: String
    ) -> Member {
      Member(
        key: key, isRequired: false, shape: shape,
        meaning: LocalizedText(en: english, zh: chinese))
    }
  }

  /// What a key means.
  func meaning(of key: String) -> LocalizedText? {
    members.first { $0.key == key }?.meaning
  }
}
