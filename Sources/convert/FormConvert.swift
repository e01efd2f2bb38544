internal import ArgumentParser

/// The command line.
@main
struct FormConvert: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "formconvert")
}
