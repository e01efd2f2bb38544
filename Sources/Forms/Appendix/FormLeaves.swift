internal import IR

/// A form taken apart: the text of every leaf of its canonical JSON, by pointer from the form.
///
/// Two forms are equal where their leaves are. Numbers and truth values stand as JSON writes them;
/// texts outside the form that were read with it may be added under `/outside`.
struct FormLeaves {
  /// One leaf.
  struct Leaf {
    var pointer: String
    var text: String
    /// Where it stands in the source, where that is kept.
    var source: SourceRange?
  }

  /// The leaves in the order they were set; nothing where one was taken away, so that the others keep
  /// their places.
  private var places: [Leaf?] = []
  /// The place of each pointer in ``places``.
  private var index: [String: Int] = [:]

  /// The leaves of nothing.
  init() {}

  /// How many leaves there are.
  var count: Int { index.count }

  /// The leaves, in the order they were set.
  var leaves: [Leaf] { places.compactMap(\.self) }

  /// The text at a pointer.
  subscript(pointer: String) -> String? { index[pointer].flatMap { places[$0]?.text } }

  /// Sets the text at a pointer.
  mutating func set(_ pointer: String, _ text: String, source: SourceRange? = nil) {
    let leaf = Leaf(pointer: pointer, text: text, source: source)
    if let place = index[pointer] {
      places[place] = leaf
    } else {
      index[pointer] = places.count
      places.append(leaf)
    }
  }

  /// Takes the text at a pointer away.
  mutating func remove(_ pointer: String) {
    guard let place = index.removeValue(forKey: pointer) else { return }
    places[place] = nil
  }

  /// Whether all texts are the same, wherever they stand in the source.
  func isEqual(to other: FormLeaves) -> Bool {
    count == other.count
      && places.allSatisfy { leaf in leaf.map { other[$0.pointer] == $0.text } ?? true }
  }
}

extension FormLeaves {
  /// A change of one leaf.
  struct Change: Sendable, Hashable {
    /// Which leaf.
    var pointer: String
    /// Its text before; `nil` where there is none.
    var before: String?
    /// Its text after; `nil` where there is none.
    var after: String?
  }

  /// The changes that turn these leaves into others, each in its order; what follows from the text
  /// of a value, such as its number, is a change only where it does not follow.
  func changes(to other: FormLeaves) -> [Change] {
    var current = self
    var changes: [Change] = []
    func add(_ pointer: String, _ after: String?) {
      changes.append(Change(pointer: pointer, before: self[pointer], after: after))
      current.apply(pointer, after, source: nil)
    }
    for leaf in other.leaves where !leaf.isReading && current[leaf.pointer] != leaf.text {
      add(leaf.pointer, leaf.text)
    }
    for leaf in leaves.reversed() where !leaf.isReading && other[leaf.pointer] == nil {
      add(leaf.pointer, nil)
    }
    // Now the readings that do not follow from their texts.
    for leaf in other.leaves where current[leaf.pointer] != leaf.text {
      add(leaf.pointer, leaf.text)
    }
    for leaf in current.leaves where other[leaf.pointer] == nil { add(leaf.pointer, nil) }
    return changes
  }

  /// Sets or removes a text, and what follows from it.
  mutating func apply(_ pointer: String, _ text: String?, source: SourceRange?) {
    if let text { set(pointer, text, source: source) } else { remove(pointer) }
    guard let kind = Reading(of: pointer) else { return }
    let base = String(pointer.dropLast("/text".count))
    for key in kind.keys { remove(base + "/" + key) }
    guard let text else { return }
    for (key, value) in kind.leaves(of: text) {
      if let value { set(base + "/" + key, value, source: source) }
    }
  }
}

extension FormLeaves.Leaf {
  private static let readingKeys: Set<Substring> = ["amount", "date", "number", "relation", "unit"]

  /// Whether it is a reading of a text beside it.
  fileprivate var isReading: Bool {
    guard let slash = pointer.lastIndex(of: "/"), pointer != "/funding/unit",
      pointer != "/carried/funding/unit"
    else { return false }
    return Self.readingKeys.contains(pointer[pointer.index(after: slash)...])
  }
}

/// What is read from a text, by what kind of value it is.
private enum Reading {
  case amount, date, measure

  /// What is read from the text at a pointer; `nil` where it is text and no more.
  init?(of pointer: String) {
    var parts = pointer.split(separator: "/")
    guard parts.popLast() == "text", var first = parts.first else { return nil }
    if first == "carried" {
      parts.removeFirst()
      first = parts.first ?? ""
    }
    switch first {
    case "project": self = .date
    case "funding" where parts.count == 4 && parts[1] == "rows" && Self.isMeasure(parts[3]):
      self = .measure
    case "funding": self = .amount
    // Further columns of indicators are text and no more.
    case "indicators" where parts.count == 3: self = .measure
    case "total": self = .measure
    default: return nil
    }
  }

  private static func isMeasure(_ column: Substring) -> Bool {
    column == "weight" || column == "executionRate" || column == "score"
  }

  /// The keys of the readings.
  var keys: [String] {
    switch self {
    case .amount: ["amount", "unit"]
    case .date: ["date"]
    case .measure: ["relation", "number", "unit"]
    }
  }

  /// The readings of a text.
  func leaves(of text: String) -> [(key: String, text: String?)] {
    switch self {
    case .amount:
      let amount = Amount(reading: text.utf8Span.span)
      return [("amount", amount.amount), ("unit", amount.unit)]
    case .date: return [("date", DateReading(reading: text.utf8Span.span).date)]
    case .measure:
      let measure = Measure(reading: text.utf8Span.span)
      return [
        ("relation", measure.relation), ("number", measure.number), ("unit", measure.unit),
      ]
    }
  }
}
