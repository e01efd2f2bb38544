internal import Writers

/// Writes a file whole or not at all.
enum OutputFile {
  /// Writes bytes to a file, by way of another one in the same folder that then takes its name;
  /// makes the folder where there is none.
  ///
  /// - Parameter number: What tells this output from the others of the run.
  static func write(_ bytes: ByteBuffer, to path: String, number: Int) throws(SystemError) {
    let draft = try OutputDraft(makingFolders: path, number: number)
    try draft.append(bytes)
    try draft.finish()
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
}
