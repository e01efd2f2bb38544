internal import Forms
internal import IR

/// The words that stand for the cases of a type in layout files.
struct Words<Value: Sendable & Hashable>: Sendable {
  /// The words, in the order they are listed.
  let all: [String]
  private let values: [String: Value]
  private let words: [Value: String]

  init(_ values: some Sequence<Value>, _ word: (Value) -> String) {
    let pairs = values.map { (word($0), $0) }
    all = pairs.map(\.0)
    self.values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    words = Dictionary(pairs.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a word stands for.
  subscript(word: String) -> Value? { values[word] }

  /// The value a word of a file stands for.
  subscript(value: ShapedValue?) -> Value? { value.flatMap { values[$0.text] } }

  /// The word for a value.
  func word(for value: Value) -> String { words[value] ?? "" }
}

extension Words<Form.Kind> {
  static let kinds = Words(Form.Kind.allCases, \.rawValue)
}

extension Words<FieldKey> {
  static let fields = Words(FieldKey.allCases, \.rawValue)
}

extension Words<Layout.FieldSpec.Place> {
  static let places = Words([.beside, .below]) { $0 == .beside ? "beside" : "below" }
}

extension Words<LayoutMapping.FieldStyle> {
  static let fieldStyles = Words(LayoutMapping.FieldStyle.allCases, \.rawValue)
}

extension Words<LayoutMapping.TargetStyle> {
  static let targetStyles = Words(LayoutMapping.TargetStyle.allCases, \.rawValue)
}

extension Words<Layout.FundingColumn> {
  static let fundingColumns = Words(Layout.FundingColumn.allCases) { $0.jsonKey }
}

extension Words<Layout.Column> {
  static let columns = Words(Layout.Column.allCases) { $0.jsonKey }
  /// The columns right of the name, which may be optional.
  static let values = Words(Layout.Column.allCases.filter { $0 > .name }) { $0.jsonKey }
}

extension Words<Taxonomy.Topic> {
  static let topics = Words(Taxonomy.Topic.allCases) { topic in
    switch topic {
    case .quantity: "quantity"
    case .quality: "quality"
    case .timeliness: "timeliness"
    case .cost: "cost"
    case .economicBenefit: "economic-benefit"
    case .socialBenefit: "social-benefit"
    case .ecologicalBenefit: "ecological-benefit"
    case .sustainability: "sustainability"
    case .satisfaction: "satisfaction"
    case .management: "management"
    case .socialCost: "social-cost"
    case .ecologicalCost: "ecological-cost"
    }
  }
}

extension Words<Taxonomy.Frequency> {
  static let frequencies = Words([.expected, .common, .rare]) { frequency in
    switch frequency {
    case .expected: "expected"
    case .common: "common"
    case .rare: "rare"
    }
  }
}

extension Words<Layout.UnitPlace> {
  static let unitPlaces = Words([.caption, .labels, .line]) { place in
    switch place {
    case .caption: "caption"
    case .labels: "labels"
    case .line: "line"
    }
  }
}
