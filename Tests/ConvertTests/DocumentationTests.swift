import Foundation
import IR
import TestSupport
import Testing

@testable import convert

/// What the documentation says is in step with the program.
struct DocumentationTests {
  private static let page = Fixture.package.appending(path: "docs/diagnostics.md")

  /// Whoever asks what a script does starts nothing.
  @Test func scriptsTellTheirUsage() throws {
    let folder = Fixture.package.appending(path: "scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let script = folder.appending(path: name)
      for option in ["-h", "--help"] {
        let result = try Command(folder: folder).run(
          script, [option], input: [], environment: [:])
        #expect(result.status == 0 && result.messages.isEmpty, "\(name)")
        #expect(result.text.contains("usage: scripts/\(name)"), "\(result.text)")
      }
    }
  }

  /// `scripts/update-docs` writes the page; this says when that is due.
  @Test func diagnosticsPageIsInStep() throws {
    let text = DiagnosticsPage.text
    if ProcessInfo.processInfo.environment["FORMCONVERT_UPDATE_DOCS"] != nil {
      try Data(text.utf8).write(to: Self.page)
    }
    let isInStep = try Data(contentsOf: Self.page) == Data(text.utf8)
    #expect(isInStep, "docs/diagnostics.md is out of date; run scripts/update-docs")
  }

  /// All pages but those of the documents of the corpus.
  private static let pages: [String] = [
    "", "docs/", "corpus/", "examples/ci/", "examples/layouts/",
  ]
  .flatMap { folder in
    let path = Fixture.package.appending(path: folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
  }

  @Test func thereArePages() {
    #expect(Self.pages.contains("README.md") && Self.pages.contains("docs/conformance.md"))
  }

  @Test(arguments: pages)
  func linksLeadSomewhere(path: String) throws {
    let file = Fixture.package.appending(path: path)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for link in text.matches(of: /\]\(([^)#]+)[^)]*\)/).map({ String($0.1) }) {
      guard !link.contains("://") else { continue }
      let target = file.deletingLastPathComponent().appending(path: link).path
      #expect(FileManager.default.fileExists(atPath: target), "\(link)")
    }
  }
}

/// The page that lists all diagnostics, made from the catalogue.
enum DiagnosticsPage {
  private static let severities: [(severity: Severity, title: String)] = [
    (.error, "Errors · 错误"), (.warning, "Warnings · 警告"), (.repair, "Repairs · 修复"),
    (.note, "Notes · 说明"),
  ]

  /// The whole page.
  static var text: String {
    let introduction = """
      # Diagnostics

      What `formconvert explain` says about each code; `scripts/update-docs` writes this page. Codes are stable, their wording is not.
      `…` stands for what the message quotes.

      本页由 `scripts/update-docs` 生成，内容与 `formconvert explain` 相同。代码不会变，文字可能会变；`…` 处是引用的内容。

      """
    return introduction + severities.map(section).joined()
  }

  private static func section(_ severity: Severity, _ title: String) -> String {
    let explanations = Explanation.all.filter { $0.severity == severity }
    return "\n## \(title)\n" + explanations.map(entry).joined()
  }

  private static func entry(_ known: Explanation) -> String {
    """

    ### `\(known.code)`

    **\(escaped(known.outline(.english)))** \(escaped(known.text(.english)))

    **\(escaped(known.outline(.chinese)))** \(escaped(known.text(.chinese)))

    """
  }

  /// The text as markdown shows it.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "*_<>[]\\`|".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}
