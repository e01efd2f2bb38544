internal import ArgumentParser
internal import Forms
internal import IR
internal import Readers

/// `formconvert diff`: shows what changed between two readings of forms.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.diff.rawValue,
    abstract: "Show what changed in the forms of two files.",
    discussion: """
      The files may be in any format, so that two scans of a document, two years of a project or a \
      document and its JSON are compared. Forms are those of the same project by its name, its code \
      or its indicators; indicators and rows are those of the same name. Where they stand makes no \
      difference.

      Exit status: 0 nothing differs; 1 something does; 2 wrong use; 3 an input could not be read.
      """)

  @Argument(help: "The file to compare with; '-' is standard input.")
  var first: String

  @Argument(help: "The file that may have changed; '-' is standard input.")
  var second: String

  @Option(help: "How to report: text or json.")
  var format = DocumentDifference.Format.text

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    if first == "-", second == "-" {
      throw UsageError(
        en: "standard input ('-') can be one of the two files only",
        zh: "标准输入（-）只能作为两个文件之一")
    }
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    let difference = DocumentDifference(
      first: try conversion.forms(of: first, messages.language),
      second: try conversion.forms(of: second, messages.language))
    try OutputStream.standardOutput.printWhole(difference.text(format, messages.language))
    throw ExitCode((difference.isEmpty ? ExitStatus.done : .diagnosed).rawValue)
  }
}

extension DocumentDifference.Format: ExpressibleByArgument {}

extension Conversion {
  /// The forms of a file.
  fileprivate func forms(
    of path: String, _ language: Language
  ) throws -> DocumentDifference.Side {
    let file = InputFile(path: path)
    let name = file.displayName(language)
    if !file.isStandardInput, (try? CLibrary.status(of: path))?.kind == .folder {
      throw UsageError(
        en: "diff compares two files, but '\(path)' is a folder; name a file in it",
        zh: "diff 比较两个文件，而「\(path)」是文件夹；请指定其中的一个文件")
    }
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
