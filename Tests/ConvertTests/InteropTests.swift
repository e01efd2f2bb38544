import Foundation
import TestSupport
import Testing

/// Other programs read the same cells; `scripts/test --interop` installs them.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["FORMCONVERT_INTEROP"] != nil,
    "needs cmark-gfm; scripts/test --interop installs it"))
struct InteropTests {
  private static let corpus = Fixture.package.appending(path: "corpus")

  /// The markdown files of the corpus.
  private static let markdown: [URL] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return folders.sorted().flatMap { folder in
      ["source.txt", "renditions/as-markdown.md"].map {
        corpus.appending(path: folder).appending(path: $0)
      }
    }.filter { url in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return false }
      return text.contains("\n| ")
    }
  }()

  @Test func theCorpusHasMarkdown() { #expect(Self.markdown.count >= 5) }

  @Test(arguments: markdown)
  func cmarkReadsTheSameCells(_ file: URL) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let tables = try formconvert("--as", "tables", "--quiet", file.path)
    #expect(tables.status == 0)
    try folder.write(tables.output, to: "tables.json")
    let verdict = try formconvert.run(
      Fixture.package.appending(path: "Tests/Tools/compare-cmark"), [file.path, "tables.json"],
      input: [], environment: [:])
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }
}
