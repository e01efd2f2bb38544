public import IR

/// Applies the corrections of one document to its forms, and checks those forms again.
///
/// A correction whose value is not what it says is refused with a diagnostic, never bent to fit.
public struct FormCorrector: Sendable {
  private let layouts: LayoutSet
  /// What is still to be applied, by the number of the form; those of no form under -1.
  private var pending: [Int: [Correction]]
  /// The number of forms that have been dealt with.
  private var formCount = 0

  /// Prepares the corrections of one document, in the order they are applied in.
  public init(_ corrections: [Correction], layouts: LayoutSet = .builtIn) {
    self.layouts = layouts
    pending = Dictionary(grouping: corrections) { FormPointer($0.pointer)?.form ?? -1 }
  }

  /// Whether there is nothing to apply.
  public var isEmpty: Bool { pending.isEmpty }

  /// Corrects the forms of the next part of a document.
  ///
  /// Diagnostics have places only where provenance was recorded.
  ///
  /// - Parameter isComplete: Whether there are no further parts; what is left then is refused.
  public mutating func correct(_ found: inout Recognition, isComplete: Bool) {
    for index in found.forms.indices {
      let number = formCount + index
      guard let corrections = pending.removeValue(forKey: number) else { continue }
      correct(index, number, corrections, of: &found)
    }
    formCount += found.forms.count
    guard isComplete else { return }
    for number in pending.keys.sorted() {
      for correction in pending[number] ?? [] {
        found.diagnostics.append(Self.diagnostic(.unplaced, correction, nil))
      }
    }
    pending = [:]
  }

  private func correct(
    _ index: Int, _ number: Int, _ corrections: [Correction], of found: inout Recognition
  ) {
    let places = ValuePlaces(found.provenance, form: number)
    var corrected = CorrectedForm(found.forms[index])
    var applied: [Correction] = []
    for correction in corrections {
      let path = FormPointer(correction.pointer)?.path ?? ""
      let source = places.source(of: correction.pointer)
      do throws(CorrectedForm.Refusal) {
        try corrected.apply(path, correction.before, correction.after)
        found.diagnostics.settle(correction)
        found.diagnostics.append(Self.note(correction, source))
        applied.append(correction)
      } catch {
        found.diagnostics.append(Self.diagnostic(error, correction, source))
      }
    }
    guard !applied.isEmpty else { return }
    found.forms[index] = corrected.form
    found.diagnostics.settleBlocks(of: corrected.form, number)
    found.corrections += applied
    found.provenance.mark(applied)
    check(corrected.form, number, places, &found.diagnostics)
  }

  /// Replaces what the checks had to say about a form by what they have to say now.
  private func check(
    _ form: Form, _ number: Int, _ places: ValuePlaces, _ diagnostics: inout [Diagnostic]
  ) {
    let prefix = "/forms/\(number)/"
    var earlier: [Diagnostic] = []
    diagnostics.removeAll { diagnostic in
      guard DiagnosticCode.checks.contains(diagnostic.code),
        diagnostic.pointer?.hasPrefix(prefix) == true
      else {
        return false
      }
      earlier.append(diagnostic)
      return true
    }
    for finding in FormChecks.findings(in: form, layouts[form.layout]) {
      let pointer = prefix + finding.path.text
      let known = earlier.first { $0.code == finding.code && $0.pointer == pointer }
      diagnostics.append(
        Diagnostic(
          finding.code, at: known?.source ?? places.source(of: pointer), pointer: pointer,
          arguments: finding.arguments))
    }
  }

  // MARK: Diagnostics

  private static func note(_ correction: Correction, _ source: SourceRange?) -> Diagnostic {
    let details = [
      correction.date.map { Diagnostic.Argument.text("date", $0) },
      correction.who.map { Diagnostic.Argument.text("who", $0) },
      correction.why.map { Diagnostic.Argument.text("why", $0) },
    ]
    return Diagnostic(
      .valueCorrected, at: source, pointer: correction.pointer,
      arguments: details.compactMap(\.self), before: correction.before, after: correction.after)
  }

  private static func diagnostic(
    _ refusal: CorrectedForm.Refusal, _ correction: Correction, _ source: SourceRange?
  ) -> Diagnostic {
    var arguments = [Diagnostic.Argument.text("pointer", correction.pointer)]
    var pointer: String? = correction.pointer
    let code: DiagnosticCode
    switch refusal {
    case .stale(let value):
      code = .correctionStale
      arguments.append(.text("value", value))
    case .unfit: code = .correctionUnfit
    case .unplaced:
      code = .correctionUnplaced
      // There is nothing at the pointer.
      pointer = nil
    }
    return Diagnostic(
      code, at: source, pointer: pointer, arguments: arguments, before: correction.before,
      after: correction.after)
  }
}

/// A pointer as the number of a form and what it points to in that form.
struct FormPointer {
  let form: Int
  /// The pointer from the form, such as `/project/name`.
  let path: String

  /// Takes a pointer from the root apart; `nil` when it does not lead into a form.
  init?(_ pointer: String) {
    let parts = pointer.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3, parts[0].isEmpty, parts[1] == "forms", let form = Int(parts[2]),
      form >= 0, String(form) == parts[2]
    else { return nil }
    self.form = form
    path = "/" + parts[3...].joined(separator: "/")
  }
}

/// Where the values of a form stand in the source.
private struct ValuePlaces {
  private var sources: [String: SourceRange] = [:]

  /// Finds the first piece of every value of a form, and of what holds it.
  init(_ provenance: [Provenance], form: Int) {
    let root = "/forms/\(form)"
    for entry in provenance where entry.pointer.hasPrefix(root + "/") {
      guard let source = entry.pieces.first?.source else { continue }
      var pointer = entry.pointer[...]
      while pointer.utf8.count > root.utf8.count {
        if (sources[String(pointer)]?.start ?? .max) > source.start {
          sources[String(pointer)] = source
        }
        guard let slash = pointer.lastIndex(of: "/") else { break }
        pointer = pointer[..<slash]
      }
    }
  }

  /// Where a value stands, or else what holds it.
  func source(of pointer: String) -> SourceRange? {
    var pointer = pointer[...]
    while !pointer.isEmpty {
      if let source = sources[String(pointer)] { return source }
      guard let slash = pointer.lastIndex(of: "/") else { return nil }
      pointer = pointer[..<slash]
    }
    return nil
  }
}

extension [Provenance] {
  /// Marks the values that were corrected.
  fileprivate mutating func mark(_ corrections: [Correction]) {
    let pointers = Set(corrections.map(\.valuePointer))
    for index in indices where pointers.contains(self[index].pointer) {
      for piece in self[index].pieces.indices { self[index].pieces[piece].isCorrected = true }
    }
  }
}

extension [Diagnostic] {
  /// Takes back the doubts about a value that a person has settled; repairs stay, as history.
  fileprivate mutating func settle(_ correction: Correction) {
    let pointer = correction.valuePointer
    let isUnplaced = pointer.contains("/unplaced/")
    let slash = pointer.lastIndex(of: "/") ?? pointer.startIndex
    let holder = String(pointer[..<slash])
    let member = pointer[slash...].dropFirst()
    removeAll { diagnostic in
      if isUnplaced {
        return diagnostic.code == .textUnplaced
          && diagnostic.arguments == [.text("text", correction.before)]
      }
      guard let doubt = diagnostic.code.doubtedMembers else { return false }
      return diagnostic.pointer == pointer
        || diagnostic.pointer == holder && doubt.contains(member)
    }
  }

  /// Takes back what was said about blocks of texts without a field that have one now.
  fileprivate mutating func settleBlocks(of form: Form, _ number: Int) {
    removeAll { diagnostic in
      guard diagnostic.code == .blockUnplaced, diagnostic.formIndex == number,
        let block = diagnostic.source
      else { return false }
      return !form.unplaced.contains { text in
        text.source.map { block.start <= $0.start && $0.start < block.end } ?? false
      }
    }
  }
}

extension DiagnosticCode {
  /// The members of an indicator that a doubt may be about, whose pointer is the indicator's;
  /// `nil` for what is no doubt about a value.
  fileprivate var doubtedMembers: [Substring]? {
    switch self {
    case .levelAbsent, .levelAmbiguous, .levelFromBelow, .levelInferred, .levelUncertain:
      ["level1", "level2"]
    case .nameAbsent, .nameUncertain: ["name"]
    case .targetAbsent: ["target"]
    case .amountUnreadable, .boxSurplus, .dateUnreadable, .fieldInferred, .targetUncertain: []
    default: nil
    }
  }
}

extension Correction {
  /// The pointer as provenance has it: of the value, not of its text.
  fileprivate var valuePointer: String {
    pointer.hasSuffix("/text") ? String(pointer.dropLast("/text".count)) : pointer
  }
}
