internal import IR

/// The texts of a workbook, each of them once (ECMA-376-1, 18.4.9).
///
/// A workbook can have a million cells, so this is an open hash table over one array of bytes: no
/// text has memory of its own, and to find one takes three looks at memory far apart.
struct SharedStrings {
  /// A text in the table: its hash and its number plus 1, in one word; 0 where there is none.
  private struct Entry {
    let bits: UInt64

    static let none = Entry(hash: 0, count: 0)

    init(hash: UInt32, count: Int) {
      bits = UInt64(hash) &<< 32 | UInt64(UInt32(truncatingIfNeeded: count))
    }

    var hash: UInt32 { UInt32(truncatingIfNeeded: bits &>> 32) }
    var index: Int { Int(UInt32(truncatingIfNeeded: bits)) &- 1 }
    var isNone: Bool { UInt32(truncatingIfNeeded: bits) == 0 }
  }

  private var bytes: [UInt8] = []
  /// Where each text ends in ``bytes``.
  private var ends: [Int] = []
  /// The texts at places that follow from their hashes.
  private var entries = [Entry](repeating: .none, count: 64)
  /// How many cells have a text.
  private(set) var useCount = 0

  /// The index of a text.
  mutating func index(of text: Span<UInt8>) -> Int {
    useCount += 1
    let hash = Self.hash(text)
    var place = Int(hash) & (entries.count &- 1)
    while !entries[place].isNone {
      let entry = entries[place]
      if entry.hash == hash, isText(entry.index, text) { return entry.index }
      place = (place &+ 1) & (entries.count &- 1)
    }
    bytes.append(copying: text)
    ends.append(bytes.count)
    entries[place] = Entry(hash: hash, count: ends.count)
    if ends.count * 2 > entries.count { grow() }
    return ends.count - 1
  }

  /// Whether there are none.
  var isEmpty: Bool { ends.isEmpty }

  /// Eight bytes at a time; a multiplication takes every bit up, a shift the upper ones down.
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: text.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash = product ^ product &>> 32
    }
    var index = 0
    while index &+ ByteWord.byteCount <= text.count {
      mix(ByteWord(text, at: index).bits)
      index &+= ByteWord.byteCount
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest &<< 8 | UInt64(text[index])
      index &+= 1
    }
    mix(rest)
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }

  private func isText(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index &- 1]
    guard ends[index] &- start == text.count else { return false }
    let known = bytes.span.extracting(start..<ends[index])
    var place = 0
    while place &+ ByteWord.byteCount <= text.count {
      if ByteWord(known, at: place).bits != ByteWord(text, at: place).bits { return false }
      place &+= ByteWord.byteCount
    }
    while place < text.count {
      if known[place] != text[place] { return false }
      place &+= 1
    }
    return true
  }

  private mutating func grow() {
    let known = entries
    entries = [Entry](repeating: .none, count: known.count * 2)
    for entry in known where !entry.isNone {
      var place = Int(entry.hash) & (entries.count - 1)
      while !entries[place].isNone { place = (place + 1) & (entries.count - 1) }
      entries[place] = entry
    }
  }

  /// The part `xl/sharedStrings.xml`.
  consuming func part() -> ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append(
      """
      <sst xmlns="\(XMLNames.main)" count="\(useCount)" uniqueCount="\(ends.count)">
      """)
    var start = 0
    for end in ends {
      part.append("<si>")
      part.append(textElement: bytes.span.extracting(start..<end))
      part.append("</si>")
      part.closeFullChunk()
      start = end
    }
    part.append("</sst>")
    return part
  }
}

extension ByteBuffer {
  /// Appends the element `t`; blanks at its ends, and line ends, are kept only when it says so.
  fileprivate mutating func append(textElement text: Span<UInt8>) {
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
