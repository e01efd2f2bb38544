internal import Synchronization

/// A value that is made when it is first asked for, and shared by all copies and threads.
final class Lazy<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// The value; made by the closure where it is not known yet.
  func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
