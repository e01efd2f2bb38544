internal import IR

/// The labels of all layouts, each once, found by their keys.
struct LabelList: Sendable {
  /// A label of any layout.
  struct Label: Sendable {
    /// The label as the layout prints it.
    var text: String

    /// Its key as scalars, for comparing.
    var scalars: [UInt32] { LabelKey.scalars(LabelKey.key(of: text).span) }
  }

  /// The labels, by their numbers.
  private(set) var labels: [Label] = []
  private var index = LabelIndex()
  /// The keys of all labels one after the other, and where each ends: they are looked at for every
  /// cell, by several threads, and an array of each would have its references counted.
  private(set) var keys: [UInt8] = []
  private var keyEnds: [Int] = [0]

  /// A list without labels; it has room for those of the library's own layouts.
  init() {
    labels.reserveCapacity(1024)
    keyEnds.reserveCapacity(1024)
    keys.reserveCapacity(1024 * 24)
  }

  /// The number of a label, which is added where it is new.
  mutating func add(_ text: String) -> Vocabulary.LabelID {
    let bytes = text.utf8Span.span
    // Layouts share most labels, and nearly all are keys as they are printed.
    let hash = TextHash.hash(bytes)
    let known = index.label(of: hash)
    guard known < 0 else { return known }
    if LabelKey.isKey(bytes) { return insert(text, key: bytes, hash) }
    let key = LabelKey.key(of: text)
    let keyHash = TextHash.hash(key.span)
    let knownKey = index.label(of: keyHash)
    return knownKey < 0 ? insert(text, key: key.span, keyHash) : knownKey
  }

  private mutating func insert(
    _ text: String, key: Span<UInt8>, _ hash: UInt64
  ) -> Vocabulary.LabelID {
    let id = Vocabulary.LabelID(labels.count)
    index.insert(id, for: hash)
    labels.append(Label(text: text))
    keys.append(copying: key)
    keyEnds.append(keys.count)
    return id
  }

  /// The most bytes a key has.
  var longestKey: Int {
    labels.indices.reduce(0) { max($0, keyEnds[$1 + 1] - keyEnds[$1]) }
  }

  /// Where the key of a label stands in ``keys``.
  func keyRange(of label: Vocabulary.LabelID) -> Range<Int> {
    keyEnds[Int(label)]..<keyEnds[Int(label) + 1]
  }

  /// The key of a label.
  func key(of label: Vocabulary.LabelID) -> ArraySlice<UInt8> { keys[keyRange(of: label)] }

  /// The label with a key, or -1.
  @inline(__always)
  func find(_ key: Span<UInt8>) -> Vocabulary.LabelID {
    let id = index.label(of: TextHash.hash(key))
    return id >= 0 && isKey(key, of: id) ? id : -1
  }

  @inline(__always)
  private func isKey(_ text: Span<UInt8>, of label: Vocabulary.LabelID) -> Bool {
    text.isEqual(to: keys.span.extracting(keyRange(of: label)))
  }
}
