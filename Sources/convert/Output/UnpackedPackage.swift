internal import Writers

/// The parts of a workbook as files of a folder, one element a line, to be compared and reviewed.
enum UnpackedPackage {
  /// The part that every package has, by which one is known.
  private static let mark = "[Content_Types].xml"

  /// Makes sure that a folder does not hold an unpacked workbook, among whose parts a file would
  /// be out of place.
  static func refuse(_ folder: String) throws(UsageError) {
    guard (try? CLibrary.status(of: Path.join(folder, mark)))?.kind == .file else { return }
    throw UsageError(
      en: "'\(folder)' holds the parts of a workbook; write '\(folder)/' to replace them",
      zh: "「\(folder)」里是一个工作簿的各部分；要替换它们，请写「\(folder)/」")
  }

  /// Makes sure that a folder is free for a workbook, or holds nothing but one of an earlier run.
  static func check(_ folder: String) throws(UsageError) {
    let name = Path.withoutSlashes(folder)
    guard let status = try? CLibrary.status(of: name) else { return }
    guard status.kind == .folder else {
      throw UsageError(
        en:
          "'\(name)' is a file, so no folder for the parts; leave out the '/' or choose another name",
        zh: "「\(name)」是文件，不能作存放各部分的文件夹；请去掉「/」或另选名字")
    }
    guard let files = try? files(below: name) else { return }
    // No part is a link: none is written to where a link leads.
    guard
      let other = files.first(where: { !PackagePart.isPath($0.path) || $0.isLink })?.path
    else { return }
    throw UsageError(
      en: """
        '\(folder)' would hold the parts of one workbook, but '\(other)' in it is none; choose a \
        new folder, or name a file, such as '\(Path.join(folder, "out.xlsx"))'
        """,
      zh: """
        「\(folder)」用来存放一个工作簿的各部分，但其中的「\(other)」不是；请另选新文件夹，\
        或写文件名，例如「\(Path.join(folder, "out.xlsx"))」
        """)
  }

  /// Writes the parts of a workbook in place of those of an earlier run.
  ///
  /// All parts are written beside the old ones before the first takes its name, so that a full
  /// disk leaves the old workbook as it is.
  static func write(_ parts: [PackagePart], to folder: String) throws(SystemError) {
    var drafts: [OutputDraft] = []
    for (number, part) in parts.enumerated() {
      let path = Path.join(folder, part.path)
      let draft = try OutputDraft(makingFolders: path, number: number)
      try draft.append(part.lines)
      try draft.close()
      drafts.append(draft)
    }
    try OutputDraft.finish(drafts)
    let written = Set(parts.map(\.path))
    for (path, _) in try files(below: folder)
    where PackagePart.isPath(path) && !written.contains(path) {
      try CLibrary.removeFile(Path.join(folder, path))
    }
  }

  /// The paths of the files below a folder, in order, without hidden ones that are no parts; a
  /// link counts as a file.
  private static func files(
    below folder: String
  ) throws(SystemError) -> [(path: String, isLink: Bool)] {
    var files: [(path: String, isLink: Bool)] = []
    var pending: [String] = [""]
    while let path = pending.popLast() {
      for entry in try CLibrary.entries(of: Path.join(folder, path)) {
        let below = path.isEmpty ? entry.name : Path.join(path, entry.name)
        guard !entry.name.hasPrefix(".") || PackagePart.isPath(below) else { continue }
        if entry.kind == .folder {
          pending.append(below)
        } else {
          files.append((below, entry.kind == .link))
        }
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
