internal import IR

/// The parts of a ZIP archive (PKWARE APPNOTE 6.3), each of them unpacked piece by piece.
///
/// Only the central directory counts, as in every spreadsheet program; what lies between the parts
/// is never looked at.
struct ZipArchive {
  /// What the list says about a part.
  struct Entry {
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
  private static let wideEndCount = 56
  /// A value of 32 bits that says that the true one is in the extension ZIP64.
  private static let isElsewhere = Int(UInt32.max)

  private let package: any FileBytes
  /// The limits it is read with.
  let limits: Limits
  private var entries: [String: Entry] = [:]
  /// How many bytes may still be unpacked.
  var bytesLeft: Int

  /// Reads the list of parts.
  init(_ package: any FileBytes, limits: Limits) throws(ReadError) {
    self.package = package
    self.limits = limits
    bytesLeft = limits.packageBytes
    let tail = try LittleEndianBytes(
      package, in: max(package.count - Self.endCount - Int(UInt16.max), 0)..<package.count)
    let end = try Self.findEnd(tail)
    var count = tail.integer(at: end + 10, 2)
    var start = tail.integer(at: end + 16, 4)
    if start == Self.isElsewhere || count == 0xFFFF, let wide = try wideEnd(before: end, tail) {
      count = wide.integer(at: wide.range.lowerBound + 32, 8)
      start = wide.integer(at: wide.range.lowerBound + 48, 8)
    }
    guard count <= limits.packageParts else {
      throw .packageLimit("package-parts", limits.packageParts, "[\(count)]")
    }
    guard count > 0 else { return }
    guard start <= end else { throw .cutShort }
    let list = try LittleEndianBytes(package, in: start..<end)
    for _ in 0..<count { start = try readEntry(list, at: start) }
  }

  private static func findEnd(_ tail: LittleEndianBytes) throws(ReadError) -> Int {
    let last = tail.range.upperBound - endCount
    guard last >= tail.range.lowerBound else { throw .cutShort }
    for offset in stride(from: last, through: tail.range.lowerBound, by: -1)
    where tail.integer(at: offset, 4) == 0x0605_4B50 {
      // The comment goes on to the end, so that this is no part of a comment itself.
      if offset + endCount + tail.integer(at: offset + 20, 2) == tail.range.upperBound {
        return offset
      }
    }
    throw .cutShort
  }

  private func wideEnd(
    before end: Int, _ tail: LittleEndianBytes
  ) throws(ReadError) -> LittleEndianBytes? {
    guard tail.integer(at: end - 20, 4) == 0x0706_4B50 else { return nil }
    let offset = tail.integer(at: end - 12, 8)
    guard offset <= package.count - Self.wideEndCount else { return nil }
    let wide = try LittleEndianBytes(package, in: offset..<offset + Self.wideEndCount)
    return wide.integer(at: offset, 4) == 0x0606_4B50 ? wide : nil
  }

  private mutating func readEntry(
    _ list: LittleEndianBytes, at offset: Int
  ) throws(ReadError) -> Int {
    guard offset <= list.range.upperBound - Self.entryCount,
      list.integer(at: offset, 4) == 0x0201_4B50
    else { throw .cutShort }
    let nameStart = offset + Self.entryCount
    let extraStart = nameStart + list.integer(at: offset + 28, 2)
    let extraEnd = extraStart + list.integer(at: offset + 30, 2)
    let next = extraEnd + list.integer(at: offset + 32, 2)
    guard next <= list.range.upperBound else { throw .cutShort }
    var entry = Entry(
      name: list.text(in: nameStart..<extraStart),
      flags: UInt16(list.integer(at: offset + 8, 2)),
      method: UInt16(list.integer(at: offset + 10, 2)),
      checksum: UInt32(list.integer(at: offset + 16, 4)),
      compressedCount: list.integer(at: offset + 20, 4), count: list.integer(at: offset + 24, 4),
      offset: list.integer(at: offset + 42, 4))
    Self.widen(&entry, extra: extraStart..<extraEnd, of: list)
    guard !entry.name.hasSuffix("/") else { return next }
    let path = try PackagePath.checked(entry.name)
    guard entries.updateValue(entry, forKey: PackagePath.key(path)) == nil else {
      throw .duplicatePart(entry.name)
    }
    return next
  }

  /// Takes sizes of 64 bits from the extra fields.
  private static func widen(
    _ entry: inout Entry, extra: Range<Int>, of list: LittleEndianBytes
  ) {
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + list.integer(at: field + 2, 2)
      if list.integer(at: field, 2) == 1 {
        var place = field + 4
        for path in [\Entry.count, \.compressedCount, \.offset]
        where entry[keyPath: path] == isElsewhere && place + 8 <= min(end, extra.upperBound) {
          entry[keyPath: path] = list.integer(at: place, 8)
          place += 8
        }
      }
      field = end
    }
  }

  /// Whether there is a part.
  func contains(_ path: String) -> Bool { entries[PackagePath.key(path)] != nil }

  /// The size that a part claims to have; 0 where there is none.
  func claimedCount(of path: String) -> Int { entries[PackagePath.key(path)]?.count ?? 0 }

  /// Begins to unpack a part; what it has is not counted off ``bytesLeft``.
  func open(_ path: String) throws(ReadError) -> ZipPart {
    guard let entry = entries[PackagePath.key(path)] else { throw .missingPart(path) }
    guard entry.flags & 1 == 0 else { throw .encryptedPackage }
    return try ZipPart(
      entry, content: content(of: entry), of: package, limits: limits, bytesLeft: bytesLeft)
  }

  private func content(of entry: Entry) throws(ReadError) -> Range<Int> {
    guard entry.offset <= package.count - Self.localCount, entry.offset >= 0 else {
      throw .damaged(entry.name)
    }
    let header = try LittleEndianBytes(
      package, in: entry.offset..<entry.offset + Self.localCount)
    guard header.integer(at: entry.offset, 4) == 0x0403_4B50 else { throw .damaged(entry.name) }
    let start =
      header.range.upperBound + header.integer(at: entry.offset + 26, 2)
      + header.integer(at: entry.offset + 28, 2)
    guard entry.compressedCount <= package.count - start else { throw .damaged(entry.name) }
    return start..<start + entry.compressedCount
  }
}

/// A run of a package with numbers in it, their lowest bytes first.
private struct LittleEndianBytes {
  let range: Range<Int>
  private let bytes: [UInt8]

  init(_ package: any FileBytes, in range: Range<Int>) throws(ReadError) {
    self.range = range
    bytes = try package.bytes(in: range)
  }

  /// A number; 0 beyond the run.
  func integer(at offset: Int, _ count: Int) -> Int {
    guard offset >= range.lowerBound, offset <= range.upperBound - count else { return 0 }
    var value: UInt64 = 0
    for index in 0..<count {
      value |= UInt64(bytes[offset - range.lowerBound + index]) << UInt64(8 * index)
    }
    return Int(clamping: value)
  }

  func text(in part: Range<Int>) -> String {
    let start = part.lowerBound - range.lowerBound
    return String(decoding: bytes[start..<start + part.count], as: UTF8.self)
  }
}
