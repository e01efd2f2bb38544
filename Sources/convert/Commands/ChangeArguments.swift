internal import ArgumentParser
internal import Forms
internal import IR
internal import Readers

/// The options of commands that bring forms into another layout.
struct ChangeArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The layout to bring the forms into, such as 2024; or back into, such as 2019.",
      valueName: "id"))
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
  ///
  /// - Parameter reading: How files are read.
  func change(
    _ layouts: LayoutSet, _ mappings: [LayoutMapping], reading: ReadOptions
  ) throws -> LayoutChange? {
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
      layout: layout, normalizer: normalizer, supplied: try supplied(layout, normalizer),
      suppliedByProject: try setFile.map { path in
        try SuppliedFile(path, reading) { label throws(NormalizationError) in
          try normalizer.field(labelled: label, in: layout)
        }
      })
  }

  /// The values of `--set`, each for another field.
  private func supplied(
    _ layout: String, _ normalizer: FormNormalizer
  ) throws(UsageError) -> [SuppliedValue] {
    var supplied: [SuppliedValue] = []
    for argument in values {
      let value = try value(argument, layout, normalizer)
      guard !supplied.contains(where: { $0.key == value.key }) else {
        throw UsageError(
          en: "'--set \(argument)' is the second value for its label; give one",
          zh: "「--set \(argument)」的标签已经有值了；每个标签只能给一个值")
      }
      supplied.append(value)
    }
    return supplied
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
}
