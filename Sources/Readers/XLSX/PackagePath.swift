/// Names of parts (ECMA-376-2, 6.2.2).
enum PackagePath {
  /// What two names must not share: they are told apart without regard to case.
  static func key(_ path: String) -> String { path.lowercased() }

  /// The path of a part as the archive has it.
  static func checked(_ path: String) throws(ReadError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.contains("\\"), !path.hasPrefix("/"), !parts.contains(".."), !parts.contains(".")
    else { throw .badPath(path) }
    return path
  }

  /// The part that a relationship of another part leads to.
  static func resolve(_ target: String, from source: String) throws(ReadError) -> String {
    var parts: [Substring] = []
    if !target.hasPrefix("/") { parts = source.split(separator: "/").dropLast() }
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { throw .badPath(target) }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
