import Foundation
import TestSupport
import Testing

/// What the command says, and how it ends, when something cannot be done.
struct FailureTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "a.md")
  }

  @Test(
    arguments: [
      ["--no-such-flag", "a.md"], ["a.md", "--to", "docx"], ["a.md", "--jobs", "0"],
      ["a.md", "--encoding", "klingon"], ["a.md", "--max-input-bytes", "-1"], [],
      ["explain", "no-such-code"], ["-", "-", "-o", "out"], ["convert", ""], ["a.md", "-o", ""],
      ["a.md", "--as", "tables", "--provenance"], ["a.md", "--jobs", "-1"],
    ])
  func wrongUse(_ arguments: [String]) throws {
    let result = try formconvert.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty && !result.messages.isEmpty)
    #expect(folder.files == ["a.md"])
  }

  /// What is written like an option may have been meant for an input: it is named, and not the
  /// input that is missing then.
  @Test(arguments: ["convert", "check", "collect", "normalize", "validate", "report", "inspect"])
  func unknownOptionsAreNamedFirst(_ command: String) throws {
    for arguments in [[command, "--nope"], command == "convert" ? ["--nope"] : []]
    where !arguments.isEmpty {
      let result = try formconvert.run(arguments)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.messages.hasPrefix("Error: Unknown option '--nope'"), "\(result.messages)")
    }
    let nothing = try formconvert(command)
    #expect(nothing.status == 2 && nothing.output.isEmpty)
    #expect(nothing.messages.contains("there is no input; name files or folders"))
  }

  @Test func collectNeedsAnOutput() throws {
    let result = try formconvert("collect", "a.md")
    #expect(result.status == 2 && result.messages.contains("name a file with -o"))
  }

  @Test func severalInputsNeedAFolder() throws {
    let result = try formconvert("a.md", "b.md")
    #expect(result.status == 2 && result.messages.contains("-o FOLDER"))
    #expect(try formconvert(".").status == 2)
  }

  @Test func folderIsNotNamedLikeAFile() throws {
    let result = try formconvert("a.md", "b.md", "-o", "out.json")
    #expect(result.status == 2 && result.messages.contains("several inputs need a folder"))
    #expect(try formconvert(".", "-o", "out.json").status == 2)
    #expect(folder.files == ["a.md"])
    #expect(try formconvert(".", "-o", "out.json/").status == 0)
    #expect(folder.files == ["a.md", "out.json/a.md.json"])
  }

  @Test func misspeltCommand() throws {
    let result = try formconvert("convrt", "a.md")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.messages
        == "formconvert: error: unknown command 'convrt'; did you mean 'convert'?\n")
    #expect(try formconvert("insepct", "a.md", "--lang", "zh").messages.contains("「inspect」"))
    // A file of that name is an input, and so is what stands after a command.
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "schemas")
    #expect(try formconvert("schemas").status == 0)
    #expect(try formconvert("convert", "convrt").status == 3)
  }

  @Test(arguments: [["--max-input-bytes", "-1"], ["--max-input-bytes=-1"]])
  func negativeLimit(_ option: [String]) throws {
    let result = try formconvert.run(["a.md"] + option)
    #expect(result.messages.contains("--max-input-bytes must be from 0 to 2147483647"))
  }

  @Test func missingFile() throws {
    let result = try formconvert("b.md")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.messages == "b.md: error: \(Command.noSuchFile)\n")
  }

  @Test func messagesFollowLocaleAndFlag() throws {
    let chinese = ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]
    let expected = "b.md: 错误: 没有这个文件或文件夹；请检查名字，带空格的名字要加引号\n"
    #expect(try formconvert("b.md", environment: chinese).messages == expected)
    #expect(try formconvert("b.md", "--lang", "zh").messages == expected)
    let english = try formconvert("b.md", "--lang", "en", environment: chinese)
    #expect(english.messages == "b.md: error: \(Command.noSuchFile)\n")
    #expect(try formconvert("a.md", "a.md", "--lang", "zh").messages.contains("错误: 输入不止一个"))
  }

  /// Every error says what to do, in both languages.
  @Test(arguments: [
    ("missing/", ["a.md", "--layouts", "missing/"], 2, "check the name", "请检查名字"),
    ("loop.md", ["loop.md"], 3, "name the file that is meant", "请直接写要读的文件"),
    ("cut.json", ["cut.json"], 3, "it was cut off, so make or copy it again", "请重新生成或复制"),
    ("formconvert", ["report", "a.md", "-o", "no/way/"], 2, "name the page", "请写出网页的文件名"),
    ("a.md", ["a.md", "-o", "a.md/b.json"], 4, "choose another name or place", "请另选名字或位置"),
  ])
  func whatToDoIsSaid(
    _ subject: String, _ arguments: [String], _ status: Int, _ english: String, _ chinese: String
  ) throws {
    try folder.write(#"{"format":"formconvert","forms":[{"title":"某"#, to: "cut.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "loop.md").path, withDestinationPath: "loop.md")
    for (language, advice) in [("en", english), ("zh", chinese)] {
      let result = try formconvert.run(arguments + ["--lang", language])
      #expect(result.status == status && result.messages.contains(advice), "\(result.messages)")
      #expect(result.messages.contains(subject))
    }
  }

  /// What the argument parser says is English; in Chinese it is told first what that is, and where help is.
  @Test(arguments: [
    ("convert", ["a.md", "--nope"]), ("convert", ["a.md", "--to", "docx"]),
    ("check", ["check", "a.md", "--jobs", "x"]), ("diff", ["diff", "a.md"]),
  ])
  func wrongOptionsInChinese(_ command: String, _ arguments: [String]) throws {
    let result = try formconvert.run(
      Command.executable, arguments, input: [], environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(result.status == 2)
    #expect(
      result.messages.hasPrefix(
        "formconvert: 错误: 命令行有误，原因见下（英文）；「formconvert help \(command)」列出全部选项\nError: "))
    #expect(try formconvert.run(arguments).messages.hasPrefix("Error: "))
  }

  /// Text of which neither name nor look says how it is written is taken for text; what to do is told.
  @Test(arguments: [[], ["--as", "tables"]])
  func textThatMayBeSeparatedValues(_ options: [String]) throws {
    let input = Array("a,b\n1,2\n".utf8)
    func messages(_ arguments: [String]) throws -> String {
      try formconvert.run(
        Command.executable, arguments + options, input: input, environment: [:]
      ).messages
    }
    let advice = "'--from' names another format, such as '--from csv' [no-table]\n"
    #expect(try messages(["-"]).hasSuffix(advice))
    #expect(try !messages(["-", "--from", "csv"]).contains("no-table"))
    #expect(try !messages(["-", "--from", "markdown"]).contains("no-table"))
    // The name of a file says it.
    try folder.write(input, to: "text.md")
    #expect(try !messages(["text.md"]).contains("no-table"))
  }

  /// A check that checks nothing must not pass.
  @Test(arguments: ["check", "validate", "report"])
  func expectationsAreNoInputs(command: String) throws {
    try folder.write(Array("{}".utf8), to: "a.md.expected.json")
    let result = try formconvert(command, "a.md.expected.json")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages.contains("only expectations of 'check' are named"))
  }

  /// Archives made on Windows hold names in GBK, which are not found again as UTF-8.
  @Test func aNameInAnotherEncodingIsTold() throws {
    let name = #"in/$(printf '\xb1\xed.md')"#
    let result = try formconvert.shell(
      #"mkdir in; cp a.md in/b.md; cp a.md "\#(name)"; "$0" in -q -o out; "$0" -q "\#(name)""#)
    #expect(result.status == 3)
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("the name is not UTF-8") })
    #expect(folder.bytes("out/b.md.json") != nil)
  }

  @Test func picture() throws {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header: [UInt8] = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6]
    try folder.write(signature + header + [0, 0, 0, 0x1F, 0x15, 0xC4, 0x89], to: "a.png")
    let result = try formconvert("a.png", "-o", "b.json")
    #expect(result.status == 3)
    #expect(result.messages.hasPrefix("a.png:") && result.messages.contains("error: "))
    #expect(folder.bytes("b.json") == nil)
  }

  @Test func emptyFile() throws {
    try folder.write("", to: "empty.md")
    let result = try formconvert("empty.md")
    #expect([0, 3].contains(result.status))
    #expect(result.messages.hasPrefix("empty.md: "))
  }

  /// Reading the memory of a process from its start fails for everybody, the superuser too.
  @Test func inputThatCannotBeRead() throws {
    let result = try formconvert("/proc/self/mem")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.messages.hasPrefix("/proc/self/mem: error: "))
  }

  @Test func fullDisk() throws {
    let result = try formconvert("a.md", "-o", "/dev/full")
    #expect(result.status == 4)
    #expect(
      result.messages.contains("cannot write '/dev/full': no space left on device; make room, or "))
    for command in ["report", "collect"] {
      let result = try formconvert(command, "a.md", "-o", "a.md/x.html")
      #expect(result.status == 4)
      let message = "cannot write 'a.md/x.html': not a directory; choose another name or place\n"
      #expect(result.messages.hasSuffix(message))
    }
    let standardOutput = try formconvert.shell("\"$0\" a.md > /dev/full")
    #expect(standardOutput.status == 4)
    #expect(standardOutput.messages.contains("cannot write to standard output: no space left"))
    #expect(try formconvert.shell("test -c /dev/full").status == 0)
  }

  /// What the argument parser makes is output too.
  @Test(arguments: ["--help", "help convert", "--version", "--generate-completion-script bash"])
  func fullDiskForHelp(arguments: String) throws {
    let result = try formconvert.shell("\"$0\" \(arguments) > /dev/full")
    #expect(result.status == 4)
    #expect(
      result.messages
        == "formconvert: error: cannot write to standard output: no space left on device; "
        + "make room, or write to another disk\n")
  }

  @Test func outputThatCannotBeWrittenLeavesNothing() throws {
    let result = try formconvert.shell("ulimit -f 0; \"$0\" a.md -o b.json 2>/dev/full")
    #expect(result.status == 4)
    #expect(folder.files == ["a.md"])
  }

  @Test func oldOutputStaysWhenTheNewOneFails() throws {
    try folder.write("old", to: "b.json")
    #expect(try formconvert.shell("ulimit -f 0; \"$0\" a.md -o b.json 2>/dev/full").status == 4)
    #expect(folder.bytes("b.json") == Array("old".utf8))
    #expect(folder.files == ["a.md", "b.json"])
  }

  @Test func fileInTheWayOfAFolder() throws {
    let result = try formconvert("a.md", "-o", "a.md/b.json")
    #expect(result.status == 4 && result.messages.contains("a.md/b.json"))
  }

  /// Whoever reads has gone before anything is written.
  @Test(arguments: ["schema", "convert a.md", "explain", "inspect a.md"])
  func closedPipeEndsQuietly(_ arguments: String) throws {
    let script =
      "(sleep 0.3; \"$0\" \(arguments) -q 2>messages || echo $? >status) | true; sleep 0.6"
    let quiet = arguments.hasPrefix("convert") ? script : script.replacing(" -q", with: "")
    #expect(try formconvert.shell(quiet).messages.isEmpty)
    #expect(folder.bytes("status") == nil)
    #expect(folder.bytes("messages") == [])
  }

  @Test func namesCannotSteerTheTerminal() throws {
    let result = try formconvert("\u{1B}[2J\u{202E}.md")
    #expect(result.messages == "\\u{1B}[2J\\u{202E}.md: error: \(Command.noSuchFile)\n")
  }

  /// libxml2 prints some faults of encoded parts by itself; the only message is ours.
  @Test(arguments: ["GB18030", "UTF-32", "UTF-7"])
  func librariesSayNothing(_ encoding: String) throws {
    let sheet =
      Array(
        """
        <?xml version="1.0" encoding="\(encoding)"?>\
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
        <row><c t="inlineStr"><is><t>
        """.utf8) + [UInt8](repeating: 0x61, count: 5_000) + [0xFF, 0xFE, 0x81]
      + [UInt8](repeating: 0x62, count: 100_000)
    var package = PackageMaker(sheets: ["<sheetData></sheetData>"])
    for index in package.parts.indices where package.parts[index].name.hasSuffix("/sheet1.xml") {
      package.parts[index].content = sheet
    }
    try folder.write(package.bytes, to: "a.xlsx")
    let result = try formconvert("--as", "tables", "a.xlsx")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(
      result.messages
        == "a.xlsx: error: the XLSX file is damaged: part 'xl/worksheets/sheet1.xml' is not "
        + "well-formed XML (line 1)\n")
  }
}
