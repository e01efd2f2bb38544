internal import IR
internal import Synchronization
internal import Writers

/// Keeps output that must wait in a file without a name, which goes when nobody has it open.
final class SpillFile: ChunkStore {
  private enum State {
    /// Nothing had to be kept yet.
    case unused
    /// The file, how much is in it, and whether it takes more.
    case file(Int32, byteCount: Int, isFull: Bool)
    /// There is no place for a file: all stays in memory.
    case unavailable
  }

  /// The folder for large files that nobody is to keep, unless the person names one.
  private static let folder = "/var/tmp"

  private let state = Mutex(State.unused)

  deinit {
    if case .file(let descriptor, _, _) = state.withLock({ $0 }) {
      try? CLibrary.closeFile(descriptor)
    }
  }

  func keep(_ chunk: [UInt8]) -> Int? {
    state.withLock { state in
      if case .unused = state { state = Self.open() }
      guard case .file(let descriptor, let byteCount, false) = state else { return nil }
      do throws(SystemError) {
        try OutputStream(descriptor: descriptor).write(chunk[...])
      } catch {
        // What was kept before can still be read.
        state = .file(descriptor, byteCount: byteCount, isFull: true)
        return nil
      }
      state = .file(descriptor, byteCount: byteCount + chunk.count, isFull: false)
      return byteCount
    }
  }

  func chunk(at place: Int, count: Int) -> [UInt8] {
    guard case .file(let descriptor, _, _) = state.withLock({ $0 }) else { Self.endUnreadable() }
    var bytes: [UInt8] = []
    while bytes.count < count {
      let readCount = try? CLibrary.readBytes(
        descriptor, at: place + bytes.count, upTo: count - bytes.count, into: &bytes)
      guard let readCount, readCount > 0 else { Self.endUnreadable() }
    }
    return bytes
  }

  /// Ends the process: an output without what was kept would not be whole.
  private static func endUnreadable() -> Never {
    let language = Language.ofArguments ?? .ofLocale
    let message = LocalizedText(
      en: "what was kept in a temporary file cannot be read again; name another folder in TMPDIR",
      zh: "暂存在临时文件里的内容读不回来了；请用 TMPDIR 指定别的文件夹")
    StagedFiles.abandonAll()
    OutputStream.standardError.print(Severity.error.line(FormConvert.name, message, language))
    CurrentProcess.end(.unwritableOutput)
  }

  private static func open() -> State {
    let name = ".formconvert-\(CurrentProcess.identifier)-\(CurrentProcess.uniqueNumber()).tmp"
    let path = Path.join(CLibrary.environment("TMPDIR") ?? folder, name)
    guard let descriptor = try? CLibrary.openFile(path, .createToRead) else { return .unavailable }
    try? CLibrary.removeFile(path)
    return .file(descriptor, byteCount: 0, isFull: false)
  }
}
