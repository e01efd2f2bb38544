import Foundation
import TestSupport
import Testing

/// `--corrections`, from the list to the JSON and the exit status.
struct CorrectionCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  private static let source = Fixture.package.appending(
    path: "corpus/001_9271b70eb86a4fec/source.txt"
  ).path
  /// Of that file, by sha256sum.
  private static let digest = "8eb7258191c1267fc0a773aaee09dabfba14bc0adac9716ac2a1348efad00467"

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private func write(_ lines: [String]...) throws {
    let header = ["sha256", "pointer", "was", "is", "who", "why", "date"]
    let text = ([header] + lines.map { [Self.digest] + $0 }).map { $0.joined(separator: "\t") }
    try folder.write(text.joined(separator: "\n") + "\n", to: "corrections.tsv")
  }

  /// The missing score and the target that was reached only in part, both of the third form.
  @Test func correctionsAreAppliedAndMarked() throws {
    try write(
      ["/forms/2/indicators/35/score", "", "1.1", "李", "原件为 1.1", "2026-01-31"],
      ["/forms/2/indicators/9/actual", "3600", "36000", "", "", ""])
    let result = try formconvert(
      Self.source, "--corrections", "corrections.tsv", "--provenance", "--pretty")
    #expect(result.status == 0)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    let forms = try #require(json["forms"] as? [[String: Any]])
    let indicators = try #require(forms[2]["indicators"] as? [[String: Any]])
    #expect(indicators[35]["score"] as? [String: String] == ["text": "1.1", "number": "1.1"])
    #expect(indicators[9]["actual"] as? [String: String] == ["text": "36000", "number": "36000"])
    let corrections = try #require(json["corrections"] as? [[String: String]])
    #expect(
      corrections == [
        [
          "pointer": "/forms/2/indicators/35/score", "is": "1.1", "who": "李",
          "why": "原件为 1.1", "date": "2026-01-31",
        ],
        ["pointer": "/forms/2/indicators/9/actual", "was": "3600", "is": "36000"],
      ])
    let provenance = try #require(json["provenance"] as? [String: [[String: Any]]])
    let marked = provenance.filter { $0.value.contains { $0["corrected"] != nil } }.keys
    #expect(Array(marked) == ["/forms/2/indicators/9/actual"])
    // The total is now the sum of the scores, and the target is reached.
    #expect(!result.messages.contains("[score-sum]"))
    #expect(!result.messages.contains("[number-implied]"))
    #expect(!result.messages.contains("[target-missed]"))
    #expect(result.messages.contains(":129:23: note: corrected by hand from '3600' to '36000'"))
    // A list is no provenance: without the option there is none.
    let plain = try formconvert(Self.source, "--corrections", "corrections.tsv", "--quiet")
    #expect(!plain.text.contains("\"provenance\"") && plain.text.contains("\"corrections\""))
    // What is written can be read back.
    try folder.write(result.output, to: "again.json")
    let again = try formconvert("again.json", "--quiet")
    #expect(again.status == 0 && again.text.contains("36000"))
  }

  @Test func staleCorrectionsAreRefused() throws {
    try write(["/forms/2/indicators/9/actual", "360", "36000", "", "", ""])
    let result = try formconvert(Self.source, "--corrections", "corrections.tsv")
    #expect(result.status == 1)
    #expect(
      result.messages.contains(
        ":129:23: error: correction of /forms/2/indicators/9/actual: the value is '3600', not "
          + "'360'; not applied [correction-stale]"))
    let plain = try formconvert(Self.source, "--quiet")
    let forms = { (text: String) in text.firstRange(of: "\"forms\":").map { text[$0.lowerBound...] }
    }
    #expect(forms(result.text) == forms(plain.text))
  }

  @Test func listsWithMistakesAreRefused() throws {
    try write(["title", "a", "b", "", "", ""], ["/forms/0/title", "a\\q", "b", "", "", ""])
    for command in ["convert", "inspect", "report"] {
      let result = try formconvert(command, Self.source, "--corrections", "corrections.tsv")
      #expect(result.status == 3 && result.output.isEmpty)
      let lines = result.messages.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.hasPrefix("corrections.tsv:2:66: error: 'title' is no pointer") == true)
      #expect(lines.last?.hasPrefix("corrections.tsv:3:82: error: '\\q' is no escape") == true)
    }
    let missing = try formconvert(Self.source, "--corrections", "missing.tsv")
    #expect(missing.status == 3)
    #expect(missing.messages == "missing.tsv: error: \(Command.noSuchFile)\n")
  }

  @Test func inspectShowsThem() throws {
    try write(["/forms/0/project/name", "高峰人才及其团队服务专项", "别的", "", "", ""])
    let result = try formconvert("inspect", Self.source, "--corrections", "corrections.tsv")
    #expect(result.text.contains("别的") && result.text.contains("value-corrected"))
  }

  @Test func everyCommandThatReadsFormsAppliesThem() throws {
    try write(["/forms/2/indicators/35/score", "", "1.1", "", "", ""])
    let checks = try formconvert("validate", Self.source, "--corrections", "corrections.tsv")
    #expect(checks.status == 1 && !checks.text.contains("[score-sum]"))
    #expect(try formconvert("validate", Self.source).text.contains("[score-sum]"))
    let changed = try formconvert(
      "diff", Self.source, Self.source, "--corrections", "corrections.tsv")
    #expect(changed.status == 0)
    #expect(try formconvert("-q", Self.source, "-o", "read.json").status == 0)
    let correction = try formconvert(
      "diff", "read.json", Self.source, "--corrections", "corrections.tsv")
    #expect(correction.status == 1 && correction.text.contains("1.1"))
    let collected = try formconvert(
      "collect", Self.source, "-o", "all.ndjson", "--corrections", "corrections.tsv")
    #expect(collected.status == 0)
    #expect(String(decoding: folder.bytes("all.ndjson") ?? [], as: UTF8.self).contains("\"1.1\""))
    let lines = try formconvert(
      Self.source, "--to", "ndjson", "-q", "--corrections", "corrections.tsv")
    #expect(
      lines.text.split(separator: "\n").last?.contains("\"corrections\":[{\"is\":\"1.1\"") == true)
    try folder.write(lines.output, to: "again.ndjson")
    #expect(try formconvert("again.ndjson", "-q").status == 0)
  }

  /// Corrections of other documents are kept for those, and told.
  @Test func correctionsOfOtherDocuments() throws {
    try write(["/forms/2/indicators/35/score", "", "1.1", "", "", ""])
    let other = Fixture.package.appending(path: "corpus/004_c5ac2ca95e2e7928/source.txt").path
    let result = try formconvert(other, "--corrections", "corrections.tsv")
    let expected =
      "corrections.tsv: note: corrections of documents that are not among the inputs: 1\n"
    #expect(result.status == 0 && result.messages.hasSuffix(expected))
    let page = try formconvert("report", other, "-o", "r.html", "--corrections", "corrections.tsv")
    #expect(page.messages == expected)
    let quiet = try formconvert(
      "report", other, "-q", "-o", "r.html", "--corrections", "corrections.tsv")
    #expect(quiet.status == 0 && quiet.messages.isEmpty)
  }
}
