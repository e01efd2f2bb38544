internal import IR

extension DiagnosticCode {
  /// The message with an ellipsis for each value it is filled with.
  func messageOutline(_ language: Language) -> String {
    message(language) { _ in "…" }
  }
}
