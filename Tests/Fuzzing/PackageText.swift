import TestSupport

/// A workbook as text: a line `@@ NAME` before the content of each part.
///
/// Changed bytes of an archive seldom get past its checksums; changed bytes of this always do.
enum PackageText {
  private static let mark = Array("@@ ".utf8)

  /// The archive of the parts that a text describes.
  static func package(of bytes: [UInt8]) -> [UInt8] {
    var parts: [PackageMaker.Part] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        parts.append(.init(String(decoding: line.dropFirst(3), as: UTF8.self), ""))
      } else if !parts.isEmpty {
        parts[parts.count - 1].content += line + [0x0A]
      }
    }
    return PackageMaker(parts).bytes
  }

  /// The text of parts.
  static func text(of parts: [PackageMaker.Part]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += mark
      bytes += part.name.utf8
      bytes.append(0x0A)
      bytes += part.content
      bytes.append(0x0A)
    }
    return bytes
  }
}
