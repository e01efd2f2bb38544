internal import IR

/// The labels of all layouts, each once, found by their keys.
struct LabelList: Sendable {
  /// A label of any layout.
  struct Label: Sendable {
    /// The label as the layout prints it.
    var text: String
    /// The hash of its key.
    fileprivate var hash: UInt64
    /// Where its key ends in ``LabelList/keys``.
    fileprivate var keyEnd: Int

    /// Its key as scalars, for comparing.
    var scalars: [UInt32] { LabelKey.scalars(LabelKey.key(of: text).span) }
  }

  /// The labels, by their numbers.
  private(set) var labels: [Label] = []
  /// The keys of all labels one after the other: they are looked at for every cell, by several threads, and an
  /// array of each would have its references counted.
  private(set) var keys: [UInt8] = []
  /// The most bytes a key has.
  private(set) var longestKey = 0
  /// The numbers of labels, each at the place the upper bits of its hash give or behind it; -1 where there is
  /// none.
  ///
  /// Hashes are mixed already, and a text that is no label is nearly always dismissed by one look.
  private var table: [Vocabulary.LabelID]
  private var shift: UInt64

  /// A list without labels; it has room for those of the library's own layouts.
  init() {
    labels.reserveCapacity(1024)
    keys.reserveCapacity(1024 * 24)
    table = Array(repeating: -1, count: 1 << 11)
    shift = 64 - 11
  }

  /// The number of a label, which is added where it is new.
  mutating func add(_ text: String) -> Vocabulary.LabelID {
    if 2 * (labels.count + 1) > table.count { growTable() }
    let bytes = text.utf8Span.span
    // Layouts share most labels, and nearly all are keys as they are printed.
    let hash = TextHash.hash(bytes)
    let place = place(of: hash)
    guard table[place] < 0 else { return table[place] }
    if LabelKey.isKey(bytes) {
      keys.append(copying: bytes)
      return insert(text, hash, at: place)
    }
    let key = LabelKey.key(of: text)
    let keyHash = TextHash.hash(key.span)
    let keyPlace = self.place(of: keyHash)
    guard table[keyPlace] < 0 else { return table[keyPlace] }
    keys += key
    return insert(text, keyHash, at: keyPlace)
  }

  /// Adds a label whose key is the last one in ``keys``.
  private mutating func insert(
    _ text: String, _ hash: UInt64, at place: Int
  ) -> Vocabulary.LabelID {
    let id = Vocabulary.LabelID(labels.count)
    table[place] = id
    labels.append(Label(text: text, hash: hash, keyEnd: keys.count))
    longestKey = max(longestKey, keyRange(of: id).count)
    return id
  }

  private mutating func growTable() {
    table = Array(repeating: -1, count: 2 * table.count)
    shift -= 1
    for (number, label) in labels.enumerated() {
      table[place(of: label.hash)] = Vocabulary.LabelID(number)
    }
  }

  /// Where the label with a hash is in ``table``, or else where it would be.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = table.count - 1
    var place = Int(hash &>> shift)
    while table[place] >= 0, labels[Int(table[place])].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// Where the key of a label stands in ``keys``.
  func keyRange(of label: Vocabulary.LabelID) -> Range<Int> {
    (label > 0 ? labels[Int(label) - 1].keyEnd : 0)..<labels[Int(label)].keyEnd
  }

  /// The key of a label.
  func key(of label: Vocabulary.LabelID) -> ArraySlice<UInt8> { keys[keyRange(of: label)] }

  /// The label with a key, or -1.
  @inline(__always)
  func find(_ key: Span<UInt8>) -> Vocabulary.LabelID {
    let id = table[place(of: TextHash.hash(key))]
    return id >= 0 && isKey(key, of: id) ? id : -1
  }

  @inline(__always)
  private func isKey(_ text: Span<UInt8>, of label: Vocabulary.LabelID) -> Bool {
    text.isEqual(to: keys.span.extracting(keyRange(of: label)))
  }
}
