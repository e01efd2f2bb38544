/// A language messages are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Chinese, in simplified characters.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// The same text in every language.
public struct LocalizedText: Sendable, Hashable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Creates a text from its translations.
  public init(en english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
