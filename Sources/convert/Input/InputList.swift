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
  static let extensions = [
    "csv", "htm", "html", "markdown", "md", "tab", "tsv", "txt", "xhtml", "xls", "xlsx",
  ]

  /// Finds the inputs that arguments name.
  ///
  /// - Parameter extensions: The endings of the files that are taken from folders.
  init(
    arguments: [String], extensions: [String] = Self.extensions
  ) throws(UsageError) {
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
        appendFiles(in: argument, extensions)
      } else {
        if argument != "-" { folders.append(Path.folder(of: argument)) }
        files.append(InputFile(path: argument))
      }
    }
  }

  /// The inputs of commands that take what `check` takes: without the expectations, which a pattern
  /// such as `forms/*` names too.
  var documents: [InputFile] {
    get throws(UsageError) {
      let documents = files.filter { !ExpectedFile.isExpectation($0.path) }
      guard documents.isEmpty else { return documents }
      throw UsageError(
        en: "only expectations of 'check' are named; name the documents they are beside",
        zh: "只写了 check 的期望结果文件；请写它们旁边的文件")
    }
  }

  /// Makes sure that an output replaces no input.
  func checkKept(by output: String) throws(UsageError) {
    guard let status = try? CLibrary.status(of: output) else { return }
    for file in files where !file.isStandardInput {
      guard let source = try? CLibrary.status(of: file.path),
        source.identity == status.identity
      else { continue }
      throw .overwriting(file)
    }
  }

  /// Appends the files below a folder.
  private mutating func appendFiles(in folder: String, _ extensions: [String]) {
    let found = FolderWalk(endings: extensions).found(in: folder)
    files += found.map { found in
      switch found {
      case .file(let path): InputFile(path: path, folder: folder)
      case .failure(let path, let error):
        InputFile(path: path, failure: error.message(reading: path), folder: folder)
      }
    }
    guard found.isEmpty else { return }
    let endings = extensions.sorted().map { "." + $0 }.joined(separator: " ")
    files.append(
      InputFile(
        path: folder,
        failure: LocalizedText(
          en: "no input in this folder; looked for files that end in \(endings)",
          zh: "文件夹里没有可读的文件；能读的文件后缀是 \(endings)")))
  }
}
