public import IR

/// A value in which two forms differ.
public struct FormDifference: Sendable, Hashable {
  /// The JSON pointer of the value, from the form.
  public var pointer: String
  /// The text in the first form; `nil` where it has none.
  public var was: String?
  /// The text in the second form; `nil` where it has none.
  public var found: String?

  /// All values in which two forms differ, in the order of the canonical JSON of the first; places
  /// in sources do not count.
  public static func all(from first: Form, to second: Form) -> [FormDifference] {
    if first == second { return [] }
    let was = FormLeaves(first)
    let found = FormLeaves(second)
    var differences: [FormDifference] = []
    for leaf in was.leaves where found[leaf.pointer] != leaf.text {
      differences.append(
        FormDifference(pointer: leaf.pointer, was: leaf.text, found: found[leaf.pointer]))
    }
    for leaf in found.leaves where was[leaf.pointer] == nil {
      differences.append(FormDifference(pointer: leaf.pointer, was: nil, found: leaf.text))
    }
    return differences
  }
}
