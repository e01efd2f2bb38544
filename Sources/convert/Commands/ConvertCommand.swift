internal import ArgumentParser
internal import Forms
internal import IR
internal import LayoutFiles
internal import Writers

/// `formconvert convert`: converts inputs.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.convert.rawValue,
    abstract: "Convert performance forms and tables.",
    discussion: """
      One input without -o goes to standard output. Several inputs, or a folder, need a folder \
      for their outputs; each output is named by its input's path below the inputs' common \
      folder, with the ending of the format at the end.

      A folder is taken recursively: files that end in .md .markdown .txt .tsv .tab .csv .html \
      .htm .xhtml .xls .xlsx, hidden ones left out, links to folders not followed.

      A workbook whose output ends in '/', such as -o out.xlsx/, is written as a folder: the XML \
      parts of its package, one element a line, to be compared and reviewed. The folder has to \
      be new, or hold nothing but such parts, which are replaced.

      Exit status: 0 done; 1 done, with an error diagnostic, or a warning under --strict; \
      2 wrong use; 3 an input could not be read, or its text is not all accounted for; 4 an \
      output could not be written. A batch goes on and returns the highest.
      """)

  @Argument(help: "Files and folders to convert; '-' is standard input.")
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write: a file, or a folder.", valueName: "path"))
  var output: String?

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @OptionGroup var change: ChangeArguments

  @Option(
    help: ArgumentHelp(
      "The format to write (default: that of the output's name, else json).", valueName: "format"))
  var to: OutputFormat?

  @Option(help: "Whom tab-separated text is for: other programs, or Excel.")
  var dialect: TSVDialect?

  @Flag(help: "Keep Excel from taking text for formulas, with a tab before it.")
  var guardFormulas = false

  @Flag(help: "Write tables with merged cells as HTML, since tables of markdown have none.")
  var keepMerged = false

  @Flag(help: "Indent the JSON.")
  var pretty = false

  @Flag(help: "Say where every value stands in the source.")
  var provenance = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What to write: the forms, or the tables as they are.", valueName: "content"))
  var content = Conversion.Content.forms

  @Flag(
    help: ArgumentHelp(
      """
      Leave outputs that are up to date: made of the same bytes by the same program with the same \
      options, as a hidden file beside them tells. A batch that was interrupted is resumed so.
      """))
  var skipExisting = false

  @OptionGroup var telling: DiagnosticArguments

  @OptionGroup var messages: LanguageArguments

  @OptionGroup var jobs: JobArguments

  func run() async throws {
    let run = ConversionRun(
      inputs: inputs, output: output, format: to, isStrict: telling.strict, isQuiet: telling.quiet,
      diagnostics: telling.diagnostics, language: messages.language(in: telling.diagnostics),
      jobCount: try jobs.count,
      correctionPath: correcting.corrections, settings: skipExisting ? settings : nil,
      conversion: conversion)
    try await run.run()
  }

  private func conversion(to format: OutputFormat) throws -> Conversion {
    try check(format)
    var conversion = Conversion()
    conversion.reading = try reading.options
    let catalog = try layouts.catalog
    conversion.layouts = catalog.set
    conversion.writing.isIndented = pretty
    conversion.writing.includesProvenance = provenance
    conversion.writing.language = messages.lang ?? .english
    conversion.content = content
    conversion.corrections = try correcting.list(messages.language)
    conversion.change = try change.change(
      catalog.set, catalog.mappings, reading: conversion.reading)
    conversion.reportsChange = change.isReported
    conversion.format = format
    conversion.dialect = dialect ?? .iana
    conversion.guardsFormulas = guardFormulas
    conversion.keepsMerged = keepMerged
    conversion.language = messages.language(in: telling.diagnostics)
    conversion.minimumSeverity = telling.quiet ? .error : .note
    return conversion
  }

  /// Makes sure that the options go with the format.
  private func check(_ format: OutputFormat) throws(UsageError) {
    if change.isReported, telling.diagnostics != .text {
      let option = "--diagnostics \(telling.diagnostics.rawValue)"
      throw UsageError(
        en: "--report is for people; leave it out with \(option)",
        zh: "--report 是给人看的；用 \(option) 时请去掉它")
    }
    if change.layout != nil, content == .tables {
      throw UsageError(
        en: "--layout is for forms; leave it out with --as tables",
        zh: "--layout 只用于表的内容；用 --as tables 时请去掉它")
    }
    if provenance, content == .tables {
      throw UsageError(
        en: "--provenance is for forms; leave it out with --as tables",
        zh: "--provenance 只用于表的内容；用 --as tables 时请去掉它")
    }
    if format != .json, provenance || pretty {
      let option = provenance ? "--provenance" : "--pretty"
      throw UsageError(
        en: "\(option) is for JSON; leave it out with --to \(format.rawValue)",
        zh: "\(option) 只用于 JSON；用 --to \(format.rawValue) 时请去掉它")
    }
    if dialect != nil, format != .tsv {
      throw UsageError(
        en: "--dialect is for tab-separated text; add '--to tsv'",
        zh: "--dialect 只用于制表符分隔文本；请加「--to tsv」")
    }
    if guardFormulas, dialect != .excel, format != .csv {
      throw UsageError(
        en: "--guard-formulas is for Excel; add '--dialect excel', or '--to csv'",
        zh: "--guard-formulas 只用于 Excel；请加「--dialect excel」或「--to csv」")
    }
    if keepMerged, format != .markdown {
      throw UsageError(
        en: "--keep-merged is for markdown; leave it out with --to \(format.rawValue)",
        zh: "--keep-merged 只用于 markdown；用 --to \(format.rawValue) 时请去掉它")
    }
  }
}

extension Conversion.Content: ExpressibleByArgument {}
