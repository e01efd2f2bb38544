internal import IR

/// Puts parts into a ZIP archive (PKWARE APPNOTE 6.3), the same bytes every time.
///
/// An own container of two kinds of records: the libraries for it write one entry after the other
/// through zlib, while here parts are compressed on their own, by a faster library. Times are all
/// 1980-01-01, the first that ZIP knows, so that nothing depends on the clock.
struct ZipWriter: ~Copyable {
  private static let versionNeeded: UInt16 = 20
  /// Bit 11: names are UTF-8.
  private static let flags: UInt16 = 1 << 11
  /// 1980-01-01, 00:00.
  private static let date: UInt16 = 1 << 5 | 1
  /// The size up to which parts are copied, so that small ones do not take a chunk each.
  private static let copiedByteCount = 1 << 16
  /// Offsets and sizes have 32 bits without the extension ZIP64, which some programs refuse.
  private static let byteLimit = Int(UInt32.max)

  /// The size from which parts are compressed in less time.
  private static let largeByteCount = 2 << 20

  private let usual: Deflate
  private let fast: Deflate
  private var output = ByteBuffer()
  private var directory = ByteBuffer()
  private var count: UInt16 = 0

  /// Creates an empty archive.
  init() throws(WriteError) {
    guard let usual = Deflate(.usual), let fast = Deflate(.small) else {
      throw WriteError(LocalizedText(en: "no memory to compress with", zh: "没有可用于压缩的内存"))
    }
    self.usual = usual
    self.fast = fast
  }

  /// Adds a part.
  mutating func add(_ part: PackagePart) throws(WriteError) {
    let content = part.content.bytes
    let isLarge = content.count >= Self.largeByteCount
    let compressed = isLarge ? fast.compress(content) : usual.compress(content)
    let stored = compressed ?? content
    let start = output.count
    guard content.count <= Self.byteLimit, start + stored.count <= Self.byteLimit else {
      throw WriteError(
        LocalizedText(
          en:
            "\(part.path): a package can have at most \(Self.byteLimit) bytes; write fewer sheets",
          zh: "\(part.path)：一个文件包最多 \(Self.byteLimit) 字节；请减少工作表"))
    }
    var entry = ByteBuffer()
    entry.append(little: Self.versionNeeded)
    entry.append(little: Self.flags)
    entry.append(little: compressed == nil ? 0 : 8 as UInt16)
    entry.append(little: 0 as UInt16)
    entry.append(little: Self.date)
    entry.append(little: Deflate.checksum(content))
    entry.append(little: UInt32(stored.count))
    entry.append(little: UInt32(content.count))
    entry.append(little: UInt16(part.path.utf8.count))
    entry.append(little: 0 as UInt16)
    let common = entry.bytes

    output.append(little: 0x0403_4B50 as UInt32)
    output.append(common.span)
    output.append(part.path)
    if stored.count > Self.copiedByteCount {
      output.append(chunk: stored)
    } else {
      output.append(stored.span)
    }

    directory.append(little: 0x0201_4B50 as UInt32)
    directory.append(little: Self.versionNeeded)
    directory.append(common.span)
    // No comment, the first disk, no attributes.
    directory.append([UInt8](repeating: 0, count: 10).span)
    directory.append(little: UInt32(start))
    directory.append(part.path)
    count += 1
  }

  /// The whole archive.
  consuming func finish() -> ByteBuffer {
    let start = UInt32(truncatingIfNeeded: output.count)
    let size = UInt32(truncatingIfNeeded: directory.count)
    output.append(directory)
    output.append(little: 0x0605_4B50 as UInt32)
    output.append(little: 0 as UInt32)
    output.append(little: count)
    output.append(little: count)
    output.append(little: size)
    output.append(little: start)
    output.append(little: 0 as UInt16)
    return output
  }
}

extension ByteBuffer {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(little value: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
