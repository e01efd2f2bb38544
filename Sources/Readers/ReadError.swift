public import IR

/// Why no document could be made of an input.
public struct ReadError: Error, Sendable, Hashable {
  /// What went wrong, and what to do about it.
  public var message: LocalizedText
  /// The offset of the first byte that could not be read, in the input's own bytes.
  public var byte: Int?
  /// Its line and column.
  public var position: LineTable.Position?

  /// Creates an error.
  public init(_ message: LocalizedText, byte: Int? = nil, position: LineTable.Position? = nil) {
    self.message = message
    self.byte = byte
    self.position = position
  }
}

extension ReadError {
  /// The error for an input without text.
  static let empty = ReadError(
    LocalizedText(
      en: "the input is empty; export or recognise the page again",
      zh: "输入为空；请重新导出或重新识别这一页"))

  /// The error for an input above ``Limits/inputBytes``.
  static func tooLarge(_ limit: Int) -> ReadError {
    ReadError(
      LocalizedText(
        en: """
          the input has more than \(limit) bytes, the limit input-bytes; \
          raise it with --max-input-bytes
          """,
        zh: "输入超过 \(limit) 字节（限制 input-bytes）；可用 --max-input-bytes 提高"))
  }

  /// The error for an encoding nobody knows.
  static func unknownEncoding(_ encoding: TextEncoding) -> ReadError {
    ReadError(
      LocalizedText(
        en: """
          there is no encoding '\(encoding.rawValue)'; \
          try utf-8, utf-16le, utf-16be, gb18030, gbk, big5
          """,
        zh: "没有编码「\(encoding.rawValue)」；请用 utf-8、utf-16le、utf-16be、gb18030、gbk 或 big5"))
  }

  /// The error for canonical JSON of forms where only tables are asked for.
  static let formsInJSON = ReadError(
    LocalizedText(
      en: "the JSON holds forms, not tables; leave out '--as tables'",
      zh: "这份 JSON 里是表的内容，不是表格；请去掉「--as tables」"))

  /// The error when what unpacks or parses a workbook cannot be started.
  static let noParser = ReadError(
    LocalizedText(
      en: "no memory is left to read the workbook; read fewer inputs at a time with --jobs",
      zh: "没有足够的内存读取工作簿；可用 --jobs 减少同时读取的输入"))
}
