internal import IR

/// The appendix of a drawn form: a table that says what its grid cannot.
///
/// Each row names a leaf of the form's canonical JSON by its pointer, says for people what that is,
/// what the grid alone would be read as, and what the form says. A row counts only while the grid
/// is still read as it says; so whoever edits the grid has the last word.
enum AppendixTable {
  /// The heading above the table.
  static let title = "附：原表信息"
  /// The key of the heading.
  static let titleKey = LabelKey.key(of: title)
  /// The headers of the columns: the pointer, what it is, what the grid says, what the form says.
  static let header = ["位置", "项目", "表中", "内容"]
  /// The keys of the headers.
  static let headerKeys = header.map(LabelKey.key)

  /// Appends the appendix to a document.
  static func append(_ changes: [FormLeaves.Change], to document: inout Document) {
    document.appendHeading(title, level: 2)
    var canvas = GridCanvas(width: header.count)
    canvas.beginRow()
    for label in header { canvas.add(label, columns: 1, isHeader: true) }
    for change in changes {
      canvas.beginRow()
      canvas.add(change.pointer, columns: 1)
      canvas.add(AppendixLabel.text(of: change.pointer), columns: 1)
      canvas.add(change.before.map(cellText) ?? "", columns: 1)
      canvas.add(change.after.map(cellText) ?? "", columns: 1)
    }
    canvas.append(to: &document)
  }

  // MARK: Texts

  /// A text as it stands in a cell: as it is where every format keeps it, else escaped.
  static func cellText(_ text: String) -> String {
    isPlain(text) ? text : EscapedText.escaped(text)
  }

  /// The text that a cell says.
  static func text(ofCell text: String) -> String { EscapedText.unescaped(text) ?? text }

  /// Whether a text comes back from a cell as it is: white space at its ends, in runs and beside
  /// line breaks does not everywhere, nor do control characters.
  private static func isPlain(_ text: String) -> Bool {
    var last: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n"
      if isSpace, last == " " || last == "\n" { return false }
      if !isSpace, !EscapedText.isKept(scalar) { return false }
      last = scalar
    }
    return last != " " && last != "\n" && text.unicodeScalars.first != EscapedText.open
  }
}
