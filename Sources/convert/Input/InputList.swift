internal import IR

/// The inputs of a run, in the order they are converted and reported.
struct InputList: Sendable {
  /// The inputs: the arguments in order, the files of a folder by name.
  private(set) var files: [InputFile] = []
  /// Whether the inputs are several, or may be: a folder is a batch however much it holds.
  private(set) var isBatch: Bool
  /// The folders of the arguments: a folder itself, the folder of a file.
  private(set) var folders: [String] = []

  /// The endings of the files that are taken from folders.
  ///
  /// A file that is named as an argument is taken whatever its name is.
  static let extensions: Set<String> = [
    "csv", "htm", "html", "markdown", "md", "tab", "tsv", "txt", "xhtml", "xls", "xlsx",
  ]

  /// Finds the inputs that arguments name.
  init(arguments: [String]) throws(UsageError) {
    guard !arguments.isEmpty else { throw .noInput }
    isBatch = arguments.count > 1
    if arguments.count(where: { $0 == "-" }) > 1 {
      throw UsageError(
        en: "standard input ('-') can be read only once; name it once",
        zh: "标准输入（-）只能读一次；请只写一个「-」")
    }
    if arguments.contains("") {
      throw UsageError(
        en: "the name of an input is empty; name a file or a folder, or '-' for standard input",
        zh: "有一个输入的名字是空的；请写文件或文件夹的名字，标准输入写「-」")
    }
    for argument in arguments {
      let status = argument == "-" ? nil : try? CLibrary.status(of: argument)
      if status?.kind == .folder {
        isBatch = true
        folders.append(argument)
        appendFiles(in: argument)
      } else {
        if argument != "-" { folders.append(Path.folder(of: argument)) }
        files.append(InputFile(path: argument))
      }
    }
  }

  /// Appends the files below a folder; links to folders are not followed, so it always ends.
  private mutating func appendFiles(in folder: String) {
    let countBefore = files.count
    var pending = [folder]
    while let path = pending.popLast() {
      if path != folder, !isFolder(path) {
        files.append(InputFile(path: path))
        continue
      }
      do throws(SystemError) {
        let names = try CLibrary.names(in: path).filter {
          // Spreadsheet programs lock an open file by one with such a name.
          !$0.hasPrefix(".") && !$0.hasPrefix("~$")
        }
        let paths = names.map { Path.join(path, $0) }
        pending += paths.filter { isTaken($0) }.sorted {
          $1.utf8.lexicographicallyPrecedes($0.utf8)
        }
      } catch {
        files.append(InputFile(path: path, failure: error.message))
      }
    }
    guard files.count == countBefore else { return }
    let endings = Self.extensions.sorted().map { "." + $0 }.joined(separator: " ")
    files.append(
      InputFile(
        path: folder,
        failure: LocalizedText(
          en: "no input in this folder; looked for files that end in \(endings)",
          zh: "文件夹里没有可读的文件；能读的文件后缀是 \(endings)")))
  }

  private func isFolder(_ path: String) -> Bool {
    !CLibrary.isLink(path) && (try? CLibrary.status(of: path))?.kind == .folder
  }

  private func isTaken(_ path: String) -> Bool {
    if isFolder(path) { return true }
    let name = Path.name(of: path)
    guard let dot = name.lastIndex(of: ".") else { return false }
    guard Self.extensions.contains(name[name.index(after: dot)...].lowercased()) else {
      return false
    }
    // A link that leads nowhere is kept: reading it says what is wrong.
    return (try? CLibrary.status(of: path))?.kind ?? .file == .file
  }
}
