internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The process the command runs in.
enum CurrentProcess {
  /// The number of the process.
  static var identifier: Int { Int(getpid()) }

  private static let lastNumber = Atomic(0)

  /// A number that no other part of the process has.
  static func uniqueNumber() -> Int {
    lastNumber.add(1, ordering: .relaxed).newValue
  }

  /// The number of processors that are in use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Makes a write that a closed pipe or a limit on files stops fail, instead of ending the
  /// process in the middle of an output.
  static func ignoreWriteSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether a person sees what is written.
  static func isTerminal(_ stream: OutputStream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Ends the process.
  static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}
