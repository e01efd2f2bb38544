internal import Forms
internal import IR

/// Brings the forms of an input into another layout.
struct LayoutChange: Sendable {
  /// The identifier of the layout.
  let layout: String
  let normalizer: FormNormalizer
  /// Values for all forms.
  let supplied: [SuppliedValue]
  /// Values for the forms of single projects, which go before those for all.
  let suppliedByProject: SuppliedFile?

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
      do throws(NormalizationError) {
        let result = try normalizer.normalize(
          form, to: layout, index: first + index, supplied: supplied(for: form))
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
      guard let place = Place(found.diagnostics[index].pointer), let result = results[place.form]
      else { continue }
      // What is said of a value that has gone is said of its form.
      let pointer = result.pointer(for: place.pointer) ?? ""
      found.diagnostics[index].pointer = "/forms/\(place.form)\(pointer)"
    }
    move(&found.provenance, results)
    append(results, to: &found.diagnostics)
    return results.sorted { $0.key < $1.key }.map(\.value)
  }

  private func supplied(for form: Form) -> [SuppliedValue] {
    let own = form.projectName.flatMap { suppliedByProject?.values[$0] } ?? []
    return own + supplied.filter { value in !own.contains { $0.key == value.key } }
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

  /// Lets provenance follow its values; several pieces of one value are put together.
  private func move(_ provenance: inout [Provenance], _ results: [Int: Normalization]) {
    var moved: [Provenance] = []
    var numbers: [String: Int] = [:]
    for var entry in provenance {
      if let place = Place(entry.pointer), let result = results[place.form] {
        guard let pointer = result.pointer(for: place.pointer) else { continue }
        entry.pointer = "/forms/\(place.form)\(pointer)"
      }
      if let number = numbers[entry.pointer] {
        moved[number].pieces += entry.pieces
      } else {
        numbers[entry.pointer] = moved.count
        moved.append(entry)
      }
    }
    provenance = moved
  }

  /// A pointer to a value of a form.
  private struct Place {
    /// The number of the form.
    let form: Int
    /// The pointer from the form.
    let pointer: String

    /// Takes a pointer from the root apart; `nil` when it leads to no value of a form.
    init?(_ pointer: String?) {
      guard let parts = pointer?.split(separator: "/", maxSplits: 2), parts.count == 3,
        parts[0] == "forms", let number = Int(parts[1])
      else { return nil }
      form = number
      self.pointer = "/" + parts[2]
    }
  }
}
