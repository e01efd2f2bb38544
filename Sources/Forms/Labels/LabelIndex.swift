/// Finds labels by the hashes of their keys.
///
/// A table with open addressing: hashes are mixed already, so they give the places themselves, and
/// a text that is no label is nearly always dismissed by one look.
struct LabelIndex: Sendable {
  /// The hashes, each at the place its upper bits give or behind it, and their labels; -1 where
  /// there is none.
  private var hashes: [UInt64]
  private var labels: [Vocabulary.LabelID]
  private var count = 0
  private var shift: UInt64

  /// An index without labels; it has room for those of the library's own layouts.
  init() { self.init(bits: 11) }

  private init(bits: UInt64) {
    hashes = Array(repeating: 0, count: 1 << Int(bits))
    labels = Array(repeating: -1, count: hashes.count)
    shift = 64 - bits
  }

  /// The label of a hash, or -1.
  @inline(__always)
  func label(of hash: UInt64) -> Vocabulary.LabelID { labels[place(of: hash)] }

  /// Adds a label; its hash must be new.
  mutating func insert(_ label: Vocabulary.LabelID, for hash: UInt64) {
    if 2 * (count + 1) > hashes.count { grow() }
    let place = place(of: hash)
    hashes[place] = hash
    labels[place] = label
    count += 1
  }

  private mutating func grow() {
    var larger = LabelIndex(bits: 64 - shift + 1)
    for place in hashes.indices where labels[place] >= 0 {
      larger.insert(labels[place], for: hashes[place])
    }
    self = larger
  }

  /// Where a hash is, or else where it would be.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(hash &>> shift)
    while labels[place] >= 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }
}
