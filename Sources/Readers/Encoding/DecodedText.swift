internal import IR

/// The text of an input and what it was decoded from.
struct DecodedText {
  /// The encoding of the input.
  var encoding: TextEncoding
  /// The text as UTF-8, without a byte order mark.
  var utf8: [UInt8]
  /// The number of bytes of the byte order mark.
  var byteOrderMarkCount = 0

  /// Decodes an input: a byte order mark, then strict UTF-8, then UTF-16 by its shape, then what
  /// an HTML document declares, then strict GB18030.
  ///
  /// - Parameters:
  ///   - named: The encoding that was asked for; nothing else is tried then.
  ///   - mayBePage: Whether the input may be an HTML document.
  init(_ bytes: [UInt8], named: TextEncoding?, mayBePage: Bool) throws(ReadError) {
    if let named {
      self = try Self.decode(bytes, as: named, isNamed: true)
      return
    }
    if let mark = ByteOrderMark(bytes) {
      try mark.check(bytes)
      self = try Self.decode(bytes, as: mark.encoding, from: mark.count)
      return
    }
    let shape = UTF8Shape(bytes)
    // Most ASCII text would pass for Chinese in UTF-16, so UTF-8 that is valid must look like ASCII
    // in UTF-16 instead.
    if shape.failure != nil || UTF16Shape.isHalfNUL(bytes),
      let encoding = UTF16Shape.encoding(of: bytes)
    {
      self = try Self.decode(bytes, as: encoding)
      return
    }
    // Only a page declares anything: what is a tag in the texts of another format says nothing.
    let isPage = mayBePage && bytes.first { !$0.isSpace } == UInt8(ascii: "<")
    let promised = isPage ? DeclaredEncoding.encoding(in: bytes) : nil
    if let promised, promised != .utf8, shape.mayYield {
      self = try Self.decode(bytes, as: promised)
      return
    }
    guard let failure = shape.failure else {
      self.init(encoding: .utf8, utf8: bytes)
      return
    }
    guard !shape.isMostlyValid, GB18030Shape.isPlausible(bytes) else {
      throw Self.undecodable(bytes, at: failure)
    }
    switch ICUDecoder("gb18030")?.decode(bytes) {
    case .converted(let utf8): self.init(encoding: .gb18030, utf8: utf8)
    case .stopped(let offset, let converted) where offset > failure:
      throw Self.failed(
        converted, count: converted.count, byte: offset, .gb18030, isNamed: false)
    case .stopped, nil: throw Self.undecodable(bytes, at: failure)
    }
  }

  private init(encoding: TextEncoding, utf8: [UInt8], byteOrderMarkCount: Int = 0) {
    self.encoding = encoding
    self.utf8 = utf8
    self.byteOrderMarkCount = byteOrderMarkCount
  }

  /// Decodes an input in one encoding, whose byte order mark is taken off.
  ///
  /// - Parameter isNamed: Whether the person named the encoding.
  private static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding, from start: Int? = nil, isNamed: Bool = false
  ) throws(ReadError) -> DecodedText {
    let mark = ByteOrderMark(bytes)
    let start = start ?? (mark?.encoding == encoding ? mark?.count ?? 0 : 0)
    var text = DecodedText(encoding: encoding, utf8: [], byteOrderMarkCount: start)
    switch encoding.rawValue {
    case "utf-8":
      if let failure = UTF8Shape(bytes).failure {
        throw failed(bytes, count: failure, byte: failure, encoding, isNamed: isNamed)
      }
      text.utf8 = start == 0 ? bytes : Array(bytes[start...])
    case "utf-16le", "utf-16be", "utf-32le", "utf-32be":
      let decoder = UnitDecoder(encoding)
      switch decoder.decode(bytes, from: start) {
      case .converted(let utf8): text.utf8 = utf8
      case .stopped(let offset, let converted):
        throw failed(
          converted, count: converted.count, byte: offset, encoding, isNamed: isNamed)
      }
    default:
      try text.convert(bytes, isNamed: isNamed)
    }
    return text
  }

  private mutating func convert(_ bytes: [UInt8], isNamed: Bool) throws(ReadError) {
    guard let name = EncodingLabel.icuName(encoding), let decoder = ICUDecoder(name) else {
      throw ReadError(
        LocalizedText(
          en: "the encoding \(encoding.title) cannot be read here",
          zh: "无法读取编码 \(encoding.title)"))
    }
    switch decoder.decode(bytes) {
    case .converted(let converted): utf8 = converted
    case .stopped(let offset, let converted):
      throw Self.failed(
        converted, count: converted.count, byte: offset, encoding, isNamed: isNamed)
    }
  }
}

extension DecodedText {
  /// The error for a byte that is not valid in an encoding.
  ///
  /// - Parameters:
  ///   - text: What was decoded before it, as UTF-8.
  ///   - count: The number of bytes of that.
  ///   - byte: The offset of the byte in the input.
  private static func failed(
    _ text: [UInt8], count: Int, byte: Int, _ encoding: TextEncoding, isNamed: Bool
  ) -> ReadError {
    let position = LineTable(text).position(at: UInt32(truncatingIfNeeded: count), in: text)
    let advice =
      isNamed
      ? LocalizedText(en: "give another --encoding", zh: "请换用别的 --encoding")
      : LocalizedText(en: "name the encoding with --encoding", zh: "请用 --encoding 指明编码")
    return ReadError(
      LocalizedText(
        en: "not valid \(encoding.title) at byte offset \(byte); \(advice.english)",
        zh: "字节偏移 \(byte) 处不是有效的 \(encoding.title)；\(advice.chinese)"),
      byte: byte, position: position)
  }

  /// The error for an input that is in none of the encodings tried.
  private static func undecodable(_ bytes: [UInt8], at offset: Int) -> ReadError {
    let position = LineTable(bytes).position(at: UInt32(truncatingIfNeeded: offset), in: bytes)
    return ReadError(
      LocalizedText(
        en: """
          not valid UTF-8 at byte offset \(offset), and not GB18030 or UTF-16 either; \
          name the encoding with --encoding, such as --encoding big5
          """,
        zh: """
          字节偏移 \(offset) 处不是有效的 UTF-8，整个文件也不是 GB18030 或 UTF-16；\
          请用 --encoding 指明编码，例如 --encoding big5
          """),
      byte: offset, position: position)
  }
}
