internal import ArgumentParser
internal import IR
internal import LayoutFiles

/// The command line.
@main
struct FormConvert: AsyncParsableCommand {
  /// The name of the program.
  static let name = "formconvert"
  /// The version of the program.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Read scanned budget performance forms into JSON a computer can compute with.",
    version: version,
    subcommands: [
      ConvertCommand.self, CheckCommand.self, DiffCommand.self, CollectCommand.self,
      NormalizeCommand.self, ValidateCommand.self, ReportCommand.self, InspectCommand.self,
      LayoutsCommand.self, ExplainCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: ConvertCommand.self)

  /// Runs the command the arguments name and ends the process with its status.
  static func main() async {
    CurrentProcess.ignoreWriteSignals()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let run = PlainCommandLine.run(arguments) { try await run.run() }
      try CommandName.checkHelp(arguments)
      var command = try parseAsRoot()
      if let command = command as? ConvertCommand {
        // By its own type: through the protocol it would leave the main thread, and starting
        // another one takes as long as converting a short input.
        try await command.run()
      } else if let command = command as? NormalizeCommand {
        try await command.run()
      } else if let command = command as? any AsyncParsableCommand {
        // It writes a file, and the next call may leave the main thread.
        if command is CollectCommand { StagedFiles.removeOnSignals() }
        var command = command
        try await command.run()
      } else {
        try command.run()
      }
      CurrentProcess.end(.done)
    } catch let status as ExitCode {
      CurrentProcess.end(ExitStatus(rawValue: status.rawValue) ?? .wrongUse)
    } catch let error as UsageError {
      end(.usage(error))
    } catch let error as CommandError {
      end(error)
    } catch let error as LayoutFileError {
      LayoutReport(language: Language.ofArguments ?? .ofLocale).print(error.problems)
      CurrentProcess.end(.wrongUse)
    } catch {
      end(with: error)
    }
  }

  /// Ends the process with why there is no answer.
  private static func end(_ error: CommandError) -> Never {
    OutputStream.standardError.print(error.line(Language.ofArguments ?? .ofLocale))
    CurrentProcess.end(error.status)
  }

  /// Says before the argument parser's own words, which are English, that the command line is wrong, and what to do.
  private static func tellWrongUse() {
    guard (Language.ofArguments ?? .ofLocale) == .chinese else { return }
    let word = CommandLine.arguments.dropFirst().first
    let command = word.flatMap(CommandName.init(rawValue:)) ?? .convert
    OutputStream.standardError.print(
      """
      \(name): \(Severity.error.title(.chinese)): 命令行有误，原因见下（英文）；\
      「\(name) help \(command.rawValue)」列出全部选项

      """)
  }

  /// Ends the process as the argument parser asks: with help, a version, or what was wrong.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    let text = message.isEmpty ? "" : message + "\n"
    guard code.isSuccess else {
      tellWrongUse()
      OutputStream.standardError.print(text)
      CurrentProcess.end(ExitStatus(rawValue: code.rawValue) ?? .wrongUse)
    }
    do throws(CommandError) {
      try OutputStream.standardOutput.printWhole(text)
      CurrentProcess.end(.done)
    } catch {
      end(error)
    }
  }
}
