public import IR

/// Which forms of two documents are of the same project.
///
/// Forms are paired by the project's name and code, else by its name, else by its code, and else by
/// their indicators, if most of them are the same.
public struct FormPairs: Sendable {
  /// Pairs of forms, by their numbers in the two lists, in the order of the first.
  public let pairs: [(first: Int, second: Int)]
  /// The forms only the first list has.
  public let removed: [Int]
  /// The forms only the second list has.
  public let added: [Int]

  /// Pairs the forms of two documents.
  public init(_ first: [Form], _ second: [Form]) {
    var pairing = Pairing(first, second)
    Self.pairByIndicators(first, second, &pairing)
    pairs = pairing.partners.enumerated().compactMap { index, partner in
      partner.map { (index, $0) }
    }
    removed = pairing.removed
    added = pairing.added
  }

  /// Pairs forms most of whose indicators have the same names: the name of a project may be misread.
  ///
  /// Each is compared with each, so more than some hundreds of either document are left without a
  /// partner.
  private static func pairByIndicators(
    _ first: [Form], _ second: [Form], _ pairing: inout Pairing
  ) {
    guard pairing.removed.count * pairing.added.count <= mostComparisons else { return }
    let names = second.map(\.indicatorNames)
    for index in pairing.removed {
      let own = first[index].indicatorNames
      let best = pairing.added.filter { second[$0].kind == first[index].kind }
        .map { (form: $0, common: own.intersection(names[$0]).count) }
        .max { $0.common < $1.common }
      guard let best, 2 * best.common > max(own.count, names[best.form].count) else { continue }
      pairing.join(index, best.form)
    }
  }

  private static let mostComparisons = 250_000
}

extension Form: Pairable {
  var pairingKeys: [PairingKey?] {
    var code: String?
    if case .text(let text) = self[.code] { code = text }
    return [
      PairingKey(kind.rawValue, code, projectName), PairingKey(kind.rawValue, projectName),
      PairingKey(kind.rawValue, code),
    ]
  }

  fileprivate var indicatorNames: Set<PairingKey> {
    Set(indicators.compactMap { PairingKey($0.name) })
  }
}
