internal import IR

extension Severity {
  /// A line that tells the person something, as compilers print it: editors find the place.
  ///
  /// - Parameter subject: What it is about: a file and a place in it, or the program.
  func line(_ subject: String, _ message: LocalizedText, _ language: Language) -> String {
    "\(subject.visible): \(title(language)): \(message(language).visible)\n"
  }
}
