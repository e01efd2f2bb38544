internal import IR

/// Two forms whose lists are brought in one order.
struct PairedLists {
  private(set) var first: Form
  private(set) var second: Form
  /// The elements that only one of them has.
  private(set) var unpaired: [FormChange] = []
  /// By the pointer of each list, where its elements stood in the first form, and their names.
  private var places: [String: [(number: Int, name: String)]] = [:]

  /// Leaves in the lists of both forms only the elements that both have, in the order of the first.
  init(_ first: Form, _ second: Form) {
    self.first = first
    self.second = second
    // A label without a value shows as the value that is missing.
    self.first.blank = []
    self.second.blank = []
    pair(\.indicators, at: "/indicators")
    for index in self.first.indicators.indices {
      pair(\.indicators[index].further, at: "/indicators/\(index)/further")
    }
    pair(\.components, at: "/funding/components")
    pair(\.fundingRows, at: "/funding/rows")
    pair(\.further, at: "/further")
    pair(\.furtherTables, at: "/furtherTables")
    for (index, table) in self.first.furtherTables.indices.map({ ($0, "/furtherTables/\($0)") }) {
      pair(\.furtherTables[index].rows, at: table + "/rows")
      for row in self.first.furtherTables[index].rows.indices {
        pair(\.furtherTables[index].rows[row].cells, at: "\(table)/rows/\(row)/cells")
      }
    }
  }

  private mutating func pair<Element: NamedElement>(
    _ list: WritableKeyPath<Form, [Element]>, at pointer: String
  ) {
    let (left, right) = (first[keyPath: list], second[keyPath: list])
    if left.isEmpty, right.isEmpty { return }
    let pairing = Pairing(left, right)
    let kept = left.indices.filter { pairing.partners[$0] != nil }
    first[keyPath: list] = kept.map { left[$0] }
    second[keyPath: list] = kept.compactMap { pairing.partners[$0] }.map { right[$0] }
    for index in pairing.removed { tell(left[index], \.was, at: index, of: pointer) }
    for index in pairing.added { tell(right[index], \.found, at: index, of: pointer) }
    places[pointer] = kept.map { ($0, left[$0].displayName) }
  }

  /// Tells of an element that only one form has; a label without a text says nothing that is missing.
  private mutating func tell(
    _ element: some NamedElement, _ side: WritableKeyPath<FormChange, String?>, at index: Int,
    of list: String
  ) {
    guard element.soleText?.isEmpty != true else { return }
    var (pointer, items) = place(of: list)
    pointer += "/\(index)"
    if element.soleText != nil {
      pointer += "/text"
      items.append(element.displayName)
    }
    var change = FormChange(pointer: pointer, items: items)
    change[keyPath: side] = element.soleText ?? element.displayName
    unpaired.append(change)
  }

  /// A change of a leaf, with the place it has in the first form.
  func change(_ leaf: FormLeaves.Change) -> FormChange {
    let (pointer, items) = place(of: leaf.pointer)
    return FormChange(pointer: pointer, items: items, was: leaf.before, found: leaf.after)
  }

  /// The place in the first form of what has a pointer now, and the names of the elements it is in.
  private func place(of pointer: String) -> (pointer: String, items: [String]) {
    var (now, place) = ("", "")
    var items: [String] = []
    for part in pointer.split(separator: "/") {
      var number = String(part)
      if let elements = places[now], let index = Int(part), elements.indices.contains(index) {
        number = String(elements[index].number)
        items.append(elements[index].name)
      }
      now += "/" + part
      place += "/" + number
    }
    return (place, items)
  }
}

/// An element of a list of a form, with the name it is told by.
private protocol NamedElement: Pairable {
  var displayName: String { get }
  /// All it says, where that is one text.
  var soleText: String? { get }
}

extension NamedElement {
  fileprivate var soleText: String? { nil }
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

extension FurtherTable.Row: NamedElement {
  /// What the row is of: its first text.
  fileprivate var displayName: String { texts.first ?? "" }

  /// Rows of one name are told apart by the text beside it.
  var pairingKeys: [PairingKey?] {
    let (name, next) = (texts.first, texts.dropFirst().first)
    return [PairingKey(name, next), PairingKey(name)]
  }

  private var texts: [String] { cells.map(\.text).filter { !$0.isEmpty } }
}

extension LabelledText: NamedElement {
  fileprivate var displayName: String { label }
  fileprivate var soleText: String? { text }

  var pairingKeys: [PairingKey?] { [PairingKey(label)] }
}
