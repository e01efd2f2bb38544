internal import ArgumentParser
internal import Forms
internal import IR
internal import LayoutFiles

/// `formconvert layouts`: lists, exports and checks layouts.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.layouts.rawValue,
    abstract: "List the layouts that are recognised, export one, or check a layout file.",
    discussion: """
      One line for each: the identifier that stands in the JSON, what its forms are for, what it \
      is, and the titles its forms are printed under. Layouts of your own come first: of two that \
      fit a form equally well, the first is taken, with a warning.

      For a layout of your own, export the one that is nearest to it, change it, and give the \
      file, or its folder, to --layouts.
      """)

  @OptionGroup var layouts: LayoutArguments

  @Option(help: ArgumentHelp("Print a layout as a YAML file.", valueName: "id"))
  var export: String?

  @Option(help: ArgumentHelp("Say what is wrong with a layout file.", valueName: "path"))
  var check: [String] = []

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    if export != nil, !check.isEmpty {
      throw UsageError(
        en: "--export prints a layout and --check looks at files; use one of them",
        zh: "--export 输出版式，--check 检查文件；两者只能用一个")
    }
    let catalog = try LayoutArguments.catalog(reading: check + layouts.paths)
    let text =
      if let export {
        try exported(export, from: catalog)
      } else if check.isEmpty {
        list(catalog.layouts)
      } else {
        summary(of: catalog)
      }
    try OutputStream.standardOutput.printWhole(text)
  }

  private func list(_ layouts: [Layout]) -> String {
    TextTable(rows: layouts.map(row), maximumWidths: [40, 20, 60, 60]).text
  }

  private func row(_ layout: Layout) -> [String] {
    [
      layout.id.visible, layout.kind.title(messages.language),
      layout.summary(messages.language).visible,
      layout.titles.map(\.visible).joined(separator: "\n"),
    ]
  }

  private func exported(_ id: String, from catalog: LayoutCatalog) throws(UsageError) -> String {
    guard let layout = catalog.layouts.first(where: { $0.id == id }) else {
      let known = catalog.layouts.map(\.id).joined(separator: ", ")
      throw UsageError(
        en: "no layout '\(id)'; there are \(known)",
        zh: "没有版式「\(id)」；已有：\(known)")
    }
    return LayoutYAML.text(
      of: layout, mappings: catalog.mappings, language: messages.language)
  }

  /// What the files describe, all of it being right.
  private func summary(of catalog: LayoutCatalog) -> String {
    let layouts = catalog.layouts.prefix(catalog.fileCounts.layouts).map(\.id.visible)
    let mappings = catalog.mappings.prefix(catalog.fileCounts.mappings).map {
      "\($0.source) → \($0.target)".visible
    }
    let none = LocalizedText(en: "none", zh: "无")(messages.language)
    let names = [layouts, mappings].map { $0.isEmpty ? none : $0.joined(separator: ", ") }
    return LocalizedText(
      en: "no mistakes; layouts: \(names[0]); mappings: \(names[1])\n",
      zh: "没有发现错误；版式：\(names[0])；映射：\(names[1])\n")(messages.language)
  }
}
