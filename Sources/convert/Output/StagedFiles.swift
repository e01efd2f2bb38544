internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The files that are being written under other names than their own.
///
/// A signal that ends the process, such as the one of Control-C, removes them first: what is done
/// stays, and nothing half-written is left, under whatever name.
enum StagedFiles {
  private static let paths = Mutex<Set<String>>([])
  private static let signals = [SIGHUP, SIGINT, SIGTERM]

  /// Sees to it that signals leave no staged files.
  ///
  /// It starts a thread, so it is for runs that write files.
  static func removeOnSignals() {
    // Where there is no pipe or no thread left, signals end the process as ever.
    guard let pipe = try? CLibrary.redirectSignals(signals) else { return }
    let isWatched = CLibrary.startThread {
      var numbers: [UInt8] = []
      while numbers.isEmpty { _ = try? CLibrary.readBytes(pipe, upTo: 1, into: &numbers) }
      // Whoever has the lock never gives it back: no file is staged or finished any more.
      paths.withLock { paths in
        for path in paths { try? CLibrary.removeFile(path) }
        CLibrary.raiseUnhandled(Int32(numbers[0]))
      }
    }
    if !isWatched { CLibrary.restoreSignals(signals) }
  }

  /// Creates a file that is to be finished or abandoned.
  static func create(_ path: String) throws(SystemError) -> Int32 {
    let result = paths.withLock { paths in
      Result { () throws(SystemError) in
        let descriptor = try CLibrary.openFile(path, .create)
        paths.insert(path)
        return descriptor
      }
    }
    return try result.get()
  }

  /// Gives files their names, all of them or, where one cannot have its name, those before it.
  static func finish(_ files: [(staged: String, path: String)]) throws(SystemError) {
    let result = paths.withLock { paths in
      Result { () throws(SystemError) in
        for file in files {
          try CLibrary.renameFile(file.staged, to: file.path)
          paths.remove(file.staged)
        }
      }
    }
    try result.get()
  }

  /// Removes all files that are not finished, where the process is about to end.
  static func abandonAll() {
    paths.withLock { paths in
      for path in paths { try? CLibrary.removeFile(path) }
      paths = []
    }
  }

  /// Removes a file that cannot be finished.
  static func abandon(_ path: String) {
    paths.withLock { paths in
      if paths.remove(path) != nil { try? CLibrary.removeFile(path) }
    }
  }
}
