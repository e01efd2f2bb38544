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
      try StagedFiles.finish([(temporary, target)])
    } catch {
      StagedFiles.abandon([temporary])
      throw error
    }
  }

  /// Writes bytes to a new file that is to take the name of another one in the same folder.
  ///
  /// - Returns: The path of the new file. After an error there is none.
  static func stage(
    _ bytes: ByteBuffer, for target: String, number: Int
  ) throws(SystemError) -> String {
    let (temporary, descriptor) = try create(beside: target, number: number)
    do throws(SystemError) {
      try fill(descriptor, with: bytes)
    } catch {
      StagedFiles.abandon([temporary])
      throw error
    }
    return temporary
  }

  /// How many names are tried for a staged file.
  private static let mostNames = 100

  /// Creates a file in the folder of another one, by a name that is free.
  private static func create(
    beside target: String, number: Int
  ) throws(SystemError) -> (path: String, descriptor: Int32) {
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
