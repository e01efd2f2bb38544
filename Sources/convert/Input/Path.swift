/// Paths as text: no file is looked at.
enum Path {
  /// The parts of a path from the root, without `.`, `..` and doubled slashes.
  ///
  /// - Parameter folder: The absolute path a relative one is below.
  static func components(of path: String, in folder: String) -> [String] {
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    var components: [String] = []
    for part in absolute.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(String(part))
      }
    }
    return components
  }

  /// A path from the root, without `.`, `..` and doubled slashes.
  ///
  /// - Parameter folder: The absolute path a relative one is below.
  static func absolute(_ path: String, in folder: String) -> String {
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    var previous = UInt8(ascii: "/")
    for byte in absolute.utf8.dropFirst() {
      let mayBeLeftOut = byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      if mayBeLeftOut, previous == UInt8(ascii: "/") {
        return "/" + components(of: absolute, in: folder).joined(separator: "/")
      }
      previous = byte
    }
    return previous == UInt8(ascii: "/") ? withoutSlashes(absolute) : absolute
  }

  /// The parts all paths begin with.
  static func commonPrefix(_ paths: some Sequence<[String]>) -> [String] {
    var common: [String]?
    for path in paths {
      guard let known = common else {
        common = path
        continue
      }
      let count = zip(known, path).prefix { $0 == $1 }.count
      common = Array(known.prefix(count))
    }
    return common ?? []
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    let bytes = path.utf8
    guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return path }
    let slash = bytes[..<last].lastIndex(of: UInt8(ascii: "/"))
    let start = slash.map(bytes.index(after:)) ?? bytes.startIndex
    return String(path[start..<bytes.index(after: last)])
  }

  /// The folder of a path: what stands before its last part.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path without the slashes at its end; that of the root stays.
  static func withoutSlashes(_ path: String) -> String {
    guard let last = path.lastIndex(where: { $0 != "/" }) else { return path.isEmpty ? "" : "/" }
    return String(path[...last])
  }

  /// A path below a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
