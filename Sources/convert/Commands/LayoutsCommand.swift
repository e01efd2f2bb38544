internal import ArgumentParser
internal import Forms
internal import IR

/// `formconvert layouts`: lists the layouts that are recognised.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts",
    abstract: "List the layouts that are recognised.")

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let rows = Layout.builtIn.map { layout in
      [layout.id, layout.summary(messages.language), layout.titles.joined(separator: "\n")]
    }
    let table = TextTable(rows: rows, maximumWidths: [30, 60, 60])
    try OutputStream.standardOutput.printWhole(table.text)
  }
}
