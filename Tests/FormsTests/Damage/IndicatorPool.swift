/// Real and realistic indicators by class, from which forms are made.
enum IndicatorPool {
  /// The class of an indicator: its level 2, whatever a layout calls it.
  enum Class: String, CaseIterable, Sendable {
    case quantity, quality, timeliness
    case economicCost, socialCost, environmentalCost
    case economic, social, environmental, sustainable
    case satisfaction
  }

  /// Where an indicator comes from.
  enum Origin: Sendable {
    /// One of the five real documents.
    case document
    /// Typical of other forms.
    case typical
    /// Put together from a head and a tail that go together.
    case pattern
  }

  /// One indicator of the pool.
  struct Entry: Sendable {
    var name: String
    var target: String
    var actual: String?
    var origin: Origin
  }

  /// One management indicator of 2019: its level 2 is open.
  struct Management: Sendable {
    var level2: String
    /// The name; `nil` where it stands in the column of level 2.
    var name: String?
    var target: String
  }

  /// The indicators of each class.
  static let entries: [Class: [Entry]] = {
    var entries: [Class: [Entry]] = [:]
    add(fromDocuments, origin: .document, to: &entries)
    add(typical, origin: .typical, to: &entries)
    add(departments, origin: .typical, to: &entries)
    addPatterns(to: &entries)
    return entries
  }()

  /// The management indicators.
  static let management: [Management] = [managementFromDocuments, managementTypical].flatMap {
    rows($0).filter { $0.count == 3 }.map {
      Management(level2: $0[0], name: $0[1] == "-" ? nil : $0[1], target: $0[2])
    }
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "|").map(String.init)
    }
  }

  private static func add(
    _ text: String, origin: Origin, to entries: inout [Class: [Entry]]
  ) {
    for row in rows(text) where row.count >= 3 {
      guard let kind = Class(rawValue: row[0]) else { continue }
      let entry = Entry(
        name: row[1], target: row[2], actual: row.count > 3 ? row[3] : nil, origin: origin)
      if entries[kind, default: []].contains(where: { $0.name == entry.name }) { continue }
      entries[kind, default: []].append(entry)
    }
  }

  private static func addPatterns(to entries: inout [Class: [Entry]]) {
    for row in rows(patterns) where row.count == 3 {
      guard let kind = Class(rawValue: row[0]) else { continue }
      for tail in row[2].split(separator: ",") {
        guard let cut = tail.firstIndex(of: "=") else { continue }
        for head in row[1].split(separator: ",") {
          let entry = Entry(
            name: String(head) + tail[..<cut], target: String(tail[tail.index(after: cut)...]),
            actual: nil, origin: .pattern)
          entries[kind, default: []].append(entry)
        }
      }
    }
  }
}
