internal import Forms
internal import IR
internal import Readers
internal import Review
internal import Writers

extension Conversion {
  /// Adds an input to a review report.
  ///
  /// - Returns: What there is to say about it.
  func review(_ input: InputFile, _ writer: inout ReviewWriter) -> InputReport {
    var report = InputReport(input, language: language, minimumSeverity: minimumSeverity)
    let name = input.displayName(language)
    do throws(InputError) {
      let source = try read(input)
      report.sha256 = source.sha256
      report.sheetNames = source.workbook?.places.names ?? []
      let (document, found) = try recognizeWhole(source)
      var places = SourcePlaces(source)
      report.append(found.diagnostics) { diagnostic in
        diagnostic.source.map { places.position(of: $0) }
      }
      writer.append(document, found, name: name)
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
      writer.append(failure: error.message, name: name)
    }
    return report
  }

  /// Reads a source and recognises its forms, as one part: the page shows all of it.
  private func recognizeWhole(
    _ source: SourceText
  ) throws(InputError) -> (Document, Recognition) {
    do throws(ReadError) {
      // Canonical JSON of forms has no source beside them; what else is wrong, recognising says.
      let document =
        source.format == .json
        ? (try? Document(reading: source, limits: reading.limits)) ?? Document(source: source)
        : try Document(reading: source, limits: reading.limits)
      var whole = Recognition()
      try recognize(source) { found, _ in
        whole.forms += found.forms
        whole.diagnostics += found.diagnostics
        whole.provenance += found.provenance
        whole.corrections += found.corrections
      }
      return (document, whole)
    } catch {
      throw InputError(error)
    }
  }
}
