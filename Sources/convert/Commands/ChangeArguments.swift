internal import ArgumentParser
internal import Forms
internal import IR
internal import Readers

/// The options of commands that bring forms into another layout.
struct ChangeArguments: ParsableArguments {
  @Option(help: "The layout to bring the forms into, such as 2024; or back into, such as 2019.")
  var layout: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A value that the forms do not have, such as 主管部门=某局; may be given several times.",
      valueName: "label=value"))
  var values: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Such values for each project: tab-separated text whose first row has 项目名称 and the \
      labels, and each further row a project's name and the values.
      """, valueName: "file"))
  var setFile: String?

  @Flag(name: .customLong("report"), help: "Say what became of every value.")
  var isReported = false

  /// The change that is asked for; `nil` when none is.
  func change(_ layouts: LayoutSet, _ mappings: [LayoutMapping]) throws -> LayoutChange? {
    guard let layout else {
      guard values.isEmpty, setFile == nil, !isReported else {
        throw UsageError(
          en: "--set, --set-file and --report go with a change of layout; add '--layout 2024'",
          zh: "--set、--set-file 和 --report 只用于转换版式；请加「--layout 2024」")
      }
      return nil
    }
    let normalizer = FormNormalizer(layouts: layouts, mappings: mappings)
    guard layouts[layout] != nil else {
      throw UsageError(NormalizationError.unknownLayout(layout).message)
    }
    return LayoutChange(
      layout: layout, normalizer: normalizer,
      supplied: try values.map { try value($0, layout, normalizer) },
      suppliedByProject: try valuesByProject(layout, normalizer))
  }

  private func value(
    _ argument: String, _ layout: String, _ normalizer: FormNormalizer
  ) throws(UsageError) -> SuppliedValue {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex,
      argument.index(after: sign) < argument.endIndex
    else {
      throw UsageError(
        en: "'--set \(argument)' has no value; write it as --set LABEL=VALUE",
        zh: "「--set \(argument)」没有值；请写成 --set 标签=值")
    }
    return SuppliedValue(
      try key(String(argument[..<sign]), layout, normalizer),
      String(argument[argument.index(after: sign)...]))
  }

  private func key(
    _ label: String, _ layout: String, _ normalizer: FormNormalizer
  ) throws(UsageError) -> FieldKey {
    do throws(NormalizationError) {
      return try normalizer.field(labelled: label, in: layout)
    } catch {
      throw UsageError(error.message)
    }
  }

  /// Reads the file of values: the first row names the labels, the first column the projects.
  private func valuesByProject(
    _ layout: String, _ normalizer: FormNormalizer
  ) throws -> [String: [SuppliedValue]] {
    guard let setFile else { return [:] }
    var conversion = Conversion()
    conversion.reading.format = .tsv
    let rows: [[String]]
    do throws(InputError) {
      rows = try conversion.rows(of: InputFile(path: setFile))
    } catch {
      throw CommandError.input(setFile, error)
    }
    guard let header = rows.first, header.count > 1 else {
      throw UsageError(
        en: "'\(setFile)' has no columns; its first row names 项目名称 and the labels",
        zh: "「\(setFile)」没有列；第一行应写项目名称和各标签")
    }
    let keys = try header.dropFirst().map { try key($0, layout, normalizer) }
    var result: [String: [SuppliedValue]] = [:]
    for row in rows.dropFirst() {
      guard let project = row.first, !project.isEmpty else { continue }
      guard result[project] == nil else {
        throw UsageError(
          en: "'\(setFile)' names the project '\(project)' twice",
          zh: "「\(setFile)」中项目「\(project)」出现两次")
      }
      result[project] = zip(keys, row.dropFirst()).compactMap { key, text in
        text.isEmpty ? nil : SuppliedValue(key, text)
      }
    }
    return result
  }
}
