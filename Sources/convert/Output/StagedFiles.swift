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
  /// The files that are staged, in several lists: whoever stages a file keeps others that have the
  /// same list waiting until the file is there.
  private static let lists = (0..<16).map { _ in StagedList() }
  private static let signals = [SIGHUP, SIGINT, SIGTERM]

  private static func list(of path: String) -> StagedList {
    lists[Int(path.hashValue.magnitude % UInt(lists.count))]
  }

  /// Sees to it that signals leave no staged files.
  ///
  /// It starts a thread, so it is for runs that write files.
  static func removeOnSignals() {
    // Where there is no pipe or no thread left, signals end the process as ever.
    guard let pipe = try? CLibrary.redirectSignals(signals) else { return }
    let isWatched = CLibrary.startThread {
      var numbers: [UInt8] = []
      while numbers.isEmpty { _ = try? CLibrary.readBytes(pipe, upTo: 1, into: &numbers) }
      // No lock is given back: no file is staged or finished any more.
      removeAll(lists[...]) { CLibrary.raiseUnhandled(Int32(numbers[0])) }
    }
    if !isWatched { CLibrary.restoreSignals(signals) }
  }

  /// Creates a file that is to be finished or abandoned.
  static func create(_ path: String) throws(SystemError) -> Int32 {
    let result = list(of: path).paths.withLock { paths in
      Result { () throws(SystemError) in
        let descriptor = try CLibrary.openFile(path, .create)
        paths.insert(path)
        return descriptor
      }
    }
    return try result.get()
  }

  /// Gives a file its name.
  static func finish(_ staged: String, as path: String) throws(SystemError) {
    let result = list(of: staged).paths.withLock { paths in
      Result { () throws(SystemError) in
        try CLibrary.renameFile(staged, to: path)
        paths.remove(staged)
      }
    }
    try result.get()
  }

  /// Gives files their names, with no signal between the first and the last: all of them or, where
  /// one cannot have its name, those before it.
  static func finish(_ files: [(staged: String, path: String)]) throws(SystemError) {
    var finished: [String] = []
    var result: Result<Void, SystemError> = .success(())
    withAllLocked(lists[...]) {
      result = Result { () throws(SystemError) in
        for file in files {
          try CLibrary.renameFile(file.staged, to: file.path)
          finished.append(file.staged)
        }
      }
    }
    for path in finished { list(of: path).paths.withLock { _ = $0.remove(path) } }
    try result.get()
  }

  private static func withAllLocked(_ lists: ArraySlice<StagedList>, _ body: () -> Void) {
    guard let first = lists.first else { return body() }
    first.paths.withLock { _ in withAllLocked(lists.dropFirst(), body) }
  }

  /// Removes all files that are not finished, where the process is about to end.
  static func abandonAll() { removeAll(lists[...]) {} }

  /// Removes the files of lists, and ends while none of the lists can have further ones.
  private static func removeAll(_ lists: ArraySlice<StagedList>, then end: () -> Void) {
    guard let first = lists.first else { return end() }
    first.paths.withLock { paths in
      for path in paths { try? CLibrary.removeFile(path) }
      paths = []
      removeAll(lists.dropFirst(), then: end)
    }
  }

  /// Removes a file that cannot be finished.
  static func abandon(_ path: String) {
    list(of: path).paths.withLock { paths in
      if paths.remove(path) != nil { try? CLibrary.removeFile(path) }
    }
  }
}

/// A list of staged files.
private final class StagedList: Sendable {
  let paths = Mutex<Set<String>>([])
}
