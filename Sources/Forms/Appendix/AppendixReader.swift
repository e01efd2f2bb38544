internal import IR

/// Puts back into a form what its appendix says.
struct AppendixReader {
  private let appendix: Appendix
  private var leaves: FormLeaves
  /// The entries that hold.
  private var applied: [Appendix.Entry] = []
  /// The entries that are about a value the grid does not give any more.
  private var outdated: [Appendix.Entry] = []

  /// Completes the form of a reading by its appendix, if it has one.
  static func complete(_ reading: inout FormReading) {
    guard let appendix = reading.appendix else { return }
    var reader = AppendixReader(appendix, of: reading)
    reader.read(of: &reading)
  }

  private init(_ appendix: Appendix, of reading: FormReading) {
    self.appendix = appendix
    leaves = FormLeaves(reading.form, outside: reading.outside)
  }

  private mutating func read(of reading: inout FormReading) {
    let before = leaves
    for entry in appendix.entries { apply(entry, before, reading) }
    var rejected: [String] = []
    var tree = LeafTree(leaves, rejected: &rejected)
    var (form, outside) = tree.takeForm()
    rejected += tree.pointers()
    // What no form has a member for is a text without a place, like any other.
    for entry in applied where rejected.contains(entry.change.pointer) {
      addUnplaced(entry.token, to: &form, of: &reading)
    }
    for token in appendix.strays { addUnplaced(token, to: &form, of: &reading) }
    applied.removeAll { rejected.contains($0.change.pointer) }
    outside = outside.filter { !$0.text.isEmpty }
    reading.form = form
    reading.outside = outside
    settleDiagnostics(of: &reading)
    trace(in: &reading)
  }

  private mutating func apply(
    _ entry: Appendix.Entry, _ before: FormLeaves, _ reading: FormReading
  ) {
    var change = entry.change
    if change.before == nil, change.after != nil, before[change.pointer] != nil,
      let free = freePlace(for: change.pointer)
    {
      change.pointer = free
    } else if before[change.pointer] != change.before, before[change.pointer] != change.after {
      outdated.append(entry)
      return
    }
    leaves.apply(
      change.pointer, change.after, source: reading.grid.tokens[entry.token].source)
    applied.append(entry)
  }

  /// The next place for a text that belongs to no field; their order says nothing.
  private func freePlace(for pointer: String) -> String? {
    guard pointer.hasPrefix("/unplaced/"), pointer.hasSuffix("/text") else { return nil }
    var number = 0
    while leaves["/unplaced/\(number)/text"] != nil { number += 1 }
    return "/unplaced/\(number)/text"
  }

  private func addUnplaced(_ token: Int, to form: inout Form, of reading: inout FormReading) {
    let text = reading.text(token, .value)
    guard !text.isEmpty else { return }
    form.unplaced.append(PlacedText(text: text, source: reading.grid.tokens[token].source))
    reading.report(.textUnplaced, token, path: "unplaced", .text("text", text))
  }

  // MARK: Diagnostics and provenance

  /// Takes back what was said about values that the appendix settles, and says what it does not.
  private func settleDiagnostics(of reading: inout FormReading) {
    let settled = Set(applied.map { reading.pointer(String($0.change.pointer.dropFirst())) })
    let moved = Set(
      applied.lazy.map(\.change)
        .filter { $0.pointer.hasPrefix("/unplaced/") && $0.before != $0.after }
        .compactMap(\.before))
    let first = reading.firstDiagnostic
    let own = reading.diagnostics[first...].filter { diagnostic in
      if diagnostic.code.isAboutContent { return true }
      if diagnostic.code == .layoutAmbiguous { return false }
      if diagnostic.code == .textUnplaced || diagnostic.code == .blockUnplaced {
        return !diagnostic.arguments.contains { argument in
          if case .text(let text) = argument.value { moved.contains(text) } else { false }
        }
      }
      guard let pointer = diagnostic.pointer else { return true }
      return !settled.contains { $0 == pointer || $0.hasPrefix(pointer + "/") }
    }
    reading.diagnostics.replaceSubrange(first..., with: own)
    for entry in outdated {
      reading.report(
        .appendixOutdated, entry.token, path: String(entry.change.pointer.dropFirst()),
        .text("pointer", entry.change.pointer), before: entry.change.before,
        after: entry.change.after)
    }
  }

  /// Records where the values stand that come from the appendix.
  private func trace(in reading: inout FormReading) {
    guard reading.recordsProvenance else { return }
    for entry in applied {
      var path = entry.change.pointer.dropFirst()
      if path.hasSuffix("/text"), !path.hasPrefix("unplaced/") { path = path.dropLast(5) }
      let pointer = reading.pointer(String(path))
      reading.provenance.removeAll { $0.pointer == pointer }
      if entry.change.after != nil { reading.trace(entry.token, at: String(path)) }
    }
  }
}

extension DiagnosticCode {
  /// Whether it is about what a form says, not about how it was read.
  var isAboutContent: Bool {
    switch self {
    case .amountUnreadable, .dateUnreadable, .targetAbsent, .nameAbsent, .levelAbsent,
      .formIncomplete, .conservationFailed:
      true
    default: false
    }
  }
}
