internal import IR

extension Normalization {
  /// Puts a supplied value into a field that is empty.
  mutating func supply(_ value: SuppliedValue) {
    let pointer = value.key.pointer
    if let known = form[value.key] {
      guard known.text != value.text else { return }
      diagnostics.append(
        Diagnostic(
          .valueNotSupplied, pointer: pointer,
          arguments: [.text("field", value.key.rawValue), .text("text", value.text)],
          before: known.text))
      return
    }
    // A label that was printed without a value is so again on the way back.
    for fate in fates where fate.kind == .mapped && fate.target == pointer {
      if let source = fate.source { form.carried?.blank.append(source) }
    }
    form.set(value.key, FieldValue(reading: value.text, as: value.key))
    form.carried?.supplied.append(pointer)
    fates.removeAll { $0.kind == .absent && $0.target == pointer }
    diagnostics.removeAll { $0.code == .absentInSource && $0.pointer == pointer }
    fates.append(.init(kind: .supplied, target: pointer, after: value.text))
  }
}
