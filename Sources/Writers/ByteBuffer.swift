internal import IR

/// Keeps chunks of an output that must wait for its end, so that they need not be in memory.
public protocol ChunkStore: Sendable {
  /// Keeps a chunk and says where; `nil` where that fails, so that it stays in memory.
  func keep(_ chunk: [UInt8]) -> Int?

  /// The chunk that is kept at a place; an empty one where it cannot be had back.
  func chunk(at place: Int, count: Int) -> [UInt8]
}

/// Bytes on their way out, in chunks, so that a large output is never copied as it grows.
public struct ByteBuffer: Sendable {
  /// The size from which a chunk is closed and the next one begun.
  static let chunkByteCount = 1 << 20
  /// How much a chunk may take beyond that without being moved.
  private static let spareByteCount = 1 << 14
  /// The size below which a buffer that is appended is copied, not kept as a chunk of its own.
  private static let copiedByteCount = 1 << 16
  /// The size up to which chunks stay in memory although there is a store.
  private static let keptByteCount = 8 << 20

  /// A chunk that is full.
  enum Chunk: Sendable {
    case bytes([UInt8])
    case stored(any ChunkStore, place: Int, count: Int)

    var bytes: [UInt8] {
      switch self {
      case .bytes(let bytes): bytes
      case .stored(let store, let place, let count): store.chunk(at: place, count: count)
      }
    }
  }

  private(set) var store: (any ChunkStore)?
  private var closed: [Chunk] = []
  private var closedByteCount = 0
  /// Whether chunks were taken out, so that what there is does not begin the output.
  private var isContinued = false
  /// The chunk that is being filled: ``openByteCount`` bytes, then zeros to write over.
  private var open: [UInt8] = []
  private var openByteCount = 0

  /// Creates an empty buffer.
  ///
  /// - Parameter store: Where chunks are kept when there are many.
  public init(store: (any ChunkStore)? = nil) { self.store = store }

  /// The number of bytes.
  public var count: Int { closedByteCount &+ openByteCount }

  /// Whether there are no bytes.
  public var isEmpty: Bool { count == 0 }

  /// Whether nothing was ever written.
  var isAtStart: Bool { isEmpty && !isContinued }

  /// The bytes in one array; copies them.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for chunk in closed { result += chunk.bytes }
    return result + open[..<openByteCount]
  }

  /// Passes the chunks on in order.
  public func forEachChunk<Failure: Error>(
    _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    for chunk in closed { try body(chunk.bytes[...]) }
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
    var index = 0
    while index &+ ByteWord.byteCount <= bytes.count {
      ByteWord(bytes, at: index).store(in: &output, at: start &+ index)
      index &+= ByteWord.byteCount
    }
    while index < bytes.count {
      output[start &+ index] = bytes[index]
      index &+= 1
    }
  }

  /// Appends a few bytes.
  @inline(__always)
  mutating func append(_ text: ShortText) {
    makeRoom(ShortText.limit)
    var place = openByteCount
    var output = open.mutableSpan
    text.store(in: &output, at: &place)
    openByteCount = place
  }

  /// Appends four times a few bytes, as cells of JSON begin with.
  @inline(__always)
  mutating func append(
    _ first: ShortText, _ second: ShortText, _ third: ShortText, _ fourth: ShortText
  ) {
    makeRoom(4 &* ShortText.limit)
    var place = openByteCount
    var output = open.mutableSpan
    first.store(in: &output, at: &place)
    second.store(in: &output, at: &place)
    third.store(in: &output, at: &place)
    fourth.store(in: &output, at: &place)
    openByteCount = place
  }

  /// Appends three times a few bytes, as cells of sheets are made of.
  @inline(__always)
  mutating func append(_ first: ShortText, _ second: ShortText, _ third: ShortText) {
    makeRoom(3 &* ShortText.limit)
    var place = openByteCount
    var output = open.mutableSpan
    first.store(in: &output, at: &place)
    second.store(in: &output, at: &place)
    third.store(in: &output, at: &place)
    openByteCount = place
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
    store = store ?? other.store
    closed += other.closed
    closedByteCount += other.closedByteCount
    open = other.open
    openByteCount = other.openByteCount
  }

  /// Appends a chunk as it is.
  mutating func append(chunk: consuming [UInt8]) {
    close()
    add(chunk)
  }

  private mutating func add(_ chunk: [UInt8]) {
    let count = chunk.count
    if let store, closedByteCount >= Self.keptByteCount, let place = store.keep(chunk) {
      closed.append(.stored(store, place: place, count: count))
    } else {
      closed.append(.bytes(chunk))
    }
    closedByteCount += count
  }

  /// Begins the next chunk when the open one is full.
  @inline(__always)
  mutating func closeFullChunk() {
    if openByteCount >= Self.chunkByteCount { close() }
  }

  private mutating func close() {
    guard openByteCount > 0 else { return }
    open.removeLast(open.count - openByteCount)
    add(open)
    open = []
    openByteCount = 0
  }

  /// Takes the chunks out that are full; what was written last stays, so that it can be taken back.
  mutating func takeFullChunks() -> ByteBuffer {
    var full = ByteBuffer()
    guard !closed.isEmpty else { return full }
    swap(&full.closed, &closed)
    full.closedByteCount = closedByteCount
    closedByteCount = 0
    isContinued = true
    return full
  }

  /// All chunks, in order.
  consuming func chunks() -> [Chunk] {
    close()
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
