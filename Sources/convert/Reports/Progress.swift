/// A line at the bottom of the terminal that says how far a batch has come.
struct Progress {
  private let total: Int
  private var count = 0

  /// Creates a line, if a person looks at standard error and there is something to wait for.
  init?(total: Int) {
    guard total > 1, CurrentProcess.isTerminal(.standardError) else { return nil }
    self.total = total
  }

  /// Takes the line away, so that something else can be written.
  func clear() { OutputStream.standardError.print("\r\u{1B}[K") }

  /// Says that one more input is done.
  mutating func advance(past name: String) {
    count += 1
    guard count < total else { return }
    OutputStream.standardError.print("\(count)/\(total) \(name.prefix(60).visible)")
  }
}
