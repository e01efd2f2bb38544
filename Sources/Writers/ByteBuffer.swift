internal import IR

/// Bytes on their way out, in chunks, so that a large output is never copied as it grows.
public struct ByteBuffer: Sendable {
  /// The size from which a chunk is closed and the next one begun.
  static let chunkByteCount = 1 << 20
  /// How much a chunk may take beyond that without being moved.
  private static let spareByteCount = 1 << 14
  /// The size below which a buffer that is appended is copied, not kept as a chunk of its own.
  private static let copiedByteCount = 1 << 16

  private var closed: [[UInt8]] = []
  private var closedByteCount = 0
  /// The chunk that is being filled: ``openByteCount`` bytes, then zeros to write over.
  private var open: [UInt8] = []
  private var openByteCount = 0

  /// Creates an empty buffer.
  public init() {}

  /// The number of bytes.
  public var count: Int { closedByteCount &+ openByteCount }

  /// Whether there are no bytes.
  public var isEmpty: Bool { count == 0 }

  /// The bytes in one array; copies them.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for chunk in closed { result += chunk }
    return result + open[..<openByteCount]
  }

  /// Passes the chunks on in order.
  public func forEachChunk<Failure: Error>(
    _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    for chunk in closed { try body(chunk[...]) }
    if openByteCount > 0 { try body(open[..<openByteCount]) }
  }

  /// The last byte of the chunk that is being filled.
  var lastByte: UInt8? { openByteCount == 0 ? nil : open[openByteCount &- 1] }

  /// Takes the last byte back; it must be there.
  mutating func dropLastByte() { openByteCount &-= 1 }

  /// Takes back what was written since there were `count` bytes, all in the open chunk.
  mutating func drop(from count: Int) { openByteCount &-= self.count &- count }

  /// Appends a byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    makeRoom(1)
    open[openByteCount] = byte
    openByteCount &+= 1
  }

  /// Appends bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    makeRoom(bytes.count)
    let start = openByteCount
    openByteCount = start &+ bytes.count
    var output = open.mutableSpan
    for index in bytes.indices { output[start &+ index] = bytes[index] }
  }

  /// Appends a text.
  package mutating func append(_ text: String) { append(text.utf8.span) }

  /// Appends the bytes of another buffer.
  public mutating func append(_ other: consuming ByteBuffer) {
    guard other.count > Self.copiedByteCount else {
      other.forEachChunk { append($0.span) }
      return
    }
    close()
    closed += other.closed
    closedByteCount += other.closedByteCount
    open = other.open
    openByteCount = other.openByteCount
  }

  /// Appends a chunk as it is.
  mutating func append(chunk: consuming [UInt8]) {
    close()
    closedByteCount += chunk.count
    closed.append(chunk)
  }

  /// Begins the next chunk when the open one is full.
  @inline(__always)
  mutating func closeFullChunk() {
    if openByteCount >= Self.chunkByteCount { close() }
  }

  private mutating func close() {
    guard openByteCount > 0 else { return }
    open.removeLast(open.count - openByteCount)
    closedByteCount += openByteCount
    closed.append(open)
    open = []
    openByteCount = 0
  }

  /// Takes all chunks out of the buffer.
  mutating func takeChunks() -> [[UInt8]] {
    close()
    defer { self = ByteBuffer() }
    return closed
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if open.count &- openByteCount < count { grow(count) }
  }

  @inline(never)
  private mutating func grow(_ count: Int) {
    let full = Self.chunkByteCount + Self.spareByteCount
    // What follows a chunk is mostly as long.
    let usual = closed.isEmpty ? min(max(2 * open.count, 1 << 10), full) : full
    let needed = openByteCount + count
    let size = needed <= usual ? usual : needed + needed / 2
    open.reserveCapacity(size)
    open.append(contentsOf: repeatElement(0, count: size - open.count))
  }
}

// MARK: - Strings of JSON (RFC 8785, 3.2.2.2)

extension ByteBuffer {
  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)

  /// Appends a text without anything to escape as a string, followed by a byte.
  @inline(__always)
  mutating func append(quoting text: String, then end: UInt8) {
    let text = text.utf8.span
    makeRoom(text.count &+ 3)
    let start = openByteCount &+ 1
    let stop = start &+ text.count
    openByteCount = stop &+ 2
    var output = open.mutableSpan
    output[start &- 1] = UInt8(ascii: "\"")
    for index in text.indices { output[start &+ index] = text[index] }
    output[stop] = UInt8(ascii: "\"")
    output[stop &+ 1] = end
  }

  /// Appends UTF-8 as a string, followed by a byte.
  mutating func append(string text: Span<UInt8>, then end: UInt8) {
    makeRoom(text.count &+ 3)
    let start = openByteCount &+ 1
    let stop = start &+ text.count
    var output = open.mutableSpan
    output[start &- 1] = UInt8(ascii: "\"")
    if Self.copy(text, to: &output, at: start) {
      output[stop] = UInt8(ascii: "\"")
      output[stop &+ 1] = end
      openByteCount = stop &+ 2
    } else {
      openByteCount = start
      appendEscaped(text)
      append(UInt8(ascii: "\""))
      append(end)
    }
  }

  /// Appends a piece of a string.
  mutating func append(escaping text: Span<UInt8>) {
    makeRoom(text.count)
    let start = openByteCount
    var output = open.mutableSpan
    if Self.copy(text, to: &output, at: start) {
      openByteCount = start &+ text.count
    } else {
      appendEscaped(text)
    }
  }

  /// Copies a text; says whether it needs no escapes.
  @inline(__always)
  private static func copy(
    _ text: Span<UInt8>, to output: inout MutableSpan<UInt8>, at start: Int
  ) -> Bool {
    var found: UInt64 = 0
    var index = 0
    while index &+ ByteWord.byteCount <= text.count {
      let word = ByteWord(text, at: index)
      found |=
        word.anyByte(below: 0x20) | word.places(of: UInt8(ascii: "\""))
        | word.places(of: UInt8(ascii: "\\"))
      word.store(in: &output, at: start &+ index)
      index &+= ByteWord.byteCount
    }
    while index < text.count {
      let byte = text[index]
      if needsEscape(byte) { found = 1 }
      output[start &+ index] = byte
      index &+= 1
    }
    return found == 0
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var escapeCount = 0
    for index in text.indices where Self.needsEscape(text[index]) { escapeCount &+= 1 }
    // The longest escape has six bytes.
    makeRoom(text.count &+ 5 &* escapeCount)
    var place = openByteCount
    var output = open.mutableSpan
    for index in text.indices {
      let byte = text[index]
      guard Self.needsEscape(byte) else {
        output[place] = byte
        place &+= 1
        continue
      }
      let letter = Self.escapeLetter(byte)
      output[place] = UInt8(ascii: "\\")
      output[place &+ 1] = letter
      place &+= 2
      guard letter == UInt8(ascii: "u") else { continue }
      output[place] = UInt8(ascii: "0")
      output[place &+ 1] = UInt8(ascii: "0")
      output[place &+ 2] = Self.hexadecimalDigits[Int(byte >> 4)]
      output[place &+ 3] = Self.hexadecimalDigits[Int(byte & 0xF)]
      place &+= 4
    }
    openByteCount = place
  }

  /// What follows the backslash; after `u` come four digits.
  private static func escapeLetter(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case 0x00..<0x20: UInt8(ascii: "u")
    default: byte
    }
  }
}
