internal import Forms
internal import IR

/// Brings the forms of an input into another layout.
struct LayoutChange: Sendable {
  /// The identifier of the layout.
  let layout: String
  let normalizer: FormNormalizer
  /// Values for all forms.
  let supplied: [SuppliedValue]
  /// Values for the forms of a project, by its name.
  let suppliedByProject: [String: [SuppliedValue]]

  /// Brings recognised forms into the layout.
  ///
  /// A form that cannot be brought there stays as it is, with an error that says why.
  ///
  /// - Parameter first: The number of the first of them in its document.
  /// - Returns: What became of every value, form by form.
  func apply(to found: inout Recognition, first: Int) -> [Normalization] {
    var results: [Int: Normalization] = [:]
    for index in found.forms.indices {
      let form = found.forms[index]
      let own = form.projectName.flatMap { suppliedByProject[$0] } ?? []
      do throws(NormalizationError) {
        let result = try normalizer.normalize(
          form, to: layout, index: first + index, supplied: supplied + own)
        found.forms[index] = result.form
        results[first + index] = result
      } catch {
        found.diagnostics.append(
          Diagnostic(
            .layoutUnchanged, pointer: "/forms/\(first + index)",
            arguments: [.text("from", form.layout), .text("to", layout)]))
      }
    }
    for index in found.diagnostics.indices {
      found.diagnostics[index].pointer = moved(found.diagnostics[index].pointer, results)
    }
    found.provenance = found.provenance.map { provenance in
      var provenance = provenance
      provenance.pointer = moved(provenance.pointer, results) ?? provenance.pointer
      return provenance
    }
    append(results, to: &found.diagnostics)
    return results.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Appends what there is to say about the change, but for what was said before.
  private func append(_ results: [Int: Normalization], to diagnostics: inout [Diagnostic]) {
    let known = Set(diagnostics.map { [$0.code.rawValue, $0.pointer ?? ""] })
    for (_, result) in results.sorted(by: { $0.key < $1.key }) {
      diagnostics += result.diagnostics.filter {
        !known.contains([$0.code.rawValue, $0.pointer ?? ""])
      }
    }
  }

  /// Where a pointer of an original form leads to now.
  private func moved(_ pointer: String?, _ results: [Int: Normalization]) -> String? {
    guard let pointer else { return nil }
    let parts = pointer.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[0] == "forms", let number = Int(parts[1]),
      let target = results[number]?.pointer(for: "/" + parts[2])
    else { return pointer }
    return "/forms/\(number)\(target)"
  }
}

extension Form {
  /// The name of its project.
  fileprivate var projectName: String? {
    if case .text(let name) = self[.name] { name } else { nil }
  }
}
