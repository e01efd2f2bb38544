internal import IR

/// The keys of tokens.
extension FormReading {
  /// The key of a token without a colon or a parenthesis at its end.
  func labelCore(of token: Int) -> Range<Int> {
    let key = grid.tokens[token].key
    return key.prefix(LabelKey.coreLength(grid.keys.span.extracting(key)))
  }

  /// What a token looks like, by its key.
  func features(of token: Int) -> CellFeatures { grid.features(of: grid.tokens[token]) }

  /// Whether the key of a token is one of some words.
  func isOne(_ token: Int, of words: WordSet) -> Bool {
    words.contains(grid.keys.span.extracting(grid.tokens[token].key))
  }

  /// Whether the key of a token, without a colon or a parenthesis at its end, is one of some labels.
  func isLabel(_ token: Int, in labels: WordSet) -> Bool {
    labels.contains(grid.keys.span.extracting(labelCore(of: token)))
  }

  /// What follows a label in its key, be the label damaged or not, such as `(元)`.
  func labelSuffix(of token: Int) -> Range<Int> {
    guard grid.tokens[token].label < 0 else { return grid.tokens[token].suffix }
    let key = grid.tokens[token].key
    return labelCore(of: token).upperBound..<key.upperBound
  }
}
