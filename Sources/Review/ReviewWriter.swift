public import Forms
public import IR
internal import Readers
public import Writers

/// Writes a review report: one HTML page for the person who must sign off what was read.
///
/// The page needs nothing but itself: its policy forbids every load, and runs the one script that
/// it was written with. The data of each document is text until somebody looks at the document, so
/// that a page of a thousand forms opens at once.
public struct ReviewWriter: Sendable {
  private let language: Language
  private let layouts: LayoutSet
  private let version: String
  private var index = JSONEmitter()
  private var data: [ByteBuffer] = []
  private var codes: Set<DiagnosticCode> = [.valueCorrected]

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - language: The language the page opens in.
  ///   - version: The version of the program, for the foot of the page.
  public init(language: Language, layouts: LayoutSet = .builtIn, version: String = "") {
    self.language = language
    self.layouts = layouts
    self.version = version
    index.beginArray()
  }

  /// Appends a document, whole, with what was recognised in it; provenance must be recorded.
  public mutating func append(_ document: Document, _ found: Recognition, name: String) {
    var entry = ReviewDocument(name: name, document: document, found: found)
    codes.formUnion(entry.codes)
    entry.writeEntry(to: &index)
    data.append(entry.data())
  }

  /// Appends an input that could not be read.
  public mutating func append(failure message: LocalizedText, name: String) {
    index.beginObject()
    index.member("n", name)
    index.member("h", "")
    index.key("x")
    index.pair(message)
    index.key("c")
    index.integers([0, 0, 0, 1])
    index.key("f")
    index.beginArray()
    index.endArray()
    index.endObject()
    data.append(ByteBuffer())
  }

  /// The whole page.
  public consuming func finish() -> ByteBuffer {
    index.endArray()
    let script = ReviewResources.script
    let style = ReviewResources.style
    var page = ByteBuffer()
    page.append(head(script, style))
    page.append("<style>")
    page.append(slice: style[...])
    page.append("</style>\n</head>\n<body>\n")
    page.append(slice: ReviewResources.body[...])
    page.append(scriptData: index.finish(), id: "index")
    page.append(scriptData: catalogue(), id: "catalogue")
    for (number, json) in data.enumerated() where !json.isEmpty {
      page.append(scriptData: json, id: "d\(number)")
    }
    page.append("<script>")
    page.append(slice: script[...])
    page.append("</script>\n</body>\n</html>\n")
    return page
  }

  private func head(_ script: [UInt8], _ style: [UInt8]) -> String {
    let policy = [
      "default-src 'none'", "script-src '\(Self.hash(of: script))'",
      "style-src '\(Self.hash(of: style))'", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    let title = LocalizedText(en: "Review of performance forms", zh: "绩效表核对报告")(language)
    return """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="formconvert \(version)">
      <title>\(title)</title>

      """
  }

  /// The digest of an element's text as a content security policy has it.
  private static func hash(of bytes: [UInt8]) -> String {
    "sha256-" + Base64.text(of: SHA256.digest(of: bytes))
  }

  /// What is said of codes, fields and layouts.
  private func catalogue() -> ByteBuffer {
    var json = JSONEmitter()
    json.beginObject()
    json.member("lang", language.rawValue)
    json.key("codes")
    json.beginObject()
    for code in codes.sorted(by: { $0.rawValue < $1.rawValue }) {
      json.key(code.rawValue)
      json.beginArray()
      json.string(code.severity.rawValue)
      json.pair(code.message)
      json.pair(code.explanation)
      json.endArray()
    }
    json.endObject()
    json.key("fields")
    json.beginObject()
    for key in FieldKey.allCases {
      json.key(key.rawValue)
      json.pair(key.title)
    }
    json.endObject()
    json.key("layouts")
    json.layouts(layouts.layouts)
    json.endObject()
    return json.finish()
  }
}
