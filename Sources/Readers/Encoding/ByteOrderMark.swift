internal import IR

/// A byte order mark at the start of an input.
struct ByteOrderMark {
  /// The encoding it announces.
  let encoding: TextEncoding
  /// The number of its bytes.
  let count: Int

  /// Finds the mark of an input; `nil` when it has none.
  init?(_ bytes: [UInt8]) {
    // UTF-32LE first: its mark begins with that of UTF-16LE.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
      (encoding, count) = (TextEncoding(rawValue: "utf-32le"), 4)
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      (encoding, count) = (TextEncoding(rawValue: "utf-32be"), 4)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, count) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, count) = (.utf16LE, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, count) = (.utf16BE, 2)
    } else {
      return nil
    }
  }

  /// Refuses a UTF-16 mark before text that is UTF-8, which would be read as noise.
  func check(_ bytes: [UInt8]) throws(ReadError) {
    guard encoding == .utf16LE || encoding == .utf16BE else { return }
    let rest = Array(bytes.dropFirst(count))
    guard !rest.isEmpty, !rest.contains(0), UTF8Shape(rest).failure == nil,
      !UTF16Shape.isPlausible(rest, bigEndian: encoding == .utf16BE)
    else { return }
    throw ReadError(
      LocalizedText(
        en: """
          the byte order mark says \(encoding.title), but the text is UTF-8; \
          remove the mark, or name the encoding with --encoding
          """,
        zh: "字节顺序标记为 \(encoding.title)，但文本是 UTF-8；请删除该标记，或用 --encoding 指明编码"),
      byte: 0, position: .init(line: 1, column: 1))
  }
}
