internal import ArgumentParser

/// `formconvert normalize`: brings forms of older layouts into that of 2024.
struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.normalize.rawValue,
    abstract: "Bring forms of older layouts into the layout of 2024, reversibly.",
    discussion: """
      As 'convert --layout 2024'. What has no place in the layout is carried along, in the JSON \
      under 'carried', in other formats in a table 附：原表信息 below the form; '--layout 2019' on \
      the result gives the original form again. --report says what became of every value: mapped, \
      reformatted, carried or absent.
      """)

  @OptionGroup var command: ConvertCommand

  func run() async throws {
    var command = command
    command.change.layout = command.change.layout ?? "2024"
    try await command.run()
  }
}
