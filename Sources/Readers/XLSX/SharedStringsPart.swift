internal import IR

/// The part `sharedStrings.xml` (ECMA-376-1, 18.4): texts by their number.
final class SharedStringsHandler: XMLHandler {
  private static let item = XMLName("si")
  private static let textElement = XMLName("t")
  private static let phonetic = XMLName("rPh")

  private(set) var failure: ReadError?
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  private var phoneticDepth = 0

  /// The text with a number; `nil` where there is none.
  func text(_ index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

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
      XString.decode(&bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    default: break
    }
  }

  func text(_ text: Span<UInt8>) {
    guard isText else { return }
    for index in text.indices { bytes.append(text[index]) }
  }
}
