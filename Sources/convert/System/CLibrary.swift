// The only file here that crosses into C: every call is wrapped once, and no pointer leaves it.
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The calls of the C library the command line needs, with values in and values out.
enum CLibrary {
  /// How a file is opened.
  enum OpenMode {
    /// For reading.
    case read
    /// For writing an existing file, from its start.
    case write
    /// For writing a file that must not exist yet.
    case create
    /// For writing at the end of a file, which is made where there is none.
    case append
    /// For writing a file that must not exist yet, and reading it again.
    case createToRead
  }

  /// Opens a file.
  static func openFile(_ path: String, _ mode: OpenMode) throws(SystemError) -> Int32 {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .write: O_WRONLY
      case .create: O_WRONLY | O_CREAT | O_EXCL
      case .append: O_WRONLY | O_CREAT | O_APPEND
      case .createToRead: O_RDWR | O_CREAT | O_EXCL
      }
    // Swift passes the path as a C string that lives for the length of the call.
    let rights: mode_t = mode == .createToRead ? 0o600 : 0o666
    return try retrying { unsafe open(path, flags | O_CLOEXEC, rights) }
  }

  /// Closes a file.
  static func closeFile(_ descriptor: Int32) throws(SystemError) {
    // An interrupted close has closed the file on Linux, so it is not tried again.
    guard close(descriptor) == 0 || errno == EINTR else { throw SystemError(code: errno) }
  }

  /// Appends up to `count` bytes to an array; 0 at the end of the file.
  static func readBytes(
    _ descriptor: Int32, upTo count: Int, into bytes: inout [UInt8]
  ) throws(SystemError) -> Int {
    var result: Result<Int, SystemError> = .success(0)
    bytes.append(addingCapacity: count) { output in
      // The buffer is the array's spare capacity; `read` fills it from its start.
      unsafe output.withUnsafeMutableBufferPointer { buffer, initializedCount in
        result = Result { () throws(SystemError) in
          try retrying { unsafe read(descriptor, buffer.baseAddress, count) }
        }
        initializedCount = (try? result.get()) ?? 0
      }
    }
    return try result.get()
  }

  /// Appends up to `count` bytes from a place of a file on to an array; 0 at the end of the file.
  static func readBytes(
    _ descriptor: Int32, at place: Int, upTo count: Int, into bytes: inout [UInt8]
  ) throws(SystemError) -> Int {
    var result: Result<Int, SystemError> = .success(0)
    bytes.append(addingCapacity: count) { output in
      // The buffer is the array's spare capacity; `pread` fills it from its start.
      unsafe output.withUnsafeMutableBufferPointer { buffer, initializedCount in
        result = Result { () throws(SystemError) in
          try retrying { unsafe pread(descriptor, buffer.baseAddress, count, place) }
        }
        initializedCount = (try? result.get()) ?? 0
      }
    }
    return try result.get()
  }

  /// Writes bytes, as many as the file takes at once.
  static func writeBytes(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(SystemError) -> Int {
    try retrying {
      // The pointer is used only in the closure.
      unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  /// Gives a file another name, in place of the file that had it.
  static func renameFile(_ path: String, to other: String) throws(SystemError) {
    _ = try retrying { unsafe rename(path, other) }
  }

  /// Removes a file.
  static func removeFile(_ path: String) throws(SystemError) {
    _ = try retrying { unsafe unlink(path) }
  }

  /// Makes a folder.
  static func makeFolder(_ path: String) throws(SystemError) {
    _ = try retrying { unsafe mkdir(path, 0o777) }
  }

  /// What the system says about the file of a name, links followed.
  static func status(of path: String) throws(SystemError) -> FileStatus {
    var result = stat()
    _ = try retrying { unsafe stat(path, &result) }
    return FileStatus(result)
  }

  /// What the system says about an open file.
  static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var result = stat()
    _ = try retrying { unsafe fstat(descriptor, &result) }
    return FileStatus(result)
  }

  /// The absolute path of an existing file, links followed.
  static func resolvedPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw SystemError(code: errno) }
    // `realpath` allocated the text; it is copied before it is freed.
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// What is in a folder but `.` and `..`, in no order.
  static func entries(of folder: String) throws(SystemError) -> [FolderEntry] {
    guard let stream = unsafe opendir(folder) else { throw SystemError(code: errno) }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(stream) {
      // The name ends with a zero inside its array; it is copied before the next call.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let kind =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): FolderEntry.Kind.file
        case Int(DT_DIR): FolderEntry.Kind.folder
        case Int(DT_LNK): FolderEntry.Kind.link
        // Some file systems do not say.
        case Int(DT_UNKNOWN): entryKind(of: Path.join(folder, name))
        default: FolderEntry.Kind.other
        }
      entries.append(FolderEntry(name: name, kind: kind))
    }
    return entries
  }

  /// What is in a folder under a name, links not followed.
  private static func entryKind(of path: String) -> FolderEntry.Kind {
    var result = stat()
    guard unsafe lstat(path, &result) == 0 else { return .other }
    switch result.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    // The text belongs to the environment, which nothing here changes; it is copied.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The system's own words for an error.
  static func text(of code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "\(code)"
  }

  /// Where the numbers of signals are written to; a pipe, whose other end somebody reads.
  private static let signalPipe = Atomic<Int32>(-1)

  /// Has signals written to a pipe, a byte for each, in place of what they do.
  ///
  /// Signals that whoever started the process wants to be ignored, as `nohup` does, stay ignored.
  ///
  /// - Returns: The end of the pipe to read from.
  static func redirectSignals(_ numbers: [Int32]) throws(SystemError) -> Int32 {
    var ends: [Int32] = [-1, -1]
    _ = try retrying { unsafe pipe(&ends) }
    signalPipe.store(ends[1], ordering: .sequentiallyConsistent)
    for number in numbers {
      let previous = signal(number) { number in
        // Of all that may be done here, this is enough: the rest is done by a thread.
        let savedError = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(CLibrary.signalPipe.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = savedError
      }
      // Handlers are functions or small numbers; they can only be compared as numbers.
      let isIgnored =
        unsafe unsafeBitCast(previous, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { signal(number, SIG_IGN) }
    }
    return ends[0]
  }

  /// Has signals do again what they do when nobody handles them.
  static func restoreSignals(_ numbers: [Int32]) {
    for number in numbers { signal(number, SIG_DFL) }
  }

  /// Does with a signal what is done when nobody handles it: most end the process.
  static func raiseUnhandled(_ number: Int32) {
    signal(number, SIG_DFL)
    // Whoever started the process may have blocked it, and threads inherit that.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }

  /// Starts a thread that nobody waits for; `false` when there can be none.
  static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    #if canImport(Glibc)
      var thread: pthread_t = 0
    #else
      var thread: pthread_t?
    #endif
    // The thread takes over the reference to the body.
    let work = unsafe Unmanaged.passRetained(ThreadBody(run: body)).toOpaque()
    let result = unsafe pthread_create(
      &thread, nil,
      { work in
        if let work = unsafe work {
          unsafe Unmanaged<ThreadBody>.fromOpaque(work).takeRetainedValue().run()
        }
        return nil
      }, work)
    return result == 0
  }

  /// Runs a call again while signals interrupt it.
  private static func retrying<Count: SignedInteger>(
    _ call: () -> Count
  ) throws(SystemError) -> Count {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(code: errno) }
    }
  }
}

/// What a thread does, as something with an address.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    byteCount = Int(status.st_size)
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }
}
