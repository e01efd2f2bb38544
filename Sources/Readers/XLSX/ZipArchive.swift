internal import IR

/// The parts of a ZIP archive (PKWARE APPNOTE 6.3), each of them unpacked piece by piece.
///
/// Only the central directory counts, as in every spreadsheet program; what lies between the parts
/// is never looked at.
struct ZipArchive {
  private struct Entry {
    var name: String
    var flags: UInt16
    var method: UInt16
    var checksum: UInt32
    var compressedCount: Int
    var count: Int
    var offset: Int
  }

  private static let endCount = 22
  private static let entryCount = 46
  private static let localCount = 30
  /// A value of 32 bits that says that the true one is in the extension ZIP64.
  private static let isElsewhere = Int(UInt32.max)

  private let bytes: [UInt8]
  private let limits: Limits
  private var entries: [String: Entry] = [:]
  /// How many bytes may still be unpacked.
  private var bytesLeft: Int

  /// Reads the list of parts.
  init(_ bytes: [UInt8], limits: Limits) throws(ReadError) {
    self.bytes = bytes
    self.limits = limits
    bytesLeft = limits.packageBytes
    let end = try findEnd()
    var count = integer(at: end + 10, 2)
    var offset = integer(at: end + 16, 4)
    if offset == Self.isElsewhere || count == 0xFFFF, let wide = wideEnd(before: end) {
      count = integer(at: wide + 32, 8)
      offset = integer(at: wide + 48, 8)
    }
    guard count <= limits.packageParts else {
      throw .packageLimit("package-parts", limits.packageParts, "[\(count)]")
    }
    for _ in 0..<count { offset = try readEntry(at: offset) }
  }

  /// A number, its lowest byte first; 0 beyond the end.
  private func integer(at offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - count else { return 0 }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return Int(clamping: value)
  }

  private func findEnd() throws(ReadError) -> Int {
    let last = bytes.count - Self.endCount
    let first = max(last - Int(UInt16.max), 0)
    guard last >= 0 else { throw .cutShort }
    for offset in stride(from: last, through: first, by: -1)
    where integer(at: offset, 4) == 0x0605_4B50 {
      // The comment goes on to the end, so that this is no part of a comment itself.
      if offset + Self.endCount + integer(at: offset + 20, 2) == bytes.count { return offset }
    }
    throw .cutShort
  }

  private func wideEnd(before end: Int) -> Int? {
    guard end >= 20, integer(at: end - 20, 4) == 0x0706_4B50 else { return nil }
    let offset = integer(at: end - 12, 8)
    return integer(at: offset, 4) == 0x0606_4B50 ? offset : nil
  }

  private mutating func readEntry(at offset: Int) throws(ReadError) -> Int {
    guard offset >= 0, offset <= bytes.count - Self.entryCount,
      integer(at: offset, 4) == 0x0201_4B50
    else { throw .cutShort }
    let nameStart = offset + Self.entryCount
    let extraStart = nameStart + integer(at: offset + 28, 2)
    let extraEnd = extraStart + integer(at: offset + 30, 2)
    let next = extraEnd + integer(at: offset + 32, 2)
    guard next <= bytes.count else { throw .cutShort }
    var entry = Entry(
      name: String(decoding: bytes[nameStart..<extraStart], as: UTF8.self),
      flags: UInt16(integer(at: offset + 8, 2)), method: UInt16(integer(at: offset + 10, 2)),
      checksum: UInt32(integer(at: offset + 16, 4)),
      compressedCount: integer(at: offset + 20, 4), count: integer(at: offset + 24, 4),
      offset: integer(at: offset + 42, 4))
    widen(&entry, extra: extraStart..<extraEnd)
    guard !entry.name.hasSuffix("/") else { return next }
    let path = try PackagePath.checked(entry.name)
    guard entries.updateValue(entry, forKey: PackagePath.key(path)) == nil else {
      throw .duplicatePart(entry.name)
    }
    return next
  }

  /// Takes sizes of 64 bits from the extra fields.
  private func widen(_ entry: inout Entry, extra: Range<Int>) {
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + integer(at: field + 2, 2)
      if integer(at: field, 2) == 1 {
        var place = field + 4
        for path in [\Entry.count, \.compressedCount, \.offset]
        where entry[keyPath: path] == Self.isElsewhere && place + 8 <= min(end, extra.upperBound) {
          entry[keyPath: path] = integer(at: place, 8)
          place += 8
        }
      }
      field = end
    }
  }

  /// Whether there is a part.
  func contains(_ path: String) -> Bool { entries[PackagePath.key(path)] != nil }

  /// Unpacks a part and passes it on piece by piece.
  mutating func read(
    _ path: String, _ body: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard let entry = entries[PackagePath.key(path)] else { throw .missingPart(path) }
    guard entry.flags & 1 == 0 else { throw .encryptedPackage }
    let range = try content(of: entry)
    var state = Reading(entry: entry, left: bytesLeft)
    switch entry.method {
    case 0:
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(start + 1 << 16, range.upperBound)
        let piece = bytes.span.extracting(start..<end)
        try state.take(piece, limits)
        try body(piece)
        start = end
      }
    case 8: try inflate(range, &state, body)
    default: throw .damaged(entry.name)
    }
    guard state.count == entry.count, state.checksum == entry.checksum else {
      throw .damaged(entry.name)
    }
    bytesLeft = state.left
  }

  private struct Reading {
    let entry: Entry
    var left: Int
    var count = 0
    var checksum: UInt32 = 0

    mutating func take(_ piece: Span<UInt8>, _ limits: Limits) throws(ReadError) {
      count += piece.count
      left -= piece.count
      checksum = Inflater.checksum(checksum, piece)
      guard left >= 0 else {
        throw .packageLimit("package-bytes", limits.packageBytes, entry.name)
      }
      let ratio = count / max(entry.compressedCount, 1)
      guard count <= limits.freelyUnpackedBytes || ratio <= limits.compressionRatio else {
        throw .packageLimit("compression-ratio", limits.compressionRatio, entry.name)
      }
    }
  }

  private func inflate(
    _ range: Range<Int>, _ state: inout Reading, _ body: (Span<UInt8>) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard var inflater = Inflater() else { throw .noParser }
    var offset = range.lowerBound
    while true {
      let outcome = inflater.step(bytes, &offset, end: range.upperBound)
      guard outcome != .damaged else { throw .damaged(state.entry.name) }
      if inflater.output.count > 0 {
        try state.take(inflater.output.span, limits)
        try body(inflater.output.span)
      }
      if outcome == .end { return }
    }
  }

  private func content(of entry: Entry) throws(ReadError) -> Range<Int> {
    guard entry.offset <= bytes.count - Self.localCount, entry.offset >= 0,
      integer(at: entry.offset, 4) == 0x0403_4B50
    else { throw .damaged(entry.name) }
    let start =
      entry.offset + Self.localCount + integer(at: entry.offset + 26, 2)
      + integer(at: entry.offset + 28, 2)
    guard entry.compressedCount <= bytes.count - start else { throw .damaged(entry.name) }
    return start..<start + entry.compressedCount
  }
}

/// Names of parts (ECMA-376-2, 6.2.2).
enum PackagePath {
  /// What two names must not share: they are told apart without regard to case.
  static func key(_ path: String) -> String { path.lowercased() }

  /// The path of a part as the archive has it.
  static func checked(_ path: String) throws(ReadError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.contains("\\"), !path.hasPrefix("/"), !parts.contains(".."), !parts.contains(".")
    else { throw .badPath(path) }
    return path
  }

  /// The part that a relationship of another part leads to.
  static func resolve(_ target: String, from source: String) throws(ReadError) -> String {
    var parts: [Substring] = []
    if !target.hasPrefix("/") { parts = source.split(separator: "/").dropLast() }
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { throw .badPath(target) }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
