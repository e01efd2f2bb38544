internal import IR

/// The part `sharedStrings.xml` (ECMA-376-1, 18.4): texts by their number.
final class SharedStringsHandler: XMLHandler {
  private static let item = XMLName("si")
  private static let textElement = XMLName("t")
  private static let phonetic = XMLName("rPh")

  private(set) var failure: ReadError?
  /// What was found.
  private(set) var strings = SharedStrings()
  private var isText = false
  private var phoneticDepth = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // How a text is read aloud is no part of it.
    if name == Self.phonetic { phoneticDepth += 1 }
    if name == Self.textElement { isText = phoneticDepth == 0 }
  }

  func end(_ name: XMLName) {
    switch name {
    case Self.phonetic: phoneticDepth -= 1
    case Self.textElement: isText = false
    case Self.item:
      strings.endText()
    default: break
    }
  }

  func text(_ text: Span<UInt8>) {
    guard isText else { return }
    strings.append(text)
  }
}

/// The shared texts of a workbook: the one table of it that grows with the file.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Appends a piece of the text that is being read.
  mutating func append(_ text: Span<UInt8>) { bytes.append(copying: text) }

  /// Ends a text.
  mutating func endText() {
    XString.decode(&bytes, from: ends.last ?? 0)
    ends.append(bytes.count)
  }

  /// The text with a number; `nil` where there is none.
  func text(_ index: Int) -> ArraySlice<UInt8>? { range(index).map { bytes[$0] } }

  /// Appends the text with a number to others; `false` where there is none.
  func append(_ index: Int, to text: inout [UInt8]) -> Bool {
    guard let range = range(index) else { return false }
    text.append(copying: bytes.span.extracting(range))
    return true
  }

  private func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
