/// A name in a folder.
struct FolderEntry {
  /// What has the name.
  enum Kind {
    /// A file with bytes of its own.
    case file
    /// A folder.
    case folder
    /// A link to something else, or to nothing.
    case link
    /// A pipe, a device or anything else.
    case other
  }

  /// The name.
  let name: String
  /// What has it.
  let kind: Kind
}
