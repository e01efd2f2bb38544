/// The files below a folder, by path.
///
/// Hidden files and folders are left out, and so are the files by which spreadsheet programs lock
/// others. Links to folders are not followed, so it always ends.
struct FolderWalk {
  /// What was found, in order.
  enum Found {
    /// A file.
    case file(String)
    /// A folder that cannot be read.
    case failure(String, SystemError)
  }

  /// The endings of the files that are taken, in lower case and without the dot.
  let endings: [String]

  /// The files below a folder.
  func found(in folder: String) -> [Found] {
    var found: [Found] = []
    var pending = [(path: folder, isFolder: true)]
    while let (path, isFolder) = pending.popLast() {
      guard isFolder else {
        found.append(.file(path))
        continue
      }
      do throws(SystemError) {
        let entries = try CLibrary.entries(of: path).filter { isTaken($0, in: path) }
        // The first one comes last, where it is taken from.
        pending += entries.map { (Path.join(path, $0.name), $0.kind == .folder) }.sorted {
          $1.0.utf8.lexicographicallyPrecedes($0.0.utf8)
        }
      } catch {
        found.append(.failure(path, error))
      }
    }
    return found
  }

  private func isTaken(_ entry: FolderEntry, in folder: String) -> Bool {
    guard !entry.name.hasPrefix("."), !entry.name.hasPrefix("~$") else { return false }
    switch entry.kind {
    case .folder: return true
    case .file: return hasEnding(entry.name)
    case .link:
      // A link that leads nowhere is kept: reading it says what is wrong.
      let status = try? CLibrary.status(of: Path.join(folder, entry.name))
      return hasEnding(entry.name) && status?.kind ?? .file == .file
    case .other: return false
    }
  }

  private func hasEnding(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
