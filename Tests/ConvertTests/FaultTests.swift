import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What a run leaves behind when something fails in the middle of it.
struct FaultTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private func writeInputs(_ count: Int) throws {
    for index in 0..<count {
      try folder.write("| 甲 | 乙 |\n|---|---|\n| \(index) | 2 |\n", to: "in/\(index).md")
    }
  }

  private var outputs: [String] { folder.files.filter { $0.hasPrefix("out/") } }

  /// Every output is whole: its last byte is that of the JSON.
  private func expectWholeOutputs() {
    for path in outputs {
      #expect(path.hasSuffix(".md.json"), "\(path) is left behind")
      #expect(folder.bytes(path)?.last == UInt8(ascii: "}"), "\(path) is not whole")
    }
  }

  // MARK: Signals

  /// Ends a batch in the middle by a signal.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesWhatIsDone(_ signal: Int32) throws {
    try writeInputs(10_000)
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = ["in", "-o", "out", "--quiet", "--skip-existing"]
    process.currentDirectoryURL = folder.url
    try process.run()
    let out = folder.url.appending(path: "out").path
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline,
      (try? FileManager.default.contentsOfDirectory(atPath: out).count) ?? 0 < 20
    {
      usleep(1_000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let done = outputs.filter { !$0.hasSuffix(".formconvert-done") }
    #expect((15..<10_000).contains(done.count), "\(done.count) outputs")
    #expect(!outputs.contains { $0.hasSuffix(".tmp") })
    for path in done { #expect(folder.bytes(path)?.last == UInt8(ascii: "}"), "\(path)") }
  }

  @Test func ignoredSignalsStayIgnored() throws {
    try writeInputs(1)
    let result = try formconvert.shell(
      "trap '' HUP; \"$0\" in -o out -q & sleep 0.05; kill -HUP $! 2>/dev/null; wait $!")
    #expect(result.status == 0)
    #expect(outputs == ["out/0.md.json"])
  }

  // MARK: Inputs

  /// A file that shrinks gives what is read of it, and never more than there is.
  @Test func aFileThatShrinks() throws {
    let row = "| 甲 | 乙 |\n"
    let whole = row + "|---|---|\n" + String(repeating: row, count: 200_000)
    try folder.write(whole, to: "a.md")
    let result = try formconvert.shell(
      "\"$0\" a.md -q --as tables -o a.json & for i in 9 8 7 6 5 4 3 2 1; do truncate -s ${i}00000 a.md; done; wait $!"
    )
    #expect([0, 1, 3].contains(result.status), "\(result.status)")
    if result.status != 3 {
      let text = String(decoding: try #require(folder.bytes("a.json")), as: UTF8.self)
      #expect(text.hasSuffix("\"version\":1}"))
    }
    #expect(!folder.files.contains { $0.hasSuffix(".tmp") })
  }

  // MARK: Outputs

  /// A limit on the size of files stops the second output in the middle, as a full disk would.
  @Test func aFullDiskLeavesWhatIsDone() throws {
    try writeInputs(2)
    let row = "| 甲 | 乙 |\n"
    try folder.write(
      row + "|---|---|\n" + String(repeating: row, count: 50_000), to: "in/large.md")
    let result = try formconvert.shell("ulimit -f 200; \"$0\" in -o out -q 2>messages")
    #expect(result.status == 4)
    #expect(outputs == ["out/0.md.json", "out/1.md.json"])
    expectWholeOutputs()
    let messages = String(decoding: folder.bytes("messages") ?? [], as: UTF8.self)
    #expect(messages.contains("in/large.md: error: cannot write 'out/large.md.json'"))
  }

  /// What is kept in a temporary file cannot be read again, as on a broken disk: the file is cut
  /// short when it is complete, which is when the first byte of the output comes.
  @Test func aTemporaryFileThatCannotBeReadAgain() throws {
    let row = "| " + String(repeating: "字", count: 400) + " | 乙 |\n"
    try folder.write(
      "| 甲 | 乙 |\n|---|---|\n" + String(repeating: row, count: 10_000), to: "a.md")
    let result = try formconvert.shell(
      """
      mkdir kept; export TMPDIR=$PWD/kept; mkfifo out
      "$0" a.md --as tables >out & run=$!
      exec 3<out; head -c 1 <&3 >/dev/null
      for file in /proc/$run/fd/*; do
        case $(readlink "$file") in "$TMPDIR"/*) truncate -s 0 "$file"; echo cut ;; esac
      done
      cat <&3 >/dev/null; wait $run
      """)
    #expect(result.status == 4 && result.text == "cut\n", "\(result.text)")
    #expect(
      result.messages == """
        formconvert: error: what was kept in a temporary file cannot be read again; name another \
        folder in TMPDIR

        """)
    #expect(!folder.files.contains { $0.hasPrefix("kept/") })
  }

  @Test func aFolderThatMayNotBeWrittenTo() throws {
    try writeInputs(2)
    // The superuser may write anywhere, so the run is somebody else's then.
    let script = """
      mkdir closed; chmod 755 .; chmod 555 closed
      run=; [ "$(id -u)" -ne 0 ] || run="setpriv --reuid=65534 --regid=65534 --clear-groups"
      $run "$0" in -o closed/out -q
      """
    let result = try formconvert.shell(script)
    #expect(result.status == 4)
    #expect(
      result.messages.contains(
        "cannot write 'closed/out/0.md.json': permission denied; choose a place"),
      "\(result.messages)")
    #expect(!folder.files.contains { $0.hasPrefix("closed") })
  }

  @Test func anInputThatMayNotBeRead() throws {
    try writeInputs(2)
    let script = """
      chmod 755 .; chmod 000 in/1.md; mkdir -m 777 out; mkdir -m 000 in/shut
      run=; [ "$(id -u)" -ne 0 ] || run="setpriv --reuid=65534 --regid=65534 --clear-groups"
      $run "$0" in -o out -q; status=$?; chmod 755 in/shut; exit $status
      """
    let result = try formconvert.shell(script)
    #expect(result.status == 3)
    #expect(
      result.messages
        == ["in/1.md", "in/shut"].map {
          "\($0): error: permission denied; allow reading it, such as with 'chmod u+r', "
            + "or ask its owner to\n"
        }.joined())
    #expect(outputs == ["out/0.md.json"])
  }

  @Test func twoRunsIntoOneFolder() throws {
    try writeInputs(200)
    let result = try formconvert.shell(
      "\"$0\" in -o out -q --skip-existing & \"$0\" in -o out -q --skip-existing; one=$?; wait $!; exit $((one + $?))"
    )
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs.filter { $0.hasSuffix(".md.json") }.count == 200)
    #expect(!outputs.contains { $0.hasSuffix(".tmp") })
    let again = try formconvert("in", "-o", "out", "--skip-existing")
    #expect(again.messages.hasSuffix("left as they are: 200\n"))
    let alone = try formconvert("in", "-o", "alone", "-q")
    #expect(alone.status == 0)
    for index in 0..<200 {
      #expect(folder.bytes("out/\(index).md.json") == folder.bytes("alone/\(index).md.json"))
    }
  }

  @Test func aStagedFileOfAnEarlierRunIsInNobodysWay() throws {
    try writeInputs(1)
    // The name has the number of the process, which the shell passes on to the command.
    let result = try formconvert.shell(
      "mkdir out; touch out/.formconvert-$$-0-0.tmp; exec \"$0\" in -o out -q")
    #expect(result.status == 0, "\(result.messages)")
    #expect(folder.bytes("out/0.md.json")?.last == UInt8(ascii: "}"))
  }
}
