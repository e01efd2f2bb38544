internal import Forms
internal import IR

/// Writes a mapping in the words of ``MappingShapes``.
struct MappingFileWriter {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Writes the keys of a mapping.
  func write(_ mapping: LayoutMapping, to writer: inout YAMLWriter) {
    writer.pair("from", mapping.source)
    writer.pair("to", mapping.target)
    let isBuiltIn = LayoutMapping.builtIn.contains {
      $0.source == mapping.source && $0.target == mapping.target
    }
    if isBuiltIn { writer.flag("replaces", comment: meaning("replaces")) }
    writer.pair("title", mapping.title)
    comment("fields", in: &writer)
    writer.block("fields") { writer in
      for rule in mapping.fields { write(rule, to: &writer) }
    }
    comment("absent", in: &writer)
    writer.pair("absent", mapping.absent.map(\.rawValue))
    if let levels = mapping.levels {
      comment("levels", in: &writer)
      writer.block("levels") { writer in
        for rule in levels {
          writer.item([("from", flow(rule.source)), ("to", flow(rule.target))])
        }
      }
    }
    writer.pair(
      "targets", Words<LayoutMapping.TargetStyle>.targetStyles.word(for: mapping.targets))
  }

  private func write(_ rule: LayoutMapping.FieldRule, to writer: inout YAMLWriter) {
    var pairs = [("from", rule.source.rawValue), ("to", rule.target.rawValue)]
    if rule.style != .asPrinted { pairs.append(("style", rule.style.rawValue)) }
    writer.item(pairs.map { (key: $0.0, value: YAMLText.scalar($0.1)) })
  }

  private func flow(_ levels: LayoutMapping.Levels) -> String {
    YAMLWriter.flow([levels.level1, levels.level2])
  }

  private func meaning(_ key: String) -> String? {
    MappingShapes.mapping.meaning(of: key)?(language)
  }

  private func comment(_ key: String, in writer: inout YAMLWriter) {
    if let meaning = meaning(key) { writer.comment(meaning) }
  }
}
