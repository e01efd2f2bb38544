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
    guard let number = ItemNumber(beginning: keys.extracting(core)) else { return nil }
    let label = vocabulary.find(keys.extracting(core.dropFirst(number.length)))
    return label < 0 ? nil : label
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
