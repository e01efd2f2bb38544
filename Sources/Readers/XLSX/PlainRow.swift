internal import IR

/// A row of a sheet that is written in the plainest way, as programs do: cells with a number, a flag
/// or the number of a shared text, no character that stands for another one, and nothing between.
///
/// What is taken for such a row is well-formed XML without a doubt, and so little of it that the
/// parser would find the same: tags with one space before each attribute, attributes in double
/// quotes, of which none is there twice, values and texts of ASCII without `<`, `>` and `&`.
struct PlainRow {
  /// What stands at the beginning of some bytes.
  enum Outcome {
    /// A plain row.
    case row(end: Int)
    /// Perhaps a plain row that goes on beyond them.
    case incomplete
    /// Something else.
    case other
  }

  /// A cell.
  struct PlainCell {
    var reference: GridReference?
    var style = 0
    var type = CellType.number
    /// What it holds.
    var value = 0..<0
  }

  /// The attributes of a row that change nothing here.
  private static let passedOver: [StaticString] = [
    "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed",
    "thickTop", "thickBot",
  ]
  /// One more, where its prefix is declared: Excel writes it.
  private static let descent: StaticString = "x14ac:dyDescent"

  /// The number of the row, from 1, where it has one.
  private(set) var number: Int?
  /// Its cells.
  private(set) var cells: [PlainCell] = []
  /// Whether rows may say how far their letters go below the line.
  private let allowsDescent: Bool
  private let marks = PlainMarks()

  /// Prepares to read rows.
  init(allowsDescent: Bool) { self.allowsDescent = allowsDescent }

  /// Reads the row that begins at an index.
  mutating func read(_ text: Span<UInt8>, from start: Int) -> Outcome {
    number = nil
    cells.removeAll(keepingCapacity: true)
    var scanner = PlainScanner(index: start)
    if readRow(text, &scanner) { return .row(end: scanner.index) }
    return scanner.reachesEnd ? .incomplete : .other
  }

  private mutating func readRow(_ text: Span<UInt8>, _ scanner: inout PlainScanner) -> Bool {
    guard scanner.skip(marks.row, text), readAttributes(text, &scanner) else { return false }
    if scanner.skip(marks.empty, text) { return true }
    guard scanner.skip(marks.end, text) else { return false }
    while !scanner.skip(marks.rowEnd, text) {
      guard scanner.skip(marks.cell, text), readCell(text, &scanner) else { return false }
    }
    return true
  }

  private mutating func readAttributes(
    _ text: Span<UInt8>, _ scanner: inout PlainScanner
  ) -> Bool {
    var found = 0
    while scanner.skip(marks.space, text) {
      guard let (name, value) = scanner.attribute(text) else { return false }
      let bit: Int
      if name.count == 1, text[name.lowerBound] == UInt8(ascii: "r") {
        guard let number = text.integer(in: value) else { return false }
        self.number = number
        bit = 1
      } else if let index = Self.passedOver.firstIndex(where: { text.isWord($0, in: name) }) {
        bit = 2 << index
      } else if allowsDescent, text.isWord(Self.descent, in: name) {
        bit = 2 << Self.passedOver.count
      } else {
        return false
      }
      guard found & bit == 0 else { return false }
      found |= bit
    }
    return true
  }

  private mutating func readCell(_ text: Span<UInt8>, _ scanner: inout PlainScanner) -> Bool {
    var cell = PlainCell()
    var found = (reference: false, style: false, type: false)
    // Most cells have nothing else.
    if scanner.skip(marks.sharedType, text) { (cell.type, found.type) = (.shared, true) }
    while scanner.skip(marks.space, text) {
      guard let (name, value) = scanner.attribute(text), name.count == 1 else { return false }
      switch text[name.lowerBound] {
      case UInt8(ascii: "r") where !found.reference:
        guard let reference = GridReference(text.extracting(value)) else { return false }
        cell.reference = reference
        found.reference = true
      case UInt8(ascii: "s") where !found.style:
        guard let style = text.integer(in: value) else { return false }
        cell.style = style
        found.style = true
      case UInt8(ascii: "t") where !found.type:
        // A text that stands in the cell has elements of its own.
        guard !text.isWord("inlineStr", in: value) else { return false }
        cell.type = CellType(text.extracting(value))
        found.type = true
      default: return false
      }
    }
    if !scanner.skip(marks.empty, text) {
      guard scanner.skip(marks.value, text) else { return false }
      cell.value = scanner.value(text)
      guard scanner.skip(marks.cellEnd, text) else { return false }
    }
    cells.append(cell)
    return true
  }
}

/// One to eight bytes of markup, as one number that is compared at once.
private struct PlainMark {
  let bits: UInt64
  let count: Int

  init(_ text: String) {
    bits = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    count = text.utf8.count
  }
}

/// The markup of plain rows; values, and not of a type: those are checked for being there at every
/// use.
private struct PlainMarks {
  let row = PlainMark("<row")
  let cell = PlainMark("<c")
  let sharedType = PlainMark(" t=\"s\"")
  let space = PlainMark(" ")
  let empty = PlainMark("/>")
  let end = PlainMark(">")
  let value = PlainMark("><v>")
  let cellEnd = PlainMark("</v></c>")
  let rowEnd = PlainMark("</row>")
}

/// A place in plain XML.
private struct PlainScanner {
  /// The index of the next byte.
  private(set) var index: Int
  /// Whether a byte was asked for after the last one.
  private(set) var reachesEnd = false

  init(index: Int) { self.index = index }

  /// The byte some bytes further; a NUL, which stands nowhere in XML, after the last one.
  @inline(__always)
  private mutating func byte(_ offset: Int, _ text: Span<UInt8>) -> UInt8 {
    guard index &+ offset < text.count else {
      reachesEnd = true
      return 0
    }
    return text[index &+ offset]
  }

  /// Moves over a mark; `false` where something else stands there.
  @inline(__always)
  mutating func skip(_ mark: PlainMark, _ text: Span<UInt8>) -> Bool {
    if index &+ ByteWord.byteCount <= text.count {
      let difference = ByteWord(text, at: index).bits ^ mark.bits
      // What follows the mark is shifted out.
      guard difference &<< UInt64(64 &- 8 &* mark.count) == 0 else { return false }
    } else {
      for offset in 0..<mark.count
      where byte(offset, text) != UInt8(truncatingIfNeeded: mark.bits &>> UInt64(8 &* offset)) {
        return false
      }
    }
    index &+= mark.count
    return true
  }

  /// Moves over an attribute; gives its name and its value.
  @inline(__always)
  mutating func attribute(_ text: Span<UInt8>) -> (name: Range<Int>, value: Range<Int>)? {
    let start = index
    while Self.isNameByte(byte(0, text)) { index &+= 1 }
    let name = start..<index
    guard !name.isEmpty, byte(0, text) == UInt8(ascii: "="), byte(1, text) == UInt8(ascii: "\"")
    else { return nil }
    index &+= 2
    let valueStart = index
    while true {
      let byte = byte(0, text)
      if byte == UInt8(ascii: "\"") { break }
      guard Self.isText(byte) || byte == 0x20 else { return nil }
      index &+= 1
    }
    index &+= 1
    return (name, valueStart..<index &- 1)
  }

  /// Moves over text.
  @inline(__always)
  mutating func value(_ text: Span<UInt8>) -> Range<Int> {
    let start = index
    while Self.isText(byte(0, text)) { index &+= 1 }
    return start..<index
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: ":")
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "&")
  }
}

extension Span<UInt8> {
  /// Whether a range is a word.
  fileprivate func isWord(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    var index = range.lowerBound
    for byte in word.description.utf8 {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
