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
      problems.append(LayoutProblem(file: path, message: error.message))
    }
  }

  /// Reads the files below a folder; hidden ones are left out, links to folders not followed.
  private mutating func readFolder(_ folder: String) {
    var found = 0
    var pending = [folder]
    while let path = pending.popLast() {
      guard path == folder || isFolder(path) else {
        readFile(path)
        found += 1
        continue
      }
      do throws(SystemError) {
        let names = try CLibrary.names(in: path).filter { !$0.hasPrefix(".") }
        pending += names.map { Path.join(path, $0) }.filter(isTaken).sorted {
          $1.utf8.lexicographicallyPrecedes($0.utf8)
        }
      } catch {
        problems.append(LayoutProblem(file: path, message: error.message))
        found += 1
      }
    }
    guard found == 0 else { return }
    let endings = Self.extensions.map { "." + $0 }.joined(separator: " ")
    problems.append(
      LayoutProblem(
        file: folder,
        message: LocalizedText(
          en: "no layout file in this folder; looked for files that end in \(endings)",
          zh: "文件夹里没有版式文件；版式文件的后缀是 \(endings)")))
  }

  private func isFolder(_ path: String) -> Bool {
    !CLibrary.isLink(path) && (try? CLibrary.status(of: path))?.kind == .folder
  }

  private func isTaken(_ path: String) -> Bool {
    if isFolder(path) { return true }
    guard let ending = Path.name(of: path).split(separator: ".").last else { return false }
    // A link that leads nowhere is kept: reading it says what is wrong.
    return Self.extensions.contains(ending.lowercased())
      && (try? CLibrary.status(of: path))?.kind ?? .file == .file
  }
}
