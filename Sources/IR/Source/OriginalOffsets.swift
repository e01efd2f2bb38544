/// Turns places of a source's text into places of the file it was decoded from.
///
/// Cheap for places in any order: it walks on from the last one, and goes back to the last of its
/// marks for a place before that. UTF-8 files need no walk at all.
public struct OriginalOffsets: Sendable {
  private let source: SourceText
  private let scheme: Scheme
  private var textOffset = 0
  private var fileOffset: Int
  /// Places that were walked over, about ``markDistance`` bytes of text apart.
  private var marks: [(text: Int, file: Int)] = []

  private static let markDistance = 4096

  private enum Scheme {
    case utf8
    case units(Int)
    case gb18030, big5, shiftJIS, eucJP, eucKR
    case singleByte
  }

  /// Creates a converter for a source.
  public init(_ source: SourceText) {
    self.source = source
    fileOffset = source.byteOrderMarkCount
    guard source.original != nil else {
      scheme = .utf8
      return
    }
    switch source.encoding.rawValue {
    case "utf-8": scheme = .utf8
    case "utf-16le", "utf-16be": scheme = .units(2)
    case "utf-32le", "utf-32be": scheme = .units(4)
    case "gbk", "gb18030": scheme = .gb18030
    case "big5": scheme = .big5
    case "shift_jis": scheme = .shiftJIS
    case "euc-jp": scheme = .eucJP
    case "euc-kr": scheme = .eucKR
    default: scheme = .singleByte
    }
  }

  /// The bytes of the file that a run of the text was decoded from.
  public mutating func range(of range: SourceRange) -> Range<Int> {
    let start = offset(of: Int(range.start))
    return start..<max(start, offset(of: Int(range.end)))
  }

  /// The offset in the file of a place in the text.
  public mutating func offset(of place: Int) -> Int {
    if case .utf8 = scheme {
      return place + source.byteOrderMarkCount + (source.piece?.precedingByteCount ?? 0)
    }
    if place < textOffset { goBack(to: place) }
    let utf8 = source.utf8
    let text = utf8.span
    let end = min(place, text.count)
    while textOffset < end {
      step(text)
      if textOffset - (marks.last?.text ?? 0) >= Self.markDistance {
        marks.append((textOffset, fileOffset))
      }
    }
    return fileOffset
  }

  /// Goes to the last mark that is not after a place, or to the start.
  private mutating func goBack(to place: Int) {
    let next = marks.indices.partitioningIndex { marks[$0].text > place }
    (textOffset, fileOffset) = next > 0 ? marks[next - 1] : (0, source.byteOrderMarkCount)
  }

  /// Moves over one character of the file.
  private mutating func step(_ text: Span<UInt8>) {
    let length = text[textOffset].scalarLength
    textOffset += length
    switch scheme {
    case .utf8: fileOffset += length
    case .units(let width): fileOffset += width == 2 && length == 4 ? 4 : width
    case .singleByte: fileOffset += 1
    case .gb18030, .big5, .shiftJIS, .eucJP, .eucKR:
      let (bytes, hasPair) = characterLength()
      fileOffset += bytes
      if hasPair, textOffset < text.count { textOffset += text[textOffset].scalarLength }
    }
  }

  /// The number of bytes of the next character of the file, and whether it is two scalars.
  private func characterLength() -> (bytes: Int, hasPair: Bool) {
    guard let original = source.original, fileOffset < original.count else { return (1, false) }
    let lead = original[fileOffset]
    guard lead >= 0x80 else { return (1, false) }
    let trail = fileOffset + 1 < original.count ? original[fileOffset + 1] : 0
    switch scheme {
    case .gb18030: return (lead == 0x80 ? 1 : trail.isDigit ? 4 : 2, false)
    case .big5:
      // Four characters of Big5-HKSCS are a letter and a combining mark in Unicode.
      let hasPair = lead == 0x88 && [0x62, 0x64, 0xA3, 0xA5].contains(trail)
      return (lead == 0x80 ? 1 : 2, hasPair)
    case .shiftJIS: return (lead >= 0xA0 && lead < 0xE0 || lead == 0x80 ? 1 : 2, false)
    case .eucJP: return (lead == 0x8F ? 3 : lead == 0x8E || lead >= 0xA1 ? 2 : 1, false)
    case .eucKR: return (lead == 0x80 ? 1 : 2, false)
    case .utf8, .units, .singleByte: return (1, false)
    }
  }
}

extension SourceText {
  /// The bytes of the file that a run of the text was decoded from.
  ///
  /// Costs the length of the text before it in encodings other than UTF-8; for many places, use
  /// one ``OriginalOffsets``.
  public func originalRange(of range: SourceRange) -> Range<Int> {
    var offsets = OriginalOffsets(self)
    return offsets.range(of: range)
  }
}
