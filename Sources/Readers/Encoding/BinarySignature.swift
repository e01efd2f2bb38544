internal import IR

/// What a file that holds no text seems to be, by its first bytes or by its control characters.
enum BinarySignature {
  /// The error for an input that is no text; `nil` when it may be one.
  static func error(for bytes: [UInt8]) -> ReadError? {
    guard let kind = kind(of: bytes) else { return nil }
    return ReadError(refusal(kind), byte: 0, position: .init(line: 1, column: 1))
  }

  /// The error for decoded text too full of control characters to be one.
  ///
  /// Without NUL it is text all the same: the separators of ASCII may stand between short fields, and
  /// what is written of a cell of control characters, with less markup around it, has to be read
  /// back. NUL is never written, and hardly any file that holds no text is without it.
  static func controlError(in utf8: [UInt8]) -> ReadError? {
    var count = 0
    var hasNUL = false
    let text = utf8.span
    for index in 0..<min(text.count, 1 << 16) {
      let byte = text[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C { count += 1 }
      if byte == 0 { hasNUL = true }
    }
    guard hasNUL, count > 16, count * 10 > min(text.count, 1 << 16) else { return nil }
    return ReadError(refusal(unknown), byte: 0, position: .init(line: 1, column: 1))
  }

  private static func refusal(_ kind: Kind) -> LocalizedText {
    LocalizedText(
      en: "not text: this seems to be \(kind.english); \(kind.adviceEnglish)",
      zh: "不是文本：这似乎\(kind.chinese)；\(kind.adviceChinese)")
  }

  private struct Kind {
    let english: String
    /// With the verb, as a space stands between it and a Latin letter.
    let chinese: String
    var adviceEnglish = "give the document as markdown, TSV or HTML text"
    var adviceChinese = "请提供 markdown、TSV 或 HTML 文本"
  }

  private static let unknown = Kind(english: "binary data", chinese: "是二进制数据")
  private static let image = Kind(
    english: "an image", chinese: "是图像",
    adviceEnglish: "run OCR on it first and give the text", adviceChinese: "请先做文字识别，再提供文本")
  private static let zip = Kind(
    english: "a ZIP archive, such as an XLSX file", chinese: "是 ZIP 压缩包（如 XLSX 文件）",
    adviceEnglish: "read it with '--from xlsx'", adviceChinese: "请用 --from xlsx 读取")
  private static let office = Kind(
    english: "an old Office file, such as XLS or DOC", chinese: "是旧版 Office 文件（如 XLS 或 DOC）",
    adviceEnglish: "save it as XLSX first", adviceChinese: "请先另存为 XLSX")
  private static let archive = Kind(
    english: "a compressed file", chinese: "是压缩文件", adviceEnglish: "unpack it first",
    adviceChinese: "请先解压")

  private static let pdf = Kind(
    english: "a PDF file", chinese: "是 PDF 文件",
    adviceEnglish: "convert it to text first", adviceChinese: "请先转换为文本")
  private static let program = Kind(english: "a program", chinese: "是可执行程序")

  /// What bytes are that begin like no text.
  private static func kind(of bytes: [UInt8]) -> Kind? {
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    // PNG, JPEG, GIF8, and TIFF in both orders of bytes.
    if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF])
      || begins([0x47, 0x49, 0x46, 0x38]) || begins([0x49, 0x49, 0x2A, 0x00])
      || begins([0x4D, 0x4D, 0x00, 0x2A])
    {
      return image
    }
    if begins([0x25, 0x50, 0x44, 0x46, 0x2D]) { return pdf }
    if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) { return zip }
    if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return office }
    // GZIP, XZ, 7Z, RAR and Zstandard.
    if begins([0x1F, 0x8B]) || begins([0xFD, 0x37, 0x7A, 0x58]) || begins([0x37, 0x7A, 0xBC, 0xAF])
      || begins([0x52, 0x61, 0x72, 0x21, 0x1A]) || begins([0x28, 0xB5, 0x2F, 0xFD])
    {
      return archive
    }
    return begins([0x7F, 0x45, 0x4C, 0x46]) ? program : nil
  }
}
