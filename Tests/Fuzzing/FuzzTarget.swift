import IR
import LayoutFiles
import Readers

/// What is fed with damaged input, and what must hold for it whatever the input is.
///
/// An input that cannot be read must be refused with an error; every other one must keep what
/// ``DocumentCheck`` and ``FormCheck`` say.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Markdown.
  case markdown
  /// Tab-separated text.
  case tsv
  /// Comma-separated values.
  case csv
  /// HTML.
  case html
  /// The canonical JSON of forms or tables, and lines of it.
  case json
  /// A ZIP archive, byte by byte.
  case package
  /// The parts of a workbook, written as ``PackageText`` says.
  case workbook
  /// Anything, whose encoding and format are to be found out.
  case encoding
  /// A list of corrections.
  case corrections
  /// A file of layouts or mappings.
  case layouts
  /// A page, from which forms are read and written in every format.
  case forms
  /// A page made of the words of forms, as ``FormPage`` says.
  case page

  /// Reads an input and checks what must hold.
  public func check(_ bytes: [UInt8]) throws(Finding) {
    switch self {
    case .markdown: try DocumentCheck.check(bytes, as: .markdown)
    case .tsv: try DocumentCheck.check(bytes, as: .tsv)
    case .csv: try DocumentCheck.check(bytes, as: .csv)
    case .html: try DocumentCheck.check(bytes, as: .html)
    case .package: try DocumentCheck.check(bytes, as: .xlsx)
    case .workbook: try DocumentCheck.check(PackageText.package(of: bytes), as: .xlsx)
    case .encoding: try DocumentCheck.check(bytes, as: nil)
    case .json: try FormCheck.check(bytes, as: .json)
    case .forms: try FormCheck.check(bytes, as: nil)
    case .page: try FormCheck.check(FormPage.text(of: bytes), as: .tsv)
    case .corrections: try Self.checkCorrections(bytes)
    case .layouts: try Self.checkLayouts(bytes)
    }
  }

  /// Whether it keeps to text, so that words of a dictionary help.
  public var isText: Bool { self != .package && self != .page }

  private static func checkCorrections(_ bytes: [UInt8]) throws(Finding) {
    let list: CorrectionList
    do throws(CorrectionList.Failure) {
      list = try CorrectionList(reading: bytes)
    } catch {
      try Finding.require(!error.mistakes.isEmpty, "refused without a mistake")
      for mistake in error.mistakes {
        try Finding.require(
          mistake.position.line >= 1 && mistake.position.column >= 1, "a mistake has no place")
      }
      return
    }
    for entry in list.entries {
      try Finding.require(
        list.corrections(of: entry.sha256).contains(entry.correction),
        "the correction of line \(entry.line) is not found")
    }
  }

  private static func checkLayouts(_ bytes: [UInt8]) throws(Finding) {
    do throws(LayoutFileError) {
      // The vocabulary is made when the set is.
      let catalog = try LayoutCatalog(reading: [LayoutFile(name: "x", bytes: bytes)])
      _ = catalog.set
    } catch {
      try Finding.require(!error.problems.isEmpty, "refused without a problem")
    }
  }
}
