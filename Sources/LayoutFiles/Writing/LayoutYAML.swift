public import Forms
public import IR

/// Layouts as files a person can go on with.
public enum LayoutYAML {
  /// A layout with the mappings from it, as a layout file with comments.
  ///
  /// Reading it gives the same layout and mappings again.
  ///
  /// - Parameters:
  ///   - layout: The layout.
  ///   - mappings: The mappings; those from other layouts are left out.
  ///   - language: The language of the comments.
  public static func text(
    of layout: Layout, mappings: [LayoutMapping], language: Language
  ) -> String {
    var writer = YAMLWriter()
    writer.comment(head(language))
    writer.emptyLine()
    writer.block("layouts") { writer in
      writer.item { writer in LayoutFileWriter(language).write(layout, to: &writer) }
    }
    let own = mappings.filter { $0.source == layout.id }
    guard !own.isEmpty else { return writer.text }
    writer.emptyLine()
    writer.block("mappings") { writer in
      for mapping in own {
        writer.item { writer in MappingFileWriter(language).write(mapping, to: &writer) }
      }
    }
    return writer.text
  }

  private static func head(_ language: Language) -> String {
    LocalizedText(
      en: """
        A layout of formconvert. Use it with --layouts; check it with
          formconvert layouts --check FILE
        For a layout of your own give it another id and take 'replaces' out. Of labels, the first
        is the layout's own wording and the others are synonyms. Spaces and full-width forms are of
        no account when labels are compared.
        """,
      zh: """
        formconvert 的版式文件：用 --layouts 使用，用下面的命令检查
          formconvert layouts --check 文件
        要写自己的版式，请换一个 id 并去掉 replaces。标签中第一个是本版式自己的叫法，其余是同义词。
        比较标签时不计空格和全角半角。
        """)(language)
  }
}
