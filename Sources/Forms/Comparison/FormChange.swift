public import IR

/// A value that changed from one form of a project to another, such as that of the next year.
///
/// Indicators, sub-projects, rows of funding and further fields are compared with those of the same name,
/// wherever they stand; their order is none of the changes.
public struct FormChange: Sendable, Hashable {
  /// The JSON pointer of the value from the form that has it, the first one where both do.
  public var pointer: String
  /// The name of the indicator, the sub-project or the row of funding whose value it is.
  public var item: String?
  /// The text in the first form; `nil` where it has none.
  public var was: String?
  /// The text in the second form; `nil` where it has none.
  public var found: String?

  /// All changes from one form to another: values of both in the order of the canonical JSON, then
  /// the elements of lists that only one of them has, which are told by their names.
  public static func all(from first: Form, to second: Form) -> [FormChange] {
    var lists = PairedLists(first, second)
    lists.pair(\.indicators, at: "/indicators")
    lists.pair(\.components, at: "/funding/components")
    lists.pair(\.fundingRows, at: "/funding/rows")
    lists.pair(\.further, at: "/further")
    lists.pair(\.furtherTables, at: "/furtherTables")
    let changes = FormLeaves(lists.first).changes(to: FormLeaves(lists.second))
    return changes.map { lists.change($0) } + lists.unpaired
  }
}

/// Two forms whose lists are brought in one order.
private struct PairedLists {
  private(set) var first: Form
  private(set) var second: Form
  /// The elements that only one of them has.
  private(set) var unpaired: [FormChange] = []
  /// By the pointer of each list, where its elements stood in the first form, and their names.
  private var places: [String: [(number: Int, name: String)]] = [:]

  init(_ first: Form, _ second: Form) {
    self.first = first
    self.second = second
    // A label without a value shows as the value that is missing.
    self.first.blank = []
    self.second.blank = []
  }

  /// Leaves in a list of both forms only the elements that both have, in the order of the first.
  mutating func pair<Element: NamedElement>(
    _ list: WritableKeyPath<Form, [Element]>, at pointer: String
  ) {
    let (left, right) = (first[keyPath: list], second[keyPath: list])
    let pairing = Pairing(left, right)
    let kept = left.indices.filter { pairing.partners[$0] != nil }
    first[keyPath: list] = kept.map { left[$0] }
    second[keyPath: list] = kept.compactMap { pairing.partners[$0] }.map { right[$0] }
    places[pointer] = kept.map { ($0, left[$0].displayName) }
    for index in pairing.removed {
      unpaired.append(FormChange(pointer: "\(pointer)/\(index)", was: left[index].displayName))
    }
    for index in pairing.added {
      unpaired.append(FormChange(pointer: "\(pointer)/\(index)", found: right[index].displayName))
    }
  }

  /// A change of a leaf, with the place it has in the first form.
  func change(_ leaf: FormLeaves.Change) -> FormChange {
    var change = FormChange(pointer: leaf.pointer, was: leaf.before, found: leaf.after)
    for (list, places) in places where leaf.pointer.hasPrefix(list + "/") {
      let rest = leaf.pointer.utf8.dropFirst(list.utf8.count + 1)
      let number = rest.prefix { $0.isDigit }
      guard let place = Int(String(Substring(number))), places.indices.contains(place) else {
        continue
      }
      change.pointer =
        "\(list)/\(places[place].number)" + String(Substring(rest[number.endIndex...]))
      change.item = places[place].name
    }
    return change
  }
}

/// An element of a list of a form, with the name it is told by.
private protocol NamedElement: Pairable {
  var displayName: String { get }
}

extension Indicator: NamedElement {
  fileprivate var displayName: String { name ?? level2 ?? level1 ?? target?.text ?? "" }

  var pairingKeys: [PairingKey?] {
    [PairingKey(level1, level2, name), PairingKey(name), PairingKey(level1, level2, target?.text)]
  }
}

extension Component: NamedElement {
  fileprivate var displayName: String { name ?? amount?.text ?? "" }

  var pairingKeys: [PairingKey?] { [PairingKey(name)] }
}

extension FundingRow: NamedElement {
  fileprivate var displayName: String { label }

  var pairingKeys: [PairingKey?] { [PairingKey(label), PairingKey(key)] }
}

extension FurtherTable: NamedElement {
  fileprivate var displayName: String {
    label.isEmpty ? rows.first?.cells.first?.label ?? "" : label
  }

  var pairingKeys: [PairingKey?] { [PairingKey(displayName)] }
}

extension LabelledText: NamedElement {
  fileprivate var displayName: String { label }

  var pairingKeys: [PairingKey?] { [PairingKey(label)] }
}
