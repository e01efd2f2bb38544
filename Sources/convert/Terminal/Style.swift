/// How text stands out on a terminal; not at all where nobody looks or `NO_COLOR` is set.
struct Style {
  private let isEnabled: Bool

  /// Creates the style for what is written to standard output.
  init() {
    let isUnwanted = CLibrary.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    isEnabled = !isUnwanted && CurrentProcess.isTerminal(.standardOutput)
  }

  /// A heading.
  func heading(_ text: String) -> String {
    isEnabled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
