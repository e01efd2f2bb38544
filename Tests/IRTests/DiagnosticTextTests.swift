import IR
import Testing

/// The texts of all diagnostics.
struct DiagnosticTextTests {
  /// The names in braces.
  private func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      }.map(
        String.init))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func bothLanguagesSayTheSameThings(_ code: DiagnosticCode) {
    #expect(placeholders(code.message(.english)) == placeholders(code.message(.chinese)))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func messagesAreTerse(_ code: DiagnosticCode) {
    for language in Language.allCases {
      let message = code.message(language)
      #expect(!message.isEmpty && !message.hasSuffix(".") && !message.hasSuffix("。"))
      #expect(!message.contains("\n"))
      #expect(message != code.rawValue)
    }
    #expect(code.message(.english).unicodeScalars.allSatisfy { $0.isASCII })
    #expect(code.message(.chinese).unicodeScalars.contains { $0.value >= 0x4E00 })
  }

  @Test(arguments: DiagnosticCode.allCases)
  func explanationsSayWhatToCheck(_ code: DiagnosticCode) {
    let english = code.explanation(.english)
    let sentences = english.split(separator: ". ").count
    #expect((2...4).contains(sentences), "\(english)")
    #expect(english.hasSuffix(".") && !english.contains("\n") && !english.contains("  "))
    let chinese = code.explanation(.chinese)
    #expect((2...4).contains(chinese.split(separator: "。").count), "\(chinese)")
    #expect(chinese.hasSuffix("。") && !chinese.contains("\n"))
  }

  @Test func codesAreKebabCase() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.allSatisfy { $0 == "-" || $0.isLowercase && $0.isASCII })
    }
  }

  @Test func placeholdersAreFilled() {
    let moved = Diagnostic(
      .labelMoved, arguments: [.text("label", "数量{指标}"), .number("rows", 2)])
    #expect(
      moved.message(.english)
        == "'数量{指标}' is not on the first row of its group, rows away: 2; moved there")
    let corrected = Diagnostic(.labelCorrected, before: "a", after: "b")
    #expect(corrected.message(.chinese) == "「a」读作标签「b」")
  }
}
