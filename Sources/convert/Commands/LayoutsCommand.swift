internal import ArgumentParser
internal import Forms
internal import IR

/// `formconvert layouts`: lists the layouts that are recognised.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts",
    abstract: "List the layouts that are recognised.",
    discussion: """
      One line for each: the identifier that stands in the JSON, what its forms are for, what it \
      is, and the titles its forms are printed under.
      """)

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let rows = Layout.builtIn.map(row)
    try OutputStream.standardOutput.printWhole(
      TextTable(rows: rows, maximumWidths: [40, 20, 60, 60]).text)
  }

  private func row(_ layout: Layout) -> [String] {
    [
      layout.id, layout.kind.title(messages.language), layout.summary(messages.language),
      layout.titles.joined(separator: "\n"),
    ]
  }
}
