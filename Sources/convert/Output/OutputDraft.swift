internal import Writers

/// A file that is written piece by piece, under another name in its folder, and takes its name only
/// when it is whole; a draft that is given up leaves nothing.
final class OutputDraft {
  /// The file whose name the draft takes; `nil` where a device or a pipe is written to at once.
  private let target: String?
  private let temporary: String
  private var descriptor: Int32?
  private var isDone = false

  /// Begins a file, and makes the folder it goes into where there is none.
  ///
  /// - Parameter number: What tells this output from the others of the run.
  convenience init(makingFolders path: String, number: Int) throws(SystemError) {
    do throws(SystemError) {
      try self.init(path, number: number)
    } catch  where error.isAbsence {
      try OutputFile.makeFolders(Path.folder(of: path))
      try self.init(path, number: number)
    }
  }

  /// Begins a file.
  ///
  /// - Parameter number: What tells this output from the others of the run.
  init(_ path: String, number: Int) throws(SystemError) {
    let existing = try? CLibrary.status(of: path)
    if let existing, existing.kind != .file {
      // A device or a pipe must not be replaced by a file.
      target = nil
      temporary = path
      descriptor = try CLibrary.openFile(path, .write)
      return
    }
    // Where the name is a link, the file it leads to is replaced, not the link.
    let target = existing == nil ? path : try CLibrary.resolvedPath(path)
    self.target = target
    (temporary, descriptor) = try Self.create(beside: target, number: number)
  }

  deinit {
    if let descriptor { try? CLibrary.closeFile(descriptor) }
    if !isDone, target != nil { StagedFiles.abandon(temporary) }
  }

  /// How many names are tried for a staged file.
  private static let mostNames = 100

  /// Creates a file in the folder of another one, by a name that is free.
  private static func create(
    beside target: String, number: Int
  ) throws(SystemError) -> (path: String, descriptor: Int32?) {
    let name = ".formconvert-\(CurrentProcess.identifier)-\(number)"
    var attempt = 0
    while true {
      let path = Path.join(Path.folder(of: target), "\(name)-\(attempt).tmp")
      do throws(SystemError) {
        return (path, try StagedFiles.create(path))
      } catch  where error.isPresence && attempt < mostNames {
        // Another machine that writes to the folder may have a process of the same number.
        attempt += 1
      }
    }
  }

  /// Writes further bytes.
  func append(_ bytes: ByteBuffer) throws(SystemError) {
    guard let descriptor else { return }
    try OutputStream(descriptor: descriptor).write(bytes)
  }

  /// Ends the file.
  func close() throws(SystemError) {
    guard let descriptor else { return }
    self.descriptor = nil
    try CLibrary.closeFile(descriptor)
  }

  /// Ends the file and gives it its name.
  func finish() throws(SystemError) {
    try close()
    if let target { try StagedFiles.finish(temporary, as: target) }
    isDone = true
  }

  /// Ends files and gives them their names, with no signal between the first and the last.
  static func finish(_ drafts: [OutputDraft]) throws(SystemError) {
    for draft in drafts { try draft.close() }
    try StagedFiles.finish(
      drafts.compactMap { draft in draft.target.map { (draft.temporary, $0) } })
    for draft in drafts { draft.isDone = true }
  }
}
