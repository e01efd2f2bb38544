/// Replaces bytes that libxml2 deals with badly by others, so that offsets stay as they are.
///
/// It takes a NUL for the end of a text, and compares every attribute of a tag with all before it,
/// so that a tag with very many takes it hours; those after the first thousand become white space.
struct TagCleaner {
  private enum State {
    case text, tag
    case quoted(UInt8)
  }

  private static let largestCount = 1_024
  private var state = State.text
  /// The number of bytes in the tag that may separate attributes.
  private var separatorCount = 0

  /// The byte to give to libxml2 for the next byte of the source.
  @inline(__always)
  mutating func clean(_ byte: UInt8) -> UInt8 {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { startTag() }
      return byte == 0 ? 0x1A : byte
    case .quoted(let quote):
      if byte == quote { state = .tag }
      return byte == 0 ? 0x1A : byte
    case .tag: return cleanInTag(byte)
    }
  }

  private mutating func startTag() {
    state = .tag
    separatorCount = 0
  }

  private mutating func cleanInTag(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: ">"): state = .text
    case UInt8(ascii: "<"): startTag()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      separatorCount += 1
      state = .quoted(byte)
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: "="):
      separatorCount += 1
    case 0: return 0x1A
    default:
      // Text after a `<` that is none of a tag passes here too, and is not taken from the parser.
      if separatorCount > Self.largestCount { return 0x20 }
    }
    return byte
  }
}
