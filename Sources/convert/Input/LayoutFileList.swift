internal import IR
internal import LayoutFiles

/// The layout files that arguments name, read but not understood yet.
struct LayoutFileList {
  /// The files, in the order they count: as named, those of a folder by path.
  private(set) var files: [LayoutFile] = []
  /// Why files or folders cannot be read.
  private(set) var problems: [LayoutProblem] = []
  /// The files that are there: one that is named twice counts once.
  private var identities = Set<FileStatus.Identity>()

  /// The endings of the files that are taken from folders.
  private static let extensions = ["yaml", "yml"]

  /// Reads what arguments name.
  init(paths: [String]) {
    for path in paths {
      if (try? CLibrary.status(of: path))?.kind == .folder {
        readFolder(path)
      } else {
        readFile(path)
      }
    }
  }

  private mutating func readFile(_ path: String) {
    do throws(SystemError) {
      let status = try CLibrary.status(of: path)
      guard identities.insert(status.identity).inserted else { return }
      let bytes = try InputFile.readBytes(ofFile: path, limit: LayoutFileLimits.bytes)
      files.append(LayoutFile(name: path, bytes: bytes))
    } catch {
      problems.append(LayoutProblem(file: path, message: error.message(reading: path)))
    }
  }

  /// Reads the files below a folder.
  private mutating func readFolder(_ folder: String) {
    let found = FolderWalk(endings: Self.extensions).found(in: folder)
    for found in found {
      switch found {
      case .file(let path): readFile(path)
      case .failure(let path, let error):
        problems.append(LayoutProblem(file: path, message: error.message(reading: path)))
      }
    }
    guard found.isEmpty else { return }
    let endings = Self.extensions.sorted().map { "." + $0 }.joined(separator: " ")
    problems.append(
      LayoutProblem(
        file: folder,
        message: LocalizedText(
          en: "no layout file in this folder; looked for files that end in \(endings)",
          zh: "文件夹里没有版式文件；版式文件的后缀是 \(endings)")))
  }
}
