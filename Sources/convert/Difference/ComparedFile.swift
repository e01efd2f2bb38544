/// A file of a folder that is compared with another folder.
struct ComparedFile: Sendable {
  /// The endings of the files that are taken: also what this program wrote.
  static let extensions = InputList.extensions + ["json", "ndjson"]

  let input: InputFile
  /// Its path below the folder.
  let name: String

  /// The name without endings, which a conversion changes: `convert` makes `a.md.json` of `a.md`.
  var stem: String {
    var rest = name[...]
    while let dot = rest.lastIndex(of: "."),
      Self.extensions.contains(rest[rest.index(after: dot)...].lowercased())
    {
      rest = rest[..<dot]
    }
    return String(rest)
  }

  /// The files below a folder.
  static func all(in folder: String) throws(UsageError) -> [ComparedFile] {
    let start = Path.join(folder, "").utf8.count
    return try InputList(arguments: [folder], extensions: extensions).files
      .filter { !ExpectedFile.isExpectation($0.path) }
      .map { .init(input: $0, name: String(Substring($0.path.utf8.dropFirst(start)))) }
  }
}
