internal import IR

/// Finds out what a text is written as, by its block structure; its name only breaks a tie.
enum FormatSniffer {
  /// The number of bytes that are looked at.
  private static let sampleCount = 1 << 20

  /// The format of a text.
  static func format(of utf8: [UInt8], name: String?) -> SourceFormat {
    let text = utf8.span
    if isCanonicalJSON(text) { return .json }
    if EscapedTSVReader.reads(text) { return .tsv }
    if isHTMLDocument(text) {
      return hasTextBehindDocument(text) ? named(name) ?? .markdown : .html
    }
    var counts = Counts()
    var index = 0
    let limit = min(text.count, sampleCount)
    while index < limit {
      let end = text.lineEnd(from: index)
      counts.add(text, index..<end)
      index = text.afterLineEnd(end)
    }
    let named = named(name)
    if named == .csv, let format = separatedFormat(text, counts) { return format }
    if counts.pipeTables == 0, counts.tabLines == 0 {
      // Headings of markdown make a text no HTML, whatever tables it holds; without any, the name
      // decides, since markdown may hold nothing but HTML.
      guard counts.headings == 0 else { return named ?? .markdown }
      if counts.startsWithBlock || counts.tables > 0 { return named ?? .html }
      if named == nil, CSVDialect.evident(in: text) != nil { return .csv }
      return named ?? .markdown
    }
    if counts.tabLines > counts.pipeLines { return .tsv }
    if counts.tabLines == counts.pipeLines, let named, named != .html { return named }
    return .markdown
  }

  /// The format of a text whose name says that it is separated values; `nil` when it is not.
  ///
  /// Spreadsheets save text with tabs under that name too.
  private static func separatedFormat(_ text: Span<UInt8>, _ counts: Counts) -> SourceFormat? {
    if counts.pipeTables > 0, CSVDialect.evident(in: text) == nil { return nil }
    return CSVDialect(of: text).delimiter == 0x09 ? .tsv : .csv
  }

  /// Whether a text begins like JSON and says that it is ours, at its beginning or its end.
  private static func isCanonicalJSON(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count, text[start].isSpace { start += 1 }
    guard start < text.count, text[start] == UInt8(ascii: "{") else { return false }
    start += 1
    while start < text.count, text[start].isSpace { start += 1 }
    guard start < text.count, text[start] == UInt8(ascii: "\"") else { return false }
    // A line of NDJSON whose last line was cut off is told to be that.
    return text.hasWord("\"form\"", at: start) || hasFormat(text, in: start..<text.count)
  }

  /// Whether there is a member `"format": "formconvert"`, however deep.
  private static func hasFormat(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    for index in range where text[index] == UInt8(ascii: "\"") {
      guard text.hasWord("\"format\"", at: index) else { continue }
      var next = index + 8
      while next < text.count, text[next] == UInt8(ascii: ":") || text[next].isSpace {
        next += 1
      }
      if text.hasWord("\"formconvert\"", at: next) { return true }
    }
    return false
  }

  private static func named(_ name: String?) -> SourceFormat? {
    guard let name, let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "md", "markdown": return .markdown
    case "tsv", "tab": return .tsv
    case "csv": return .csv
    case "html", "htm", "xhtml": return .html
    case "json", "ndjson", "jsonl": return .json
    default: return nil
    }
  }

  /// Whether bare text follows the end of a document: converters write each table as one within markdown.
  private static func hasTextBehindDocument(_ text: Span<UInt8>) -> Bool {
    let limit = min(text.count, sampleCount)
    var index = 0
    while index < limit, !text.hasWord("</html>", at: index) { index += 1 }
    index += 7
    while index < limit, text[index].isSpace { index += 1 }
    return index < limit && text[index] != UInt8(ascii: "<")
  }

  private static func isHTMLDocument(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      while index < text.count, text[index].isSpace { index += 1 }
      if text.hasWord("<!doctype html", at: index) || text.hasWord("<html", at: index) {
        return true
      }
      if text.hasWord("<head", at: index) || text.hasWord("<body", at: index) { return true }
      if text.hasWord("<meta", at: index) || text.hasWord("<!doctype", at: index) { return true }
      guard text.hasWord("<?xml", at: index) || text.hasWord("<!--", at: index) else {
        return false
      }
      while index < text.count, text[index] != UInt8(ascii: ">") { index += 1 }
      index += 1
    }
    return false
  }

  private struct Counts {
    var pipeTables = 0
    var pipeLines = 0
    var tabLines = 0
    var tables = 0
    var headings = 0
    var startsWithBlock = false
    private var hasContent = false
    private var wasPipeLine = false
    private var isInPipeTable = false

    mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
      let content = text.trimmed(range)
      guard !content.isEmpty else {
        // A line of tabs is a row of empty cells.
        if text.contains(0x09, in: range) { tabLines += 1 }
        isInPipeTable = false
        wasPipeLine = false
        return
      }
      if text[content.lowerBound] == UInt8(ascii: "<") { addTag(text, content) }
      if isHeading(text, content) { headings += 1 }
      hasContent = true
      if isInPipeTable || wasPipeLine && isDelimiter(text, content) {
        if !isInPipeTable { pipeTables += 1 }
        isInPipeTable = true
        pipeLines += 1
      } else if text.contains(0x09, in: content) {
        tabLines += 1
      }
      wasPipeLine = text.contains(UInt8(ascii: "|"), in: content)
    }

    private mutating func addTag(_ text: Span<UInt8>, _ content: Range<Int>) {
      var scanner = TagScanner(grammar: .strict)
      let end = min(content.upperBound + 1, text.count)
      guard let tag = scanner.tag(text, at: content.lowerBound, end: end) else { return }
      if tag.element == .table { tables += 1 }
      if !hasContent, tag.element.isBlock { startsWithBlock = true }
    }

    /// Whether a line is a heading of markdown: `## 标题`.
    private func isHeading(_ text: Span<UInt8>, _ content: Range<Int>) -> Bool {
      var index = content.lowerBound
      while index < content.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
      return (1...6).contains(index - content.lowerBound) && index < content.upperBound
        && text[index] == 0x20
    }

    private func isDelimiter(_ text: Span<UInt8>, _ content: Range<Int>) -> Bool {
      var dashes = 0
      for index in content {
        switch text[index] {
        case UInt8(ascii: "-"): dashes += 1
        case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: break
        default: return false
        }
      }
      return dashes > 0
    }
  }
}
