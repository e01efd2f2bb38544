import Forms
import IR
import Readers
import TestSupport
import Writers

/// What must hold for the forms of every input: no text is lost, windows of any size give the same
/// bytes, and every format gives the same forms back.
enum FormCheck {
  /// Reads the forms of an input and checks them; an input that is refused is in order.
  static func check(_ bytes: [UInt8], as format: SourceFormat?) throws(Finding) {
    var options = ReadOptions()
    options.format = format
    let source: SourceText
    let whole: Result
    do throws(ReadError) {
      source = try SourceText(reading: bytes, name: nil, options: options)
      whole = try recognize(source, byteCount: .max)
    } catch {
      return try DocumentCheck.check(error)
    }
    try WriterCheck.requireCanonical(whole.json)
    for diagnostic in whole.diagnostics where diagnostic.code == .conservationFailed {
      throw Finding("\(diagnostic.pointer ?? ""): \(diagnostic.message(.english))")
    }
    for byteCount in [1, 256] {
      let windowed: Result
      do throws(ReadError) {
        windowed = try recognize(source, byteCount: byteCount)
      } catch {
        throw Finding("windows of \(byteCount) bytes: \(error.message.english)")
      }
      try Finding.requireSame(
        text(whole.json), text(windowed.json), "windows of \(byteCount) bytes")
      // Readers and the recogniser each tell of the source in their own order.
      try Finding.requireSame(
        whole.sortedDiagnostics, windowed.sortedDiagnostics, "windows of \(byteCount) bytes")
    }
    try checkJSON(whole)
    for form in whole.forms { try check(form) }
  }

  /// What was read, and its canonical JSON.
  private struct Result {
    var forms: [Form] = []
    var diagnostics: [Diagnostic] = []
    /// Without the diagnostics.
    var json: [UInt8] = []

    var sortedDiagnostics: String {
      diagnostics.map { "\($0)" }.sorted().joined(separator: "\n")
    }
  }

  private static func recognize(
    _ source: SourceText, byteCount: Int
  ) throws(ReadError) -> Result {
    var result = Result()
    var writer = FormJSONWriter(source)
    if source.format == .json {
      let content = try JSONContent(reading: source)
      if let forms = content.forms {
        var found = Recognition()
        found.forms = forms
        found.outside = content.outside
        result.forms = forms
        writer.append(found, from: content.document)
        result.json = writer.finish().bytes
        return result
      }
    }
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var recognizer = FormRecognizer()
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: byteCount)
      var (found, blockCount) = recognizer.recognize(document, isComplete: !hasMore)
      result.forms += found.forms
      result.diagnostics += found.diagnostics
      found.diagnostics = []
      writer.append(found, from: document)
      document.discardBlocks(blockCount)
    }
    result.json = writer.finish().bytes
    return result
  }

  /// A member of the JSON to a line, to show the first that differs.
  private static func text(_ json: [UInt8]) -> String {
    String(decoding: json, as: UTF8.self).replacing(",\"", with: ",\n\"")
  }

  // MARK: The way back

  private static func checkJSON(_ result: Result) throws(Finding) {
    guard !result.forms.isEmpty else { return }
    var options = ReadOptions()
    options.format = .json
    let copy: Result
    do throws(ReadError) {
      copy = try recognize(
        SourceText(reading: result.json, name: nil, options: options), byteCount: .max)
    } catch {
      throw Finding("json, read back: \(error.message.english)")
    }
    try compare(result.forms, copy.forms, "json")
  }

  /// A form is drawn, written in every format, and read back.
  private static func check(_ form: Form) throws(Finding) {
    // JSON may name a layout that is not known; there is nothing to draw it by.
    guard let sheet = try? FormRenderer().render(form) else { return }
    for format in ["markdown", "html", "tsv", "excel", "xlsx"] {
      let bytes: [UInt8]
      do throws(WriteError) {
        bytes = try write(sheet, format)
      } catch {
        throw Finding("\(format) is not written: \(error.message.english)")
      }
      let copy: Result
      do throws(ReadError) {
        copy = try recognize(SourceText(reading: bytes, name: nil), byteCount: .max)
      } catch {
        throw Finding("\(format), read back: \(error.message.english)")
      }
      try compare([form], copy.forms, format)
    }
  }

  private static func write(_ sheet: Sheet, _ format: String) throws(WriteError) -> [UInt8] {
    switch format {
    case "markdown": try MarkdownWriter().write([sheet]).bytes
    case "html": try HTMLWriter().write([sheet]).bytes
    case "tsv": try TSVWriter().write([sheet]).bytes
    case "excel": try ExcelTextWriter().write([sheet]).bytes
    default: try XLSXWriter().write([sheet]).bytes
    }
  }

  private static func compare(
    _ was: [Form], _ found: [Form], _ format: String
  ) throws(Finding) {
    try Finding.require(
      was.count == found.count, "\(format): \(found.count) forms read back for \(was.count)")
    for (number, (form, copy)) in zip(was, found).enumerated() {
      if let difference = FormDifference.all(from: form, to: copy).first {
        throw Finding(
          "\(format), read back: form \(number)\(difference.pointer): was "
            + "\(difference.was ?? "-"), is \(difference.found ?? "-")")
      }
    }
  }
}
