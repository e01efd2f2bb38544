internal import IR
internal import Writers

/// What differs between the files of two folders.
struct FolderDifference {
  private var changed: [(files: FilePairs.Pair, difference: DocumentDifference)] = []
  private var sameCount = 0
  private let removed: [String]
  private let added: [String]
  /// The names of the files in which there is nothing to compare.
  private(set) var namesWithoutForms: [String] = []
  /// What could not be compared, and why.
  private(set) var unreadable: [CommandError] = []

  /// Begins with the files that only one of the folders has.
  init(_ pairs: FilePairs) {
    removed = pairs.removed.filter { $0.input.failure == nil }.map(\.name)
    added = pairs.added.filter { $0.input.failure == nil }.map(\.name)
    for file in pairs.removed + pairs.added {
      guard let failure = file.input.failure else { continue }
      unreadable.append(.input(file.input.path, InputError(message: failure)))
    }
  }

  /// Adds what came of comparing two files.
  mutating func append(
    _ result: Result<DocumentDifference, CommandError>, of files: FilePairs.Pair
  ) {
    if case .success(let difference) = result { namesWithoutForms += difference.namesWithoutForms }
    switch result {
    case .success(let difference) where difference.isEmpty: sameCount += 1
    case .success(let difference): changed.append((files, difference))
    case .failure(let error): unreadable.append(error)
    }
  }

  /// How the command ends.
  var status: ExitStatus {
    if !unreadable.isEmpty { return .unreadableInput }
    return changed.isEmpty && removed.isEmpty && added.isEmpty ? .done : .diagnosed
  }

  /// The whole report.
  func text(_ format: DocumentDifference.Format, _ language: Language) -> String {
    switch format {
    case .text: plain(language)
    case .json: json(language).line
    }
  }

  // MARK: Text

  private func plain(_ language: Language) -> String {
    var text = ""
    for (files, difference) in changed {
      let (first, second) = (files.first.name.visible, files.second.name.visible)
      text += "── \(first == second ? first : "\(first) → \(second)")\n\n"
      text += difference.tables(language)
    }
    text += Self.list(
      removed, LocalizedText(en: "files only in the first folder", zh: "只在前一文件夹中的文件")(language))
    text += Self.list(
      added, LocalizedText(en: "files only in the second folder", zh: "只在后一文件夹中的文件")(language))
    return text + summary(language) + "\n"
  }

  private static func list(_ names: [String], _ title: String) -> String {
    guard !names.isEmpty else { return "" }
    return "\(title)\n" + names.map { "  \($0.visible)\n" }.joined() + "\n"
  }

  private func summary(_ language: Language) -> String {
    LocalizedText(
      en: """
        files the same: \(sameCount); changed: \(changed.count); only in the first: \
        \(removed.count); only in the second: \(added.count); not read: \(unreadable.count)
        """,
      zh: """
        相同 \(sameCount) 个文件，有变化 \(changed.count) 个，只在前者 \(removed.count) 个，\
        只在后者 \(added.count) 个，不能读取 \(unreadable.count) 个
        """)(language)
  }

  // MARK: JSON

  private func json(_ language: Language) -> CanonicalJSON {
    let files: CanonicalJSON = [
      "added": .array(added.map(CanonicalJSON.string)),
      "changed": .array(
        changed.map { files, difference -> CanonicalJSON in
          [
            "difference": difference.json, "first": .string(files.first.name),
            "second": .string(files.second.name),
          ]
        }),
      "removed": .array(removed.map(CanonicalJSON.string)),
      "same": .integer(sameCount),
      "unreadable": .array(
        unreadable.map { error -> CanonicalJSON in
          ["file": .string(error.subject), "message": .string(error.message(language))]
        }),
    ]
    return ["files": files]
  }
}
