import Forms
import IR
import Readers
import Testing

/// The forms of 2019 in the corpus become forms of 2024, and themselves again.
struct NormalisationTests {
  /// The forms of a layout, in the order of the documents.
  private func forms(of layout: String) throws -> [Form] {
    try CorpusCase.all.flatMap { corpusCase in
      let document = try Document(reading: corpusCase.sourceFile.sourceText())
      return Recognition(recognizing: document).forms.filter { $0.layout == layout }
    }
  }

  /// The figures were counted in the documents, indicator by indicator.
  @Test func indicatorsOf2019AreMappedOrCarried() throws {
    let normalizer = FormNormalizer()
    let results = try forms(of: "2019").map { try normalizer.normalize($0, to: "2024").form }
    #expect(results.map(\.indicators.count) == [14, 4, 0, 8, 6])
    #expect(results.map { $0.carried?.indicators.count } == [3, 4, 2, 5, 3])
  }

  @Test(arguments: ["2019", "2023"])
  func theWayBackGivesTheOriginal(_ layout: String) throws {
    let normalizer = FormNormalizer()
    let forms = try forms(of: layout)
    #expect(!forms.isEmpty)
    for form in forms {
      let there = try normalizer.normalize(form, to: "2024").form
      #expect(try normalizer.normalize(there, to: layout).form == form)
    }
  }
}
