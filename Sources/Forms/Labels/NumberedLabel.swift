internal import IR

/// Labels with a number before them: 其中：1.财政拨款, （1）数量指标.
extension FormReading {
  private static let part = WordSet("其中:")

  /// The label behind a number; `nil` where a text has no number, or no label behind it.
  func numberedLabel(_ token: Int) -> Vocabulary.LabelID? {
    let keys = grid.keys.span
    guard Self.mayBeNumbered(keys.extracting(grid.tokens[token].key)) else { return nil }
    var core = labelCore(of: token)
    if let length = Self.part.prefixLength(of: keys.extracting(core)) { core.removeFirst(length) }
    return numberedLabel(keys.extracting(core))
  }

  /// The label that a key is behind its number.
  private func numberedLabel(_ key: Span<UInt8>) -> Vocabulary.LabelID? {
    guard let number = ItemNumber(beginning: key) else { return nil }
    let label = vocabulary.find(key.extracting(number.length...))
    return label < 0 ? nil : label
  }

  /// The label at the beginning of a key, up to where its value begins, with or without a number before it:
  /// 二、自有资金：0.
  func label(beginning key: Span<UInt8>, upTo end: Int) -> Vocabulary.LabelID {
    let head = key.extracting(..<end)
    let label = vocabulary.find(head)
    guard label < 0, Self.mayBeNumbered(key) else { return label }
    return numberedLabel(head) ?? -1
  }

  /// Whether a text may begin with a number that is not its own, told by a few bytes: nearly all
  /// values do not.
  private static func mayBeNumbered(_ key: Span<UInt8>) -> Bool {
    guard key.count > 8 else { return false }
    switch key[0] {
    case 0x30...0x39: return key[1] == UInt8(ascii: ".") || key[1] == 0xE3
    case UInt8(ascii: "("): return true
    case 0xE2: return key[1] == 0x91
    default: return key[3] == 0xE3 || key[6] == UInt8(ascii: ":")
    }
  }
}
