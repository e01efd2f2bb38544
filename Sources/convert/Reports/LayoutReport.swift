internal import IR
internal import LayoutFiles

/// What is wrong with layout files as lines for people.
struct LayoutReport {
  let language: Language

  /// Prints problems on standard error.
  func print(_ problems: [LayoutProblem]) {
    OutputStream.standardError.print(problems.map(line).joined())
  }

  /// A line as compilers print it, so that editors find the place.
  private func line(_ problem: LayoutProblem) -> String {
    let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
    let title = Severity.error.title(language)
    return "\(problem.file.visible)\(place): \(title): \(problem.message(language).visible)\n"
  }
}
