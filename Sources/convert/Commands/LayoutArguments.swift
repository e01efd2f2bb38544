internal import ArgumentParser
internal import Forms
internal import LayoutFiles

/// The option of commands that recognise forms.
struct LayoutArguments: ParsableArguments {
  @Option(
    name: .customLong("layouts"),
    help: ArgumentHelp(
      "A file of layouts of your own, or a folder of such files; may be given several times.",
      valueName: "path"))
  var paths: [String] = []

  /// The layouts and mappings of the files and the built-in ones.
  var catalog: LayoutCatalog {
    get throws(LayoutFileError) { try Self.catalog(reading: paths) }
  }

  /// The layouts of the files and the built-in ones, prepared for recognition.
  var set: LayoutSet {
    get throws(LayoutFileError) { try catalog.set }
  }

  /// Reads layout files; whatever is wrong with any of them is told at once.
  static func catalog(reading paths: [String]) throws(LayoutFileError) -> LayoutCatalog {
    guard !paths.isEmpty else { return .builtIn }
    let list = LayoutFileList(paths: paths)
    do throws(LayoutFileError) {
      let catalog = try LayoutCatalog(reading: list.files)
      guard list.problems.isEmpty else { throw LayoutFileError(problems: list.problems) }
      return catalog
    } catch {
      var problems = list.problems
      problems += error.problems.filter { !problems.contains($0) }
      throw LayoutFileError(problems: problems)
    }
  }
}
