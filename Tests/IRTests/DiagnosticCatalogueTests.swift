import IR
import Testing

/// Every diagnostic says in both languages what happened, in the same form.
struct DiagnosticCatalogueTests {
  /// The names in braces of a message.
  private func arguments(_ code: DiagnosticCode, _ language: Language) -> [String] {
    var names: [String] = []
    _ = code.message(language) { name in
      names.append(String(name))
      return ""
    }
    return names.sorted()
  }

  @Test func codesAreLowerCaseWordsWithHyphens() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code.rawValue)")
    }
  }

  @Test(arguments: DiagnosticCode.allCases)
  func bothLanguagesSayTheSame(_ code: DiagnosticCode) {
    #expect(arguments(code, .english) == arguments(code, .chinese))
    for language in Language.allCases {
      #expect(!code.message(language).isEmpty)
      #expect(!code.explanation(language).isEmpty)
    }
    #expect(code.message(.chinese).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(code.message(.english).unicodeScalars.allSatisfy { $0.value < 0x2E80 })
  }

  /// A message is a phrase; an explanation is sentences.
  @Test(arguments: DiagnosticCode.allCases)
  func messagesArePhrases(_ code: DiagnosticCode) {
    #expect(!code.message(.english).hasSuffix("."))
    #expect(!code.message(.chinese).hasSuffix("。"))
    #expect(code.explanation(.english).hasSuffix("."))
    #expect(code.explanation(.chinese).hasSuffix("。"))
  }

  @Test func messagesAreFilledWithTheirArguments() {
    let diagnostic = Diagnostic(
      .weightSum, arguments: [.text("expected", "100"), .text("actual", "98.5")])
    #expect(diagnostic.message(.english) == "weights add up to 98.5, not to the 100 expected")
    let repair = Diagnostic(.labelCorrected, before: "主官部门", after: "主管部门")
    #expect(repair.message(.english) == "'主官部门' read as the label '主管部门'")
    #expect(repair.message(.chinese) == "「主官部门」读作标签「主管部门」")
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.note < .repair)
    #expect(Severity.repair < .warning)
    #expect(Severity.warning < .error)
  }
}
