internal import IR

extension Form {
  /// Puts the fields into the order of ``FieldKey/allCases``.
  mutating func sortFields() {
    var place = 0
    // By index: only the keys are looked at, no value is copied to be passed over.
    for key in FieldKey.inOrder {
      var index = place
      while index < fields.count, fields[index].key != key { index += 1 }
      guard index < fields.count else { continue }
      if index > place { fields.swapAt(place, index) }
      place += 1
    }
  }

  /// Puts the pointers of ``blank`` into the order of ``FieldKey/allCases``.
  ///
  /// Labels stand in another order in other renditions of a form; the fields have one.
  mutating func sortBlank() {
    guard blank.count > 1 else { return }
    blank = FieldKey.pointersInOrder.filter(blank.contains)
  }
}

extension FieldKey {
  /// ``FieldKey/allCases``, made once.
  fileprivate static let inOrder = allCases
  /// The pointers to them from a form.
  fileprivate static let pointersInOrder = allCases.map(\.pointer)
}
