/// How the command ended.
enum ExitStatus: Int32, Comparable {
  /// All was done.
  case done = 0
  /// All was done, and there is an error diagnostic, or a warning where that is not allowed.
  case diagnosed = 1
  /// The command was used in a wrong way; nothing was done.
  case wrongUse = 2
  /// An input could not be read, or its text is not all accounted for.
  case unreadableInput = 3
  /// An output could not be written.
  case unwritableOutput = 4

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
