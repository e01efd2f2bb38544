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
      en: "several inputs need a folder for their outputs; add '-o FOLDER'",
      zh: "输入不止一个，请用「-o 文件夹」指定存放结果的文件夹")
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
    return inputs.files.map { input in
      guard !input.isStandardInput else { return Path.join(folder, "stdin" + ending) }
      let below = Path.components(of: input.path, in: current).dropFirst(common.count)
      return Path.join(folder, below.joined(separator: "/") + ending)
    }
  }
}

// MARK: - Collisions

extension OutputPlan {
  /// Makes sure that no output overwrites an input or another output.
  private func check(_ inputs: InputList) throws(UsageError) {
    guard case .files(let paths) = self else { return }
    let current = (try? CLibrary.resolvedPath(".")) ?? "/"
    var sources: [FileStatus.Identity: String] = [:]
    for input in inputs.files where !input.isStandardInput {
      guard let status = try? CLibrary.status(of: input.path) else { continue }
      sources[status.identity] = input.path
    }
    var owners: [[String]: String] = [:]
    for (path, input) in zip(paths, inputs.files) where input.failure == nil {
      let key = Path.components(of: path, in: current)
      if let other = owners.updateValue(input.path, forKey: key) {
        throw Self.collision(input.path, other, at: path)
      }
      guard let status = try? CLibrary.status(of: path) else { continue }
      if status.kind == .folder { throw Self.folderInTheWay(path) }
      if let source = sources[status.identity] { throw Self.overwriting(source) }
    }
    for (key, input) in owners {
      for count in key.indices {
        guard let other = owners[Array(key.prefix(count))] else { continue }
        throw Self.collision(input, other, at: "/" + key.prefix(count).joined(separator: "/"))
      }
    }
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

  private static func overwriting(_ path: String) -> UsageError {
    UsageError(
      en: "the output would overwrite the input '\(path)'; choose another name with '-o'",
      zh: "结果会覆盖输入文件「\(path)」；请用 -o 另选名字")
  }
}
