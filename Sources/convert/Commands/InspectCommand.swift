internal import ArgumentParser
internal import IR
internal import Readers

/// `formconvert inspect`: shows a person what is in an input.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.inspect.rawValue,
    abstract: "Show the forms of a file, and what was repaired or is in doubt.")

  @Argument(help: "The file to look at; '-' is standard input.")
  var input: String?

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    guard let input else { throw UsageError.noInput }
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.corrections = try correcting.list(messages.language)
    let file = InputFile(path: input)
    let name = file.displayName(messages.language)
    if !file.isStandardInput, (try? CLibrary.status(of: input))?.kind == .folder {
      throw UsageError(
        en: "inspect takes one file, but '\(input)' is a folder; name a file in it",
        zh: "inspect 只看一个文件，而「\(input)」是文件夹；请指定其中的一个文件")
    }
    let text: String
    do throws(InputError) {
      text = try inspect(file, conversion)
    } catch {
      throw CommandError.input(name, error)
    }
    try OutputStream.standardOutput.printWhole(text)
  }

  private func inspect(
    _ file: InputFile, _ conversion: Conversion
  ) throws(InputError) -> String {
    let source = try conversion.read(file)
    var inspection = Inspection(source, name: file.displayName(messages.language))
    do throws(ReadError) {
      try conversion.recognize(source) { found, _ in inspection.append(found) }
    } catch {
      throw InputError(error)
    }
    return inspection.text(messages.language, style: Style())
  }
}
