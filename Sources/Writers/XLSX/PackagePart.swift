internal import IR

/// One part of a package: a file in the archive.
public struct PackagePart: Sendable {
  /// Its path below the root of the package, such as `xl/workbook.xml`.
  public let path: String
  /// Its bytes.
  public let content: ByteBuffer

  /// Whether a package written here may have a part of this path.
  ///
  /// Programs that make workbooks of their own put more into them, such as a theme.
  public static func isPath(_ path: String) -> Bool {
    if fixedPaths.contains(path) { return true }
    guard path.hasPrefix(sheetStart), path.hasSuffix(sheetEnd) else { return false }
    let number = path.utf8.dropFirst(sheetStart.utf8.count).dropLast(sheetEnd.utf8.count)
    return !number.isEmpty
      && number.allSatisfy { $0.isDigit }
  }

  /// The path of a sheet, counted from 1.
  static func sheetPath(_ number: Int) -> String { "\(sheetStart)\(number)\(sheetEnd)" }

  private static let sheetStart = "xl/worksheets/sheet"
  private static let sheetEnd = ".xml"
  private static let fixedPaths: Set<String> = [
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
    "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]

  /// The bytes with each element on a line of its own, for people and for comparison.
  ///
  /// What is in a cell or a string stays on the line of that: white space there would be text.
  public var lines: ByteBuffer {
    var result = ByteBuffer()
    let text = content.bytes
    var start = 0
    // `>` is escaped within text, so these two bytes only stand between tags.
    for index in 1..<max(text.count, 1)
    where text[index] == UInt8(ascii: "<") && text[index - 1] == UInt8(ascii: ">") {
      guard Self.beginsLine(text, at: index + 1) else { continue }
      result.append(text.span.extracting(start..<index))
      result.append(UInt8(ascii: "\n"))
      start = index
    }
    result.append(text.span.extracting(start..<text.count))
    result.append(UInt8(ascii: "\n"))
    return result
  }

  private static let inlineTags = ["v", "t", "is", "/c", "/is", "/si"].map { Array($0.utf8) }

  private static func beginsLine(_ text: [UInt8], at start: Int) -> Bool {
    let end = text[start...].prefix(4).firstIndex { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard let end else { return true }
    return !inlineTags.contains { $0[...] == text[start..<end] }
  }
}
