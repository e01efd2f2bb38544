import Forms
import IR
import LayoutFiles
import Readers
import Testing
import Writers

/// The built-in layouts as files: what they read is what the built-in ones read.
struct LayoutFileTests {
  /// All built-in layouts, exported and read again.
  private static let layouts = Result {
    let files = Layout.builtIn.map { layout in
      let text = LayoutYAML.text(
        of: layout, mappings: LayoutMapping.builtIn, language: .english)
      return LayoutFile(name: layout.id, bytes: Array(text.utf8))
    }
    return try LayoutCatalog(reading: files)
  }

  @Test func theyTakeThePlaceOfAllBuiltInOnes() throws {
    let catalog = try Self.layouts.get()
    #expect(catalog.fileCounts == (Layout.builtIn.count, LayoutMapping.builtIn.count))
    #expect(catalog.layouts.map(\.id) == Layout.builtIn.map(\.id))
  }

  @Test(arguments: CorpusFile.all.filter { !$0.isReencoded })
  func theCorpusIsReadTheSame(_ file: CorpusFile) throws {
    let source = try file.sourceText()
    let document = try Document(reading: source)
    var options = FormRecognizer.Options()
    options.layouts = try Self.layouts.get().set
    var writer = FormJSONWriter(source)
    writer.append(Recognition(recognizing: document, options: options), from: document)
    #expect(try writer.finish().bytes == file.json())
  }
}
