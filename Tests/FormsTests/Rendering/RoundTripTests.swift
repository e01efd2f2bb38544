@testable import Forms
import Foundation
import IR
import Readers
import TestSupport
import Testing

/// Whether a drawn form is read as the same form again.
///
/// `FORMCONVERT_RENDER_FORMS` sets the number of generated forms per layout (60 unless set), and
/// `FORMCONVERT_RENDER_SEED` the seed of the first.
@Suite struct RoundTripTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let formCount = environment["FORMCONVERT_RENDER_FORMS"].flatMap(Int.init) ?? 60
  static let firstSeed = environment["FORMCONVERT_RENDER_SEED"].flatMap(UInt64.init) ?? 0

  @Test(arguments: PrintLayout.allCases)
  func correctFormsComeBackWithoutAnAppendix(layout: PrintLayout) throws {
    var withAppendix = 0
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.formCount) {
      var factory = FormFactory(layout: layout, seed: seed)
      let form = factory.makeForm().form.withReadings
      let trip = try RoundTrip(form)
      #expect(trip.failures.isEmpty, "seed \(seed): \(trip.failures.joined(separator: "\n"))")
      if !trip.appendixRows.isEmpty { withAppendix += 1 }
      // Such an appendix says that the form was drawn, and no more.
      #expect(trip.appendixRows.allSatisfy { $0[0] == "/layout" }, "seed \(seed)")
    }
    // Without spans, words speak against the printed level of a few; an appendix says they are wrong.
    #expect(withAppendix * 10 <= Self.formCount, "\(withAppendix) of \(Self.formCount)")
  }

  @Test(arguments: PrintLayout.allCases)
  func oddFormsComeBack(layout: PrintLayout) throws {
    let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.formCount) {
      var factory = FormFactory(layout: layout, seed: seed)
      var maker = OddFormMaker(layout: known, seed: seed)
      let form = maker.change(factory.makeForm().form)
      let trip = try RoundTrip(form)
      #expect(trip.failures.isEmpty, "seed \(seed): \(trip.failures.joined(separator: "\n"))")
      // Whatever is odd, it does not make the rest of the form unreadable.
      let corrections = trip.appendixRows.count { !$0[2].isEmpty }
      #expect(corrections <= 60, "seed \(seed): \(corrections) rows")
    }
  }

  @Test func formsOfTheCorpusComeBack() throws {
    let forms = try CorpusForms.all
    #expect(forms.count == 29)
    for (name, form) in forms {
      let trip = try RoundTrip(form)
      #expect(trip.failures.isEmpty, "\(name): \(trip.failures.joined(separator: "\n"))")
      // Only texts that no field could take are not in the grid.
      let kinds = Set(trip.appendixRows.map { $0[0].prefix(9) })
      #expect(kinds.isSubset(of: ["/layout", "/unplaced"]), "\(name): \(trip.appendixRows)")
      #expect(form.unplaced.isEmpty == trip.appendixRows.isEmpty, "\(name)")
    }
  }

  /// A form of another layout comes back with all it carries, so that the way back leads on.
  @Test func normalisedFormsComeBack() throws {
    let normalizer = FormNormalizer()
    var count = 0
    for (name, form) in try CorpusForms.all where ["2019", "2023"].contains(form.layout) {
      let normalised = try normalizer.normalize(form, to: "2024").form
      let trip = try RoundTrip(normalised)
      #expect(trip.failures.isEmpty, "\(name): \(trip.failures.joined(separator: "\n"))")
      let isCarried = trip.appendixRows.allSatisfy {
        $0[0] == "/layout" || $0[0].hasPrefix("/carried/") || $0[0].hasPrefix("/unplaced/")
      }
      #expect(isCarried, "\(name): \(trip.appendixRows)")
      let read = try #require(Recognition(recognizing: trip.sheet.document).forms.first)
      let back = try normalizer.normalize(read, to: form.layout).form
      #expect(back.withoutPlaces == form.withoutPlaces, "\(name)")
      count += 1
    }
    #expect(count == 15)
  }

  /// Every form begins where the one before it ends.
  @Test func manyFormsOfOneDocumentComeBack() throws {
    var forms = try CorpusForms.all.map(\.form)
    for layout in PrintLayout.allCases {
      let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
      for seed in Self.firstSeed..<Self.firstSeed + 25 {
        var factory = FormFactory(layout: layout, seed: seed)
        let form = factory.makeForm().form.withReadings
        forms.append(form)
        var maker = OddFormMaker(layout: known, seed: seed)
        forms.append(maker.change(form))
      }
    }
    var random = SplitMix64(seed: Self.firstSeed)
    forms.shuffle(using: &random)
    let document = try Document(joining: forms.map { try FormRenderer().render($0).document })
    let read = Recognition(recognizing: document).forms
    #expect(read.count == forms.count)
    for (index, (form, read)) in zip(forms, read).enumerated() {
      guard form.withoutPlaces != read.withoutPlaces else { continue }
      Issue.record("form \(index): \(RoundTrip.differences(form, read).joined(separator: "\n"))")
      break
    }
  }
}

/// The forms of the documents of the corpus, as they are read.
enum CorpusForms {
  static var all: [(name: String, form: Form)] {
    get throws {
      let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../corpus").standardized
      let folders = try FileManager.default.contentsOfDirectory(
        at: corpus, includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }
      return try folders.flatMap { folder -> [(name: String, form: Form)] in
        let source = folder.appending(path: "source.txt")
        guard let data = try? Data(contentsOf: source) else { return [] }
        let document = try Document(
          reading: SourceText(reading: Array(data), name: nil, options: ReadOptions()))
        let forms = Recognition(recognizing: document).forms
        return forms.enumerated().map { ("\(folder.lastPathComponent) \($0.offset)", $0.element) }
      }
    }
  }
}

extension Form {
  /// The form with the readings of all its texts, as a recogniser gives them.
  var withReadings: Form {
    var form = self
    func read(_ measure: inout Measure?) {
      measure = measure.map { Measure(reading: $0.text.utf8Span.span) }
    }
    for index in form.indicators.indices {
      read(&form.indicators[index].target)
      read(&form.indicators[index].actual)
      read(&form.indicators[index].weight)
      read(&form.indicators[index].score)
    }
    for index in form.fundingRows.indices {
      read(&form.fundingRows[index].weight)
      read(&form.fundingRows[index].executionRate)
      read(&form.fundingRows[index].score)
    }
    if var total = form.total {
      read(&total.weight)
      read(&total.score)
      form.total = total
    }
    return form
  }
}
