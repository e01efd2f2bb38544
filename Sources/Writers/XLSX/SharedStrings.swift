internal import IR

/// The texts of a workbook, each of them once (ECMA-376-1, 18.4.9).
struct SharedStrings {
  private var indices: [[UInt8]: Int] = [:]
  private var items = ByteBuffer()
  /// How many cells have a text.
  private(set) var useCount = 0

  /// The index of a text.
  mutating func index(of text: ArraySlice<UInt8>) -> Int {
    useCount += 1
    let key = Array(text)
    if let index = indices[key] { return index }
    let index = indices.count
    indices[key] = index
    items.append("<si>")
    items.append(textElement: key.span)
    items.append("</si>")
    return index
  }

  /// Whether there are none.
  var isEmpty: Bool { indices.isEmpty }

  /// The part `xl/sharedStrings.xml`.
  consuming func part() -> ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append(
      """
      <sst xmlns="\(XMLNames.main)" count="\(useCount)" uniqueCount="\(indices.count)">
      """)
    part.append(items)
    part.append("</sst>")
    return part
  }
}

extension ByteBuffer {
  /// Appends the element `t`; blanks at its ends, and line ends, are kept only when it says so.
  mutating func append(textElement text: Span<UInt8>) {
    append(Self.needsPreserving(text) ? "<t xml:space=\"preserve\">" : "<t>")
    append(xml: text)
    append("</t>")
  }

  private static func needsPreserving(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    if text[0] <= 0x20 || text[text.count &- 1] <= 0x20 { return true }
    for index in text.indices where text[index] == 0x0A { return true }
    return false
  }
}
