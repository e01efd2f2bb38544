internal import IR
internal import LayoutFiles

/// What is wrong with layout files as lines for people.
struct LayoutReport {
  let language: Language

  /// Prints problems on standard error.
  func print(_ problems: [LayoutProblem]) {
    OutputStream.standardError.print(problems.map(line).joined())
  }

  private func line(_ problem: LayoutProblem) -> String {
    let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
    return Severity.error.line(problem.file + place, problem.message, language)
  }
}
