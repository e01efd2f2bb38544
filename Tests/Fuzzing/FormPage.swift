import TestSupport

/// A page of a form as bytes, so that a change of one byte is a change of a cell and not of a
/// letter: most bytes stand for a cell with a word of forms, a few for what is between cells.
enum FormPage {
  /// The words, of which the numbers of their lines are the bytes.
  private static let words: [[UInt8]] = {
    let bytes = (try? Fixture.bytes("fuzz/form-words.txt")) ?? []
    return bytes.split(separator: 0x0A).map(Array.init)
  }()

  /// The page as tab-separated text.
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isWithinRow = false
    var joins = false
    for byte in bytes {
      switch byte {
      case 0xFF:
        text.append(0x0A)
        isWithinRow = false
      case 0xFE:
        text += [0x0A, 0x0A]
        isWithinRow = false
      case 0xFD:
        text.append(0x09)
        isWithinRow = false
      case 0xFC: joins = true
      default:
        if isWithinRow { text.append(joins ? 0x20 : 0x09) }
        if !words.isEmpty { text += words[Int(byte) % words.count] }
        isWithinRow = true
        joins = false
      }
    }
    return text + [0x0A]
  }
}
