public import IR

/// The encodings that can be read, by the labels of the WHATWG Encoding Standard (4.2).
enum EncodingLabel {
  /// The encoding a label means; `nil` when there is none by that name.
  static func encoding(_ label: String) -> TextEncoding? {
    let folded = fold(label)
    for (name, labels) in table where name == folded || labels.contains(folded) {
      return TextEncoding(rawValue: name)
    }
    return nil
  }

  /// The name ICU knows an encoding by; `nil` for those decoded without it.
  ///
  /// Supersets stand in for the encodings browsers extend: GB18030 for GBK, code page 949 for
  /// EUC-KR, code page 932 for Shift_JIS.
  static func icuName(_ encoding: TextEncoding) -> String? {
    switch encoding.rawValue {
    case "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be": nil
    case "gbk": "gb18030"
    case "big5": "big5-hkscs"
    case "shift_jis": "windows-31j"
    case "euc-kr": "windows-949"
    default: encoding.rawValue
    }
  }

  private static func fold(_ label: String) -> String {
    var bytes: [UInt8] = []
    for byte in label.utf8 where byte > 0x20 {
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let table: [(String, [String])] = [
    ("utf-8", ["utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "unicode11utf8"]),
    ("utf-16le", ["utf-16", "utf16", "utf16le", "unicode", "ucs-2", "unicodefeff", "csunicode"]),
    ("utf-16be", ["utf16be", "unicodefffe"]),
    ("utf-32le", ["utf-32", "utf32", "utf32le"]),
    ("utf-32be", ["utf32be"]),
    ("gb18030", ["gb-18030"]),
    (
      "gbk",
      [
        "gb2312", "gb_2312", "gb_2312-80", "gb-2312", "x-gbk", "cp936", "ms936", "windows-936",
        "chinese", "csgb2312", "csiso58gb231280", "iso-ir-58", "euc-cn", "936",
      ]
    ),
    ("big5", ["big5-hkscs", "big5hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "950"]),
    ("shift_jis", ["shift-jis", "sjis", "ms_kanji", "ms932", "windows-31j", "x-sjis", "cp932"]),
    ("euc-jp", ["eucjp", "x-euc-jp", "cseucpkdfmtjapanese"]),
    ("euc-kr", ["euckr", "ks_c_5601-1987", "ksc5601", "windows-949", "korean", "cp949"]),
    (
      "windows-1252",
      [
        "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso88591", "latin1", "l1", "cp1252",
        "x-cp1252", "ansi_x3.4-1968", "cp819", "ibm819", "csisolatin1",
      ]
    ),
    ("windows-1251", ["cp1251", "x-cp1251"]),
    ("koi8-r", ["koi", "koi8", "koi8_r", "cskoi8r"]),
  ]
}

extension TextEncoding {
  /// Creates the encoding a label of the WHATWG Encoding Standard means, if it can be read.
  public init?(label: String) {
    guard let encoding = EncodingLabel.encoding(label) else { return nil }
    self = encoding
  }
}
