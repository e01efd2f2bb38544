/// What the system says about a file.
struct FileStatus {
  /// What a file is.
  enum Kind {
    /// A file with bytes of its own.
    case file
    /// A folder.
    case folder
    /// A pipe, a device or anything else.
    case other
  }

  /// What tells one file from every other one, whatever its names are.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  let kind: Kind
  let byteCount: Int
  let identity: Identity
}
