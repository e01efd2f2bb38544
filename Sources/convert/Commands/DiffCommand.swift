internal import ArgumentParser
internal import Forms
internal import IR
internal import Readers

/// `formconvert diff`: shows what changed between two readings of forms.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.diff.rawValue,
    abstract: "Show what changed in the forms of two files or two folders.",
    discussion: """
      The files may be in any format, so that two scans of a document, two years of a project or a \
      document and its JSON are compared. Forms are those of the same project by its name, its code \
      or its indicators; indicators and rows are those of the same name. Where they stand makes no \
      difference.

      Of two folders, files of the same path below them are compared; a file without such a \
      partner with the one that has another ending, such as scans/a.md with json/a.md.json. What \
      only one folder has is a difference. JSON is taken from folders too, expectations of 'check' \
      are not.

      Exit status: 0 nothing differs; 1 something does; 2 wrong use; 3 an input could not be read.
      """)

  @Argument(help: "The file or folder to compare with; '-' is standard input.")
  var first: String

  @Argument(help: "The file or folder that may have changed; '-' is standard input.")
  var second: String

  @Option(help: "How to report what differs.")
  var format = DocumentDifference.Format.text

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @OptionGroup var jobs: JobArguments

  @OptionGroup var messages: LanguageArguments

  func run() async throws {
    let areFolders = try checkArguments()
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.corrections = try correcting.list(messages.language)
    if areFolders {
      let difference = try await folderDifference(conversion, jobCount: try jobs.count)
      try OutputStream.standardOutput.printWhole(
        difference.text(format, messages.language(in: format)))
      tellWithoutForms(difference.namesWithoutForms)
      for error in difference.unreadable {
        OutputStream.standardError.print(error.line(messages.language))
      }
      throw ExitCode(difference.status.rawValue)
    }
    let difference = try conversion.difference(
      InputFile(path: first), InputFile(path: second), messages.language
    ).get()
    try OutputStream.standardOutput.printWhole(
      difference.text(format, messages.language(in: format)))
    tellWithoutForms(difference.namesWithoutForms)
    throw ExitCode((difference.isEmpty ? ExitStatus.done : .diagnosed).rawValue)
  }

  /// Names the files in which there was nothing to compare; that nothing differs says little then.
  private func tellWithoutForms(_ names: [String]) {
    let message = LocalizedText(
      en: "no performance form found; only forms are compared", zh: "没有找到绩效表；只比较绩效表")
    for name in names {
      OutputStream.standardError.print(Severity.warning.line(name, message, messages.language))
    }
  }

  /// Makes sure that two files or two folders are named, and says whether they are folders.
  private func checkArguments() throws(UsageError) -> Bool {
    if first == "-", second == "-" {
      throw UsageError(
        en: "standard input ('-') can be one of the two files only",
        zh: "标准输入（-）只能作为两个文件之一")
    }
    let folders = [first, second].filter { path in
      path != "-" && (try? CLibrary.status(of: path))?.kind == .folder
    }
    guard folders.count == 1 else { return !folders.isEmpty }
    throw UsageError(
      en: "'\(folders[0])' is a folder and the other is not; name two files or two folders",
      zh: "「\(folders[0])」是文件夹，另一个不是；请写两个文件或两个文件夹")
  }

  private func folderDifference(
    _ conversion: Conversion, jobCount: Int?
  ) async throws -> FolderDifference {
    let files = FilePairs(try ComparedFile.all(in: first), try ComparedFile.all(in: second))
    let (pairs, language) = (files.pairs, messages.language)
    var difference = FolderDifference(files)
    await OrderedWork(count: pairs.count, jobCount: jobCount).run {
      let pair = pairs[$0]
      return (pair, conversion.difference(pair.first.input, pair.second.input, language))
    } use: {
      difference.append($0.1, of: $0.0)
    }
    return difference
  }
}

extension DocumentDifference.Format: ExpressibleByArgument {}

extension Conversion {
  /// What differs between the forms of two files.
  fileprivate func difference(
    _ first: InputFile, _ second: InputFile, _ language: Language
  ) -> Result<DocumentDifference, CommandError> {
    Result { () throws(CommandError) in
      DocumentDifference(
        first: try forms(of: first, language), second: try forms(of: second, language))
    }
  }

  /// The forms of a file.
  private func forms(
    of file: InputFile, _ language: Language
  ) throws(CommandError) -> DocumentDifference.Side {
    let name = file.displayName(language)
    var side = DocumentDifference.Side(name: name)
    do throws(InputError) {
      let source = try read(file)
      do throws(ReadError) {
        try recognize(source) { found, _ in side.forms += found.forms }
      } catch {
        throw InputError(error)
      }
    } catch {
      throw CommandError.input(name, error)
    }
    return side
  }
}
