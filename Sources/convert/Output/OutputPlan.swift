internal import IR

/// Where the outputs of a run go; made before anything is written.
enum OutputPlan: Sendable {
  /// The only output goes to standard output.
  case standardOutput
  /// One file for each input.
  case files([String])
  /// The parts of the only output, a workbook, go into a folder.
  case parts(folder: String)

  /// Plans the outputs of a run.
  ///
  /// - Parameters:
  ///   - output: The value of `-o`.
  ///   - format: What is written, which gives the outputs' names their ending.
  init(for inputs: InputList, output: String?, format: OutputFormat) throws(UsageError) {
    guard let output else {
      if inputs.isBatch { throw Self.folderNeeded(inputs) }
      self = .standardOutput
      return
    }
    if output.isEmpty {
      throw UsageError(
        en: "the name after -o is empty; name a file or a folder", zh: "-o 后面的名字是空的；请写文件或文件夹的名字")
    }
    if format == .xlsx, output.hasSuffix("/") {
      if !inputs.isBatch {
        try UnpackedPackage.check(output)
        self = .parts(folder: output)
        return
      }
      if OutputFormat(output: output) == .xlsx { throw Self.oneInputNeeded(output) }
    }
    if inputs.isBatch {
      self = .files(try Self.batchPaths(inputs, folder: output, ending: format.ending))
    } else if output == "-" {
      self = .standardOutput
      return
    } else if output.hasSuffix("/") || (try? CLibrary.status(of: output))?.kind == .folder {
      if format == .xlsx { try UnpackedPackage.refuse(output) }
      let name = inputs.files.first?.name ?? "stdin"
      self = .files([Path.join(output, name + format.ending)])
    } else {
      self = .files([output])
    }
    try check(inputs)
  }

  private static func folderNeeded(_ inputs: InputList) -> UsageError {
    UsageError(
      en: "a folder or several inputs need a folder for their outputs; add '-o FOLDER'",
      zh: "输入不止一个，或是文件夹，请用「-o 文件夹」指定存放结果的文件夹")
  }

  private static func oneInputNeeded(_ output: String) -> UsageError {
    UsageError(
      en: """
        '\(output)' asks for the parts of one workbook, but there are several inputs; convert them \
        one by one, or 'formconvert collect' them
        """,
      zh: """
        「\(output)」用来存放一个工作簿的各部分，但输入不止一个；请逐个转换，\
        或用「formconvert collect」汇总
        """)
  }

  /// Names the outputs by the inputs' paths below their common folder.
  private static func batchPaths(
    _ inputs: InputList, folder: String, ending: String
  ) throws(UsageError) -> [String] {
    let kind = (try? CLibrary.status(of: folder))?.kind
    if kind == nil, OutputFormat(fileName: folder) != nil {
      throw UsageError(
        en: "'\(folder)' is the name of a file; several inputs need a folder, such as '-o out/'",
        zh: "「\(folder)」是文件的名字；输入不止一个时，-o 必须是文件夹，例如「-o out/」")
    }
    if let kind, kind != .folder {
      throw UsageError(
        en: "'\(folder)' is not a folder; several inputs need one",
        zh: "「\(folder)」不是文件夹；输入不止一个时，-o 必须是文件夹")
    }
    let current = (try? CLibrary.resolvedPath(".")) ?? "/"
    let common = Path.commonPrefix(
      inputs.folders.map { Path.components(of: $0, in: current) })
    // What stands before the part of a path that names its output: "/", and all names with a slash.
    let byteCount = common.reduce(1) { $0 + $1.utf8.count + 1 }
    return inputs.files.map { input in
      guard !input.isStandardInput else { return Path.join(folder, "stdin" + ending) }
      let below = Path.absolute(input.path, in: current).utf8.dropFirst(byteCount)
      return Path.join(folder, String(Substring(below)) + ending)
    }
  }
}

// MARK: - Collisions

extension OutputPlan {
  /// Makes sure that no output overwrites an input or another output.
  private func check(_ inputs: InputList) throws(UsageError) {
    guard case .files(let paths) = self else { return }
    let current = (try? CLibrary.resolvedPath(".")) ?? "/"
    let outputs = zip(paths, inputs.files).filter { $0.1.failure == nil }
      .map { (path: Path.absolute($0.0, in: current), input: $0.1.path) }
    let folders = try Self.checkApart(outputs)
    try Self.checkExisting(outputs, in: folders, inputs)
  }

  /// Makes sure that no two outputs are one, and none is a folder of another.
  ///
  /// - Returns: The folders of the outputs, and those above them.
  private static func checkApart(
    _ outputs: [(path: String, input: String)]
  ) throws(UsageError) -> Set<String> {
    var owners: [String: String] = [:]
    owners.reserveCapacity(outputs.count)
    for (path, input) in outputs {
      if let other = owners.updateValue(input, forKey: path) {
        throw collision(input, other, at: path)
      }
    }
    var folders: Set<String> = []
    for (path, input) in outputs {
      var folder = Path.folder(of: path)
      while folders.insert(folder).inserted {
        if let other = owners[folder] { throw collision(input, other, at: folder) }
        folder = Path.folder(of: folder)
      }
    }
    return folders
  }

  /// Makes sure that what is there already under the name of an output may be replaced.
  private static func checkExisting(
    _ outputs: [(path: String, input: String)], in folders: Set<String>, _ inputs: InputList
  ) throws(UsageError) {
    let existing = folders.filter { (try? CLibrary.status(of: $0)) != nil }
    // Mostly the folder is new, and the inputs need not be looked at.
    var sources: [FileStatus.Identity: InputFile]?
    for (path, _) in outputs where existing.contains(Path.folder(of: path)) {
      guard let status = try? CLibrary.status(of: path) else { continue }
      if status.kind == .folder { throw folderInTheWay(path) }
      let known = sources ?? identities(of: inputs)
      sources = known
      if let source = known[status.identity] { throw .overwriting(source) }
    }
  }

  private static func identities(of inputs: InputList) -> [FileStatus.Identity: InputFile] {
    var identities: [FileStatus.Identity: InputFile] = [:]
    for input in inputs.files where !input.isStandardInput {
      guard let status = try? CLibrary.status(of: input.path) else { continue }
      identities[status.identity] = input
    }
    return identities
  }

  private static func collision(_ one: String, _ other: String, at path: String) -> UsageError {
    let names = [one, other].sorted()
    return UsageError(
      en: "'\(names[0])' and '\(names[1])' would both be written to '\(path)'; convert them apart",
      zh: "「\(names[0])」和「\(names[1])」都会写到「\(path)」；请分开转换")
  }

  private static func folderInTheWay(_ path: String) -> UsageError {
    UsageError(
      en: "'\(path)' would be an output but is a folder; choose another folder with '-o'",
      zh: "结果应写到「\(path)」，但那是文件夹；请用 -o 另选文件夹")
  }
}
