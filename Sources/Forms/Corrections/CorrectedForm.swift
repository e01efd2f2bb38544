internal import IR

/// A form while corrections are applied to it.
struct CorrectedForm {
  /// Why a correction cannot be applied.
  enum Refusal: Error, Hashable {
    /// The value is another one than the correction says.
    case stale(String)
    /// There is no value that the pointer could mean.
    case unplaced
    /// The text cannot stand there.
    case unfit
  }

  private(set) var form: Form

  /// The members of a form that a person may correct; others say what was read, not what it says.
  private static let members: Set<Substring> = [
    "funding", "further", "furtherTables", "goals", "indicators", "project", "title", "total",
    "year",
  ]
  /// The members of a value that follow from its text.
  private static let readings: Set<Substring> = ["amount", "date", "number", "relation", "unit"]

  init(_ form: Form) { self.form = form }

  /// Applies a correction.
  ///
  /// - Parameters:
  ///   - path: The pointer of the value from the form.
  ///   - before: The text that must stand there.
  ///   - after: The text that is to stand there.
  mutating func apply(_ path: String, _ before: String, _ after: String) throws(Refusal) {
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "unplaced", parts.count == 2 || parts.count == 3 && parts[2] == "text" {
      return try removeUnplaced(Int(parts[1]), before, after)
    }
    guard let first = parts.first, Self.members.contains(first), parts.last != "key" else {
      throw .unplaced
    }
    let leaves = FormLeaves(form)
    guard let element = Self.element(parts), leaves.hasLeaves(below: element) else {
      throw .unplaced
    }
    let places = Self.leaves(of: path)
    if let place = places.first(where: { leaves[$0] != nil }) {
      let value = leaves[place] ?? ""
      guard value == before else { throw .stale(value) }
      guard let corrected = Self.form(leaves, with: after, at: place) else { throw .unfit }
      form = corrected
    } else {
      let corrected = places.lazy.compactMap { Self.form(leaves, with: after, at: $0) }.first
      guard let corrected, !after.isEmpty else { throw .unplaced }
      guard before.isEmpty else { throw .stale("") }
      form = corrected
    }
    settleBlank(path, isEmpty: after.isEmpty)
  }

  /// The leaves a pointer may mean: itself, or the text of the value it points to.
  private static func leaves(of path: String) -> [String] {
    [path, path + "/text"].filter { leaf in
      guard leaf != "/funding/unit", let slash = leaf.lastIndex(of: "/") else { return true }
      return !readings.contains(leaf[leaf.index(after: slash)...])
    }
  }

  /// The innermost element of an array on the way to a value, which must be there already.
  ///
  /// - Returns: Its pointer, empty for the form itself; `nil` where a number is written otherwise
  ///   than JSON pointers have it.
  private static func element(_ parts: [Substring]) -> String? {
    var element = ""
    for (index, part) in parts.enumerated() where part.utf8.first?.isDigit == true {
      guard Int(part).map({ String($0) == part }) == true else { return nil }
      element = "/" + parts[...index].joined(separator: "/")
    }
    return element
  }

  /// The form with another text at a leaf; `nil` where the text cannot stand there.
  private static func form(_ leaves: FormLeaves, with text: String, at place: String) -> Form? {
    var leaves = leaves
    leaves.apply(place, text.isEmpty ? nil : text, source: nil)
    if text.isEmpty { leaves.keepElement(of: place) }
    var rejected: [String] = []
    var tree = LeafTree(leaves, rejected: &rejected)
    let (form, _) = tree.takeForm()
    // What a form cannot hold does not come back from it.
    return FormLeaves(form).isEqual(to: leaves) ? form : nil
  }

  /// Keeps the list of printed fields without a value true.
  private mutating func settleBlank(_ path: String, isEmpty: Bool) {
    guard let key = FieldKey(rawValue: String(path.dropFirst())) else { return }
    form.blank.removeAll { $0 == key.pointer }
    if isEmpty { form.blank.append(key.pointer) }
    form.sortBlank()
  }

  /// Takes a text without a place away; it is found by what it says, since those after one that
  /// was taken away have moved.
  private mutating func removeUnplaced(
    _ number: Int?, _ before: String, _ after: String
  ) throws(Refusal) {
    let texts = form.unplaced.map(\.text)
    guard let number, number >= 0 else { throw .unplaced }
    guard after.isEmpty else { throw .unfit }
    if texts.indices.contains(number), texts[number] == before {
      form.unplaced.remove(at: number)
    } else if let place = texts.firstIndex(of: before) {
      form.unplaced.remove(at: place)
    } else {
      throw texts.indices.contains(number) ? .stale(texts[number]) : .unplaced
    }
  }
}

extension FormLeaves {
  /// Whether there is a leaf at a pointer or below it.
  fileprivate func hasLeaves(below pointer: String) -> Bool {
    leaves.contains { $0.pointer == pointer || $0.pointer.hasPrefix(pointer + "/") }
  }

  /// Keeps the element of an array that has lost its last leaf: those after it must not move.
  fileprivate mutating func keepElement(of pointer: String) {
    for array in ["/indicators/", "/funding/components/"] where pointer.hasPrefix(array) {
      let number = pointer.dropFirst(array.count).prefix { $0 != "/" }
      let element = array + number
      if !hasLeaves(below: element) { set(element, Self.emptyElement) }
    }
  }
}
