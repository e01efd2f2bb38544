internal import IR

/// The command was used in a wrong way.
struct UsageError: Error {
  /// What is wrong, and what to do instead.
  let message: LocalizedText

  init(_ message: LocalizedText) { self.message = message }

  init(en english: String, zh chinese: String) {
    message = LocalizedText(en: english, zh: chinese)
  }
}
