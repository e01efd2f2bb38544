internal import ArgumentParser
internal import IR

/// `formconvert layouts`: lists the layouts that are recognised.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts",
    abstract: "List the layouts that are recognised.")

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let rows = Self.layouts.map { [$0.identifier, $0.title, $0.summary(messages.language)] }
    try OutputStream.standardOutput.printWhole(
      TextTable(rows: rows, maximumWidths: [40, 60, 200]).text)
  }

  /// What is said about one layout.
  private struct Row {
    let identifier: String
    let title: String
    let summary: LocalizedText
  }

  private static let layouts = [
    Row(
      identifier: "2019", title: "财政支出项目绩效目标申报表",
      summary: LocalizedText(en: "declaration of targets, up to 2019", zh: "绩效目标申报，2019年及以前")),
    Row(
      identifier: "2020-self-evaluation", title: "财政项目支出绩效自评表",
      summary: LocalizedText(en: "self-evaluation, from 2020", zh: "绩效自评，2020年起")),
    Row(
      identifier: "2023", title: "财政项目支出绩效目标申报表",
      summary: LocalizedText(en: "declaration of targets of districts", zh: "绩效目标申报，区级")),
    Row(
      identifier: "2024", title: "财政项目支出绩效目标申报表",
      summary: LocalizedText(en: "declaration of targets, from 2024", zh: "绩效目标申报，2024年起")),
  ]
}
