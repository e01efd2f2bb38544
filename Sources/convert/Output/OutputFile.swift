internal import Writers

/// Writes a file whole or not at all.
enum OutputFile {
  /// Writes bytes to a file, by way of another one in the same folder that then takes its name.
  ///
  /// - Parameter number: What tells this output from the others of the run.
  static func write(_ bytes: ByteBuffer, to path: String, number: Int) throws(SystemError) {
    let existing = try? CLibrary.status(of: path)
    if let existing, existing.kind != .file {
      // A device or a pipe is written to: it must not be replaced by a file.
      return try fill(CLibrary.openFile(path, .write), with: bytes)
    }
    // Where the name is a link, the file it leads to is replaced, not the link.
    let target = existing == nil ? path : try CLibrary.resolvedPath(path)
    let temporary = try stage(bytes, for: target, number: number)
    do throws(SystemError) {
      try CLibrary.renameFile(temporary, to: target)
    } catch {
      try? CLibrary.removeFile(temporary)
      throw error
    }
  }

  /// Writes bytes to a new file that is to take the name of another one in the same folder.
  ///
  /// - Returns: The path of the new file. After an error there is none.
  static func stage(
    _ bytes: ByteBuffer, for target: String, number: Int
  ) throws(SystemError) -> String {
    let name = ".formconvert-\(CurrentProcess.identifier)-\(number).tmp"
    let temporary = Path.join(Path.folder(of: target), name)
    let descriptor = try CLibrary.openFile(temporary, .create)
    do throws(SystemError) {
      try fill(descriptor, with: bytes)
    } catch {
      try? CLibrary.removeFile(temporary)
      throw error
    }
    return temporary
  }

  /// Makes a folder and the ones it is in.
  static func makeFolders(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try CLibrary.makeFolder(path)
    } catch  where error.isPresence {
      return
    } catch  where error.isAbsence && Path.folder(of: path) != path {
      try makeFolders(Path.folder(of: path))
      do throws(SystemError) {
        try CLibrary.makeFolder(path)
      } catch  where error.isPresence {
        // Another conversion of the same run has made it.
        return
      }
    }
  }

  private static func fill(_ descriptor: Int32, with bytes: ByteBuffer) throws(SystemError) {
    do throws(SystemError) {
      try OutputStream(descriptor: descriptor).write(bytes)
    } catch {
      try? CLibrary.closeFile(descriptor)
      throw error
    }
    try CLibrary.closeFile(descriptor)
  }
}
