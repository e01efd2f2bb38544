internal import IR

/// Labels of two things: 项目概况及立项依据.
extension FormReading {
  /// The part that the label before a conjunction plays, and that label; `nil` where the form prints another one of
  /// its field, or a text joins anything else.
  func roleBeforeConjunction(_ token: Int) -> (role: RowLabels.Role, label: Vocabulary.LabelID)? {
    let core = labelCore(of: token)
    guard core.count <= Self.longestJoined, let end = conjunction(in: core) else { return nil }
    let label = vocabulary.find(grid.keys.span.extracting(core.lowerBound..<end))
    guard label >= 0, let role = labels.role(of: label), case .field(let fields) = role,
      fields.count == 1, fields[0].kind != .amount, !fieldLabels.contain(fields[0])
    else { return nil }
    return (role, label)
  }

  /// Where the first conjunction between two words of a key stands.
  private func conjunction(in key: Range<Int>) -> Int? {
    let keys = grid.keys.span
    return key.dropFirst().dropLast(Self.leastWord).first { index in
      // Both begin with one of two bytes, which most characters do not.
      (keys[index] == 0xE5 || keys[index] == 0xE4)
        && Self.conjunctions.containsPrefix(of: keys.extracting(index..<key.upperBound))
    }
  }

  private static let conjunctions = WordSet("及 和 与")
  /// What stands behind a conjunction has two characters or more.
  private static let leastWord = 8
  /// No label of two things has more bytes.
  private static let longestJoined = 60
}
