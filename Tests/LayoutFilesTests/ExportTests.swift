import Forms
import IR
import LayoutFiles
import Testing

/// Exported layouts are the layouts again when they are read.
struct ExportTests {
  @Test(arguments: ["2019", "2020-self-evaluation", "2023", "2024"], Language.allCases)
  func exportedLayoutIsReadBackEqual(_ id: String, _ language: Language) throws {
    let layout = try #require(Layout.builtIn.first { $0.id == id })
    let text = LayoutYAML.text(
      of: layout, mappings: LayoutMapping.builtIn, language: language)
    let catalog = try LayoutCatalog(reading: [LayoutFile(name: id, bytes: Array(text.utf8))])
    let read = try #require(catalog.layouts.first)
    // A dump shows every member, those that are added later too.
    #expect(dumped(read) == dumped(layout))
    #expect(catalog.layouts.count == Layout.builtIn.count)
    let mappings = LayoutMapping.builtIn.filter { $0.source == id }
    #expect(catalog.fileCounts == (1, mappings.count))
    #expect(dumped(Array(catalog.mappings.prefix(mappings.count))) == dumped(mappings))
    #expect(catalog.mappings.count == LayoutMapping.builtIn.count)
  }

  private func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }
}
