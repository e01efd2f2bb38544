import Foundation
import IR
import TestSupport
import Testing

/// The page that `report` writes: what is in it; how it behaves is for ``ReviewBrowserTests``.
struct ReviewPageTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  private static let corpus = Fixture.package.appending(path: "corpus")
  private static let source = corpus.appending(path: "001_9271b70eb86a4fec/source.txt").path

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  /// The JSON of an element of a page.
  private func data(_ id: String, _ page: String) throws -> Any {
    let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let rest = page[start.upperBound...]
    let end = try #require(rest.firstRange(of: "</script>"))
    return try JSONSerialization.jsonObject(with: Data(rest[..<end.lowerBound].utf8))
  }

  @Test func formsAreTheCanonicalOnes() throws {
    let page = try formconvert("report", Self.source)
    #expect(page.status == 0)
    let data = try #require(try data("d0", page.text) as? [String: Any])
    let shown = try #require(data["data"] as? [String: Any])
    let converted = try #require(
      JSONSerialization.jsonObject(with: Data(formconvert(Self.source, "-q").output))
        as? [String: Any])
    #expect(NSArray(array: shown["forms"] as? [Any] ?? []).isEqual(converted["forms"]))
    #expect((shown["forms"] as? [Any])?.count == 3)
  }

  /// Every value leads to cells that hold its text, found in the file by another way.
  @Test func placesHoldTheValues() throws {
    let page = try formconvert("report", Self.source).text
    let data = try #require(try data("d0", page) as? [String: Any])
    let blocks = try #require(data["blocks"] as? [[Any]])
    let cells = blocks.flatMap { block -> [[Any]] in
      (block[2] as? [[[Any]]])?.flatMap(\.self) ?? [block]
    }
    let lines = try String(contentsOfFile: Self.source, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for cell in cells {
      let line = try #require(cell[0] as? Int)
      let column = try #require(cell[1] as? Int)
      let text = try #require(cell[2] as? String)
      let rest = lines[line - 1].unicodeScalars.dropFirst(column - 1)
      #expect(rest.starts(with: text.unicodeScalars))
    }
    let places = try #require(data["places"] as? [String: [Int]])
    #expect(places.count > 800)
    let forms = try #require((data["data"] as? [String: Any])?["forms"] as? [[String: Any]])
    for (number, form) in forms.enumerated() {
      for (index, indicator) in ((form["indicators"] as? [[String: Any]]) ?? []).enumerated() {
        guard let name = indicator["name"] as? String else { continue }
        let numbers = try #require(places["/forms/\(number)/indicators/\(index)/name"])
        let text = numbers.compactMap { cells[$0][2] as? String }.joined()
        #expect(text.filter { !$0.isWhitespace } == name.filter { !$0.isWhitespace })
      }
    }
  }

  /// The index counts what `convert` tells.
  @Test func countsAreThoseOfTheDiagnostics() throws {
    let page = try formconvert("report", Self.source).text
    let index = try #require(try data("index", page) as? [[String: Any]])
    let messages = try formconvert(Self.source, "--diagnostics", "json").messages
    let forms = try #require(index[0]["f"] as? [[String: Any]])
    for (place, severity) in ["note", "repair", "warning", "error"].enumerated() {
      let counted = forms.compactMap { ($0["c"] as? [Int])?[place] }.reduce(0, +)
      #expect(counted == messages.matches(of: try Regex("\"severity\":\"\(severity)\"")).count)
    }
  }

  /// Nothing in a document can end its element, open another one, or run.
  @Test func hostileTextStaysText() throws {
    let hostile = "&lt;/script>&lt;script>alert(1)&lt;/script>&lt;!--\u{2028}\u{2029}]]>"
    let text = "| 项目名称 | \(hostile) |\n|---|---|\n| a | b |\n"
    try folder.write(text, to: "<b>.md")
    let page = try formconvert("report", "<b>.md", "-o", "review.html")
    #expect(page.status == 0)
    let html = String(decoding: folder.bytes("review.html") ?? [], as: UTF8.self)
    #expect(!html.contains("alert(1)</script>") && !html.contains("<script>alert"))
    #expect(!html.contains("<b>.md"))
    #expect(!html.unicodeScalars.contains("\u{2028}"))
    #expect(html.matches(of: /<script/).count == 4)
    let data = try #require(try data("d0", html) as? [String: Any])
    let blocks = try #require(data["blocks"] as? [[Any]])
    #expect("\(blocks)".contains("</script><script>alert(1)</script><!--"))
  }

  @Test func pageNeedsNothingElse() throws {
    let html = try formconvert("report", Self.source).text
    #expect(html.contains("content=\"default-src 'none'; script-src 'sha256-"))
    for word in ["http:", "https:", "src=", "@import", "url(", "fetch(", "XMLHttpRequest"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("<html lang=\"en\">"))
    #expect(try formconvert("report", Self.source, "--lang", "zh").text.contains("lang=\"zh-CN\""))
  }

  /// Canonical JSON has forms and no source; they can be looked at and corrected all the same.
  @Test func formsOfJSONAreShown() throws {
    try folder.write(try formconvert(Self.source, "-q").output, to: "forms.json")
    let page = try formconvert("report", "forms.json")
    #expect(page.status == 0)
    let data = try #require(try data("d0", page.text) as? [String: Any])
    #expect((data["blocks"] as? [Any])?.isEmpty == true)
    #expect(((data["data"] as? [String: Any])?["forms"] as? [Any])?.count == 3)
  }

  /// What cannot be read is on the page too, and the others are there all the same.
  @Test func unreadableInputsAreShown() throws {
    try folder.write("%PDF-1.7\n", to: "x.pdf")
    let result = try formconvert("report", "x.pdf", Self.source, "-o", "review.html")
    #expect(result.status == 3 && result.messages.contains("x.pdf:1:1: error: not text"))
    let html = String(decoding: folder.bytes("review.html") ?? [], as: UTF8.self)
    let index = try #require(try data("index", html) as? [[String: Any]])
    #expect(index.count == 2 && (index[0]["x"] as? [String])?.count == 2)
    #expect((index[1]["f"] as? [Any])?.count == 3)
  }

  @Test func outputsThatAreRefused() throws {
    try folder.write("a\tb\n", to: "a.tsv")
    for (output, words) in [
      (".", "is not the name of a file"), ("a.tsv", "would overwrite the input"),
    ] {
      let result = try formconvert("report", "a.tsv", "-o", output)
      #expect(result.status == 2 && result.messages.contains(words))
    }
    let result = try formconvert("report", "a.tsv", "-o", "a.tsv/page.html")
    #expect(result.status == 4)
    // As for the other commands, a folder that is not there yet is made.
    #expect(try formconvert("report", "a.tsv", "-o", "new/folder/page.html").status == 0)
    #expect(folder.bytes("new/folder/page.html") != nil)
  }

  @Test func sameInputsSamePage() throws {
    let once = try formconvert("report", Self.corpus.path)
    let again = try formconvert("report", Self.corpus.path)
    #expect(once.output == again.output && once.output.count > 100_000)
  }
}

/// The page in a browser; `scripts/test --interop` installs it.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["FORMCONVERT_INTEROP"] != nil,
    "needs Chromium; scripts/test --interop installs it"))
struct ReviewBrowserTests {
  @Test func pageWorksInChromium() throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let tools = Fixture.package.appending(path: ".build/test-tools/bin/python")
    let script = Fixture.package.appending(path: "Tests/Tools/check-review")
    let corpus = Fixture.package.appending(path: "corpus")
    let verdict = try formconvert.run(
      tools, [script.path, Command.executable.path, corpus.path, folder.url.path], input: [],
      environment: ["HOME": folder.url.path])
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }
}
