public import IR

/// A value that changed from one form of a project to another, such as that of the next year.
///
/// Indicators, sub-projects, rows of funding, further fields, and the rows of further tables are compared with
/// those of the same name, wherever they stand; their order is none of the changes.
public struct FormChange: Sendable, Hashable {
  /// The JSON pointer of the value from the form that has it, the first one where both do.
  public var pointer: String
  /// The names of what it is a value of, the outermost first: an indicator, a sub-project, a row of funding, a
  /// further field, or a further table, its row and its header.
  public var items: [String] = []
  /// The text in the first form; `nil` where it has none.
  public var was: String?
  /// The text in the second form; `nil` where it has none.
  public var found: String?

  /// All changes from one form to another: values of both in the order of the canonical JSON, then
  /// the elements of lists that only one of them has, which are told by their names, and labelled texts by
  /// what they say.
  public static func all(from first: Form, to second: Form) -> [FormChange] {
    let lists = PairedLists(first, second)
    let changes = FormLeaves(lists.first).changes(to: FormLeaves(lists.second))
    return changes.map { lists.change($0) } + lists.unpaired
  }
}
