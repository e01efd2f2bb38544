import IR
import Readers
import TestSupport
import Testing
import Writers

@testable import Forms

/// Whether drawn forms come back from every format they are written in.
struct WrittenFormsTests {
  /// A format forms leave in.
  enum Format: String, CaseIterable, Sendable {
    case markdown, html, tsv, excelText, xlsx
  }

  private func read(_ sheets: [Sheet], through format: Format) throws -> Recognition {
    var options = ReadOptions()
    let bytes: [UInt8]
    switch format {
    case .markdown:
      options.format = .markdown
      bytes = try MarkdownWriter().write(sheets).bytes
    case .html:
      options.format = .html
      bytes = try HTMLWriter().write(sheets).bytes
    case .tsv:
      options.format = .tsv
      bytes = try TSVWriter().write(sheets).bytes
    case .excelText: bytes = try ExcelTextWriter().write(sheets).bytes
    case .xlsx: bytes = try XLSXWriter().write(sheets).bytes
    }
    let source = try SourceText(reading: bytes, name: nil, options: options)
    return Recognition(recognizing: try Document(reading: source))
  }

  @Test(arguments: Format.allCases)
  func formsOfTheCorpusComeBack(format: Format) throws {
    let forms = try CorpusForms.all.map(\.form)
    let recognition = try read(forms.map { try FormRenderer().render($0) }, through: format)
    #expect(recognition.forms.count == forms.count)
    #expect(recognition.tables.isEmpty)
    #expect(recognition.outside.isEmpty)
    for (index, (form, read)) in zip(forms, recognition.forms).enumerated() {
      let differences = RoundTrip.differences(form, read)
      #expect(differences.isEmpty, "\(index): \(differences.first?.prefix(600) ?? "")")
    }
  }

  @Test(arguments: Format.allCases, PrintLayout.allCases)
  func generatedFormsComeBack(format: Format, layout: PrintLayout) throws {
    let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
    for seed in 0..<UInt64(RoundTripTests.formCount / 6) {
      var factory = FormFactory(layout: layout, seed: seed)
      var maker = OddFormMaker(layout: known, seed: seed)
      let form = factory.makeForm().form.withReadings
      for form in [form, maker.change(form)] {
        let recognition = try read([FormRenderer().render(form)], through: format)
        #expect(recognition.forms.count == 1, "seed \(seed)")
        let differences = recognition.forms.first.map { RoundTrip.differences(form, $0) } ?? []
        #expect(differences.isEmpty, "seed \(seed): \(differences.first?.prefix(600) ?? "")")
      }
    }
  }

  /// What the grid cannot say of a character stands in the appendix, whatever the format has.
  @Test(arguments: Format.allCases)
  func rareCharactersComeBack(format: Format) throws {
    var form = try #require(try CorpusForms.all.first).form
    form.indicators = RareCharacters.all.map { character in
      var indicator = Indicator()
      indicator.level1 = "产出指标"
      indicator.level2 = "数量指标"
      indicator.name = "甲\(character)乙"
      indicator.target = Measure(text: "≥1\(character)次", relation: nil, number: nil, unit: nil)
      return indicator
    }
    form.unplaced = RareCharacters.all.map { PlacedText(text: "丙\($0)", source: nil) }
    form = form.withReadings
    let recognition = try read([FormRenderer().render(form)], through: format)
    let copy = try #require(recognition.forms.first)
    #expect(recognition.forms.count == 1)
    let differences = RoundTrip.differences(form, copy)
    #expect(differences.isEmpty, "\(differences.first?.prefix(600) ?? "")")
  }

  /// Odd forms of older layouts, changed, written, read, and changed back, are what they were.
  @Test(arguments: Format.allCases, [PrintLayout.legacy2019, .district2023])
  func changedFormsComeBack(format: Format, layout: PrintLayout) throws {
    let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
    let normalizer = FormNormalizer()
    for seed in 0..<UInt64(RoundTripTests.formCount / 6) {
      var factory = FormFactory(layout: layout, seed: seed)
      var maker = OddFormMaker(layout: known, seed: seed)
      var form = maker.change(factory.makeForm().form.withReadings)
      form.carried = nil
      let there = try normalizer.normalize(form, to: "2024").form
      let recognition = try read([FormRenderer().render(there)], through: format)
      let read = try #require(recognition.forms.first, "seed \(seed)")
      #expect(recognition.forms.count == 1, "seed \(seed)")
      let differences = RoundTrip.differences(there, read)
      #expect(differences.isEmpty, "seed \(seed): \(differences.first?.prefix(600) ?? "")")
      var back = try normalizer.normalize(read, to: known.id).form
      back.sortBlank()
      form.sortBlank()
      let lost = RoundTrip.differences(form, back)
      #expect(lost.isEmpty, "seed \(seed), back: \(lost.first?.prefix(600) ?? "")")
    }
  }
}
