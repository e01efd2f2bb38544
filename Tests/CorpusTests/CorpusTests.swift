import IR
import Testing

/// Every document of the corpus, and every rendition of it, says what its readers wrote down.
struct CorpusTests {
  @Test func corpusIsThere() {
    #expect(CorpusCase.all.count >= 5, "folders of corpus/ that hold a source")
    for corpusCase in CorpusCase.all {
      #expect(corpusCase.renditions.count >= 3, "renditions of \(corpusCase.testDescription)")
    }
  }

  /// Lines are left out: a rendition has others.
  @Test(arguments: CorpusFile.all)
  func formsAreRead(_ file: CorpusFile) throws {
    let expected = try file.corpusCase.expectation()
    let actual = try JSONValue(parsing: file.json())
    let differences = Difference.all(
      expected["forms"]?.without("line"), actual["forms"]?.without("line"), at: "/forms")
    #expect(differences.isEmpty, "\(differences.report)")
  }

  /// A document that says nothing outside its forms has no such member.
  @Test(arguments: CorpusCase.all)
  func textOutsideFormsIsKept(_ corpusCase: CorpusCase) throws {
    let actual = try JSONValue(parsing: corpusCase.sourceFile.json())
    let differences = Difference.all(
      .array(try corpusCase.expectation()["outside"]?.elements ?? []),
      .array(actual["outside"]?.elements ?? []), at: "/outside")
    #expect(differences.isEmpty, "\(differences.report)")
    #expect(actual["tables"] == nil)
  }

  @Test(arguments: CorpusCase.all)
  func damageIsReported(_ corpusCase: CorpusCase) throws {
    let expected = try Expectation.list(corpusCase.expectation()["diagnostics"])
    let actual = try Finding.list(corpusCase.sourceFile.json())
    let missing = expected.filter { expectation in !actual.contains { $0.meets(expectation) } }
    #expect(
      missing.isEmpty,
      """
      not reported:
      \(missing.map(\.description).joined(separator: "\n"))
      """)
  }

  /// A warning where nothing is wrong costs a person's time.
  @Test(arguments: CorpusCase.all)
  func nothingElseIsWarnedAbout(_ corpusCase: CorpusCase) throws {
    let expected = try corpusCase.expectation()
    let known =
      try Expectation.list(expected["diagnostics"]) + Expectation.list(expected["allowed"])
    let surplus = try Finding.list(corpusCase.sourceFile.json()).filter { finding in
      finding.isWarning && !known.contains { finding.meets($0) }
    }
    #expect(
      surplus.isEmpty,
      """
      reported, but not expected:
      \(surplus.map(\.description).joined(separator: "\n"))
      """)
  }

  /// The same characters in another encoding are damaged in the same places.
  @Test(arguments: CorpusFile.all.filter(\.isReencoded))
  func encodingsChangeNoDiagnostic(_ file: CorpusFile) throws {
    let source = try Finding.list(file.corpusCase.sourceFile.json())
    #expect(try Finding.list(file.json()) == source)
  }

  /// The undamaged print holds nothing to repair; what the author got wrong stays wrong.
  @Test(arguments: CorpusFile.all.filter(\.isUndamaged))
  func undamagedPrintIsNotWarnedAbout(_ file: CorpusFile) throws {
    let expected = try file.corpusCase.expectation()
    let known =
      try Expectation.list(expected["diagnostics"]) + Expectation.list(expected["allowed"])
    let surplus = try Finding.list(file.json()).filter { finding in
      finding.isWarning && !known.contains { finding.isAllowed(in: $0.form, as: $0.code) }
    }
    #expect(surplus.isEmpty, "\(surplus.map(\.description).joined(separator: "\n"))")
  }

  @Test(arguments: CorpusFile.all.filter { !$0.isReencoded })
  func bytesAreTheSameEveryTime(_ file: CorpusFile) throws {
    let whole = try file.json()
    #expect(try file.json() == whole)
    for size in [1 << 10, 1 << 13, 1 << 16, Int.max] {
      let windowed = try file.json(windowByteCount: size)
      if windowed != whole {
        let differences = try Difference.all(
          JSONValue(parsing: whole), JSONValue(parsing: windowed))
        Issue.record("windows of \(size) bytes give\n\(differences.report)")
      }
    }
  }

  @Test(arguments: CorpusCase.all)
  func expectedCodesExist(_ corpusCase: CorpusCase) throws {
    let expected = try corpusCase.expectation()
    for list in ["diagnostics", "allowed"] {
      for item in try Expectation.list(expected[list]) {
        #expect(DiagnosticCode(rawValue: item.code) != nil, "\(item) in \(list)")
      }
    }
  }
}
