internal import Writers

/// A file that is written piece by piece, under another name in its folder, and takes its name only
/// when it is whole; a draft that is given up leaves nothing.
final class OutputDraft {
  /// The file whose name the draft takes; `nil` where a device or a pipe is written to at once.
  private let target: String?
  private let temporary: String
  private var descriptor: Int32?
  private var isDone = false

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
    let name = ".formconvert-\(CurrentProcess.identifier)-\(number).tmp"
    temporary = Path.join(Path.folder(of: target), name)
    descriptor = try CLibrary.openFile(temporary, .create)
  }

  deinit {
    if let descriptor { try? CLibrary.closeFile(descriptor) }
    if !isDone, target != nil { try? CLibrary.removeFile(temporary) }
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
    if let target { try CLibrary.renameFile(temporary, to: target) }
    isDone = true
  }
}
