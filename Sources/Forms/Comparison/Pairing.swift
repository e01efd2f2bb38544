/// What is told from others of its kind by what it says.
protocol Pairable {
  /// What it may be known by, the surest first; `nil` where it says nothing of the kind.
  var pairingKeys: [PairingKey?] { get }
}

/// Texts as they are compared: without white space, full-width forms folded.
struct PairingKey: Hashable {
  private let texts: [[UInt8]]

  /// The key of texts, of which the last must say something.
  init?(_ texts: String?...) {
    self.texts = texts.map { $0.map(LabelKey.key(of:)) ?? [] }
    if self.texts.last?.isEmpty ?? true { return nil }
  }
}

/// Pairs the elements of two lists by what they say, never by where they stand.
struct Pairing {
  /// The partner of each element of the first list.
  private(set) var partners: [Int?]
  private var isTaken: [Bool]

  /// Pairs elements with equal keys, in their order, by the surest keys first.
  init<Element: Pairable>(_ first: [Element], _ second: [Element]) {
    partners = Array(repeating: nil, count: first.count)
    isTaken = Array(repeating: false, count: second.count)
    let keys = (first.map(\.pairingKeys), second.map(\.pairingKeys))
    for number in 0..<(keys.0.first?.count ?? 0) {
      var places: [PairingKey: [Int]] = [:]
      for index in added.reversed() {
        if let key = keys.1[index][number] { places[key, default: []].append(index) }
      }
      for index in removed {
        if let key = keys.0[index][number], let partner = places[key]?.popLast() {
          join(index, partner)
        }
      }
    }
  }

  /// The elements of the first list without a partner.
  var removed: [Int] { partners.indices.filter { partners[$0] == nil } }
  /// The elements of the second list without one.
  var added: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  /// Pairs two elements.
  mutating func join(_ first: Int, _ second: Int) {
    partners[first] = second
    isTaken[second] = true
  }
}
