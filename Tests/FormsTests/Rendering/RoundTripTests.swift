@testable import Forms
import Foundation
import IR
import Readers
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
      if !trip.appendixRows.isEmpty {
        withAppendix += 1
        print("seed \(seed)", trip.appendixRows)
      }
    }
    print(layout, withAppendix, "of", Self.formCount, "have an appendix")
  }

  @Test(arguments: PrintLayout.allCases)
  func oddFormsComeBack(layout: PrintLayout) throws {
    let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
    var rows = 0
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.formCount) {
      var factory = FormFactory(layout: layout, seed: seed)
      var maker = OddFormMaker(layout: known, seed: seed)
      let form = maker.change(factory.makeForm().form)
      let trip = try RoundTrip(form)
      #expect(trip.failures.isEmpty, "seed \(seed): \(trip.failures.joined(separator: "\n"))")
      rows += trip.appendixRows.count
      for row in trip.appendixRows where !row[2].isEmpty {
        print("ROW", seed, row.map { String($0.prefix(40)).replacing("\n", with: "⏎") })
      }
    }
    print(layout, rows, "rows of appendices")
  }

  @Test func formsOfTheCorpusComeBack() throws {
    let forms = try CorpusForms.all
    #expect(forms.count == 29)
    for (name, form) in forms {
      let trip = try RoundTrip(form)
      #expect(trip.failures.isEmpty, "\(name): \(trip.failures.joined(separator: "\n"))")
      if !trip.appendixRows.isEmpty { print(name, trip.appendixRows) }
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
    if form.total != nil {
      read(&form.total!.weight)
      read(&form.total!.score)
    }
    return form
  }
}
