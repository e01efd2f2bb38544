import Foundation
import IR
import Readers
import Testing

/// What an input is decoded from, and what is refused.
@Suite struct EncodingTests {
  private static let text = "项目名称\t金额\n人才公寓\t12\u{1F600}\n"

  /// The text in GB18030, as `iconv -t GB18030` writes it.
  private static let gb18030: [UInt8] = [
    0xCF, 0xEE, 0xC4, 0xBF, 0xC3, 0xFB, 0xB3, 0xC6, 0x09, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A, 0xC8, 0xCB,
    0xB2, 0xC5, 0xB9, 0xAB, 0xD4, 0xA2, 0x09, 0x31, 0x32, 0x94, 0x39, 0xFC, 0x36, 0x0A,
  ]

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in (mark ? "\u{FEFF}" + text : text).utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += bigEndian ? pair : pair.reversed()
    }
    return bytes
  }

  private static let inputs: [(String, Int, [UInt8])] = [
    ("utf-8", 0, Array(text.utf8)),
    ("utf-8", 3, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("utf-16le", 2, utf16(text, bigEndian: false, mark: true)),
    ("utf-16be", 2, utf16(text, bigEndian: true, mark: true)),
    ("utf-16le", 0, utf16(text, bigEndian: false, mark: false)),
    ("utf-16be", 0, utf16(text, bigEndian: true, mark: false)),
    ("gb18030", 0, gb18030),
  ]

  @Test(arguments: inputs)
  func everyEncodingGivesTheSameCells(name: String, mark: Int, bytes: [UInt8]) throws {
    let source = try SourceText(reading: bytes, name: nil)
    #expect(source.encoding.rawValue == name)
    #expect(source.byteOrderMarkCount == mark)
    #expect(String(decoding: source.utf8, as: UTF8.self) == Self.text)
    let document = try Document(reading: source)
    #expect(
      document.cells.map { document.string($0.text) } == ["项目名称", "金额", "人才公寓", "12\u{1F600}"])
  }

  @Test(arguments: inputs)
  func everyPlaceIsFoundInTheFile(name: String, mark: Int, bytes: [UInt8]) throws {
    let source = try SourceText(reading: bytes, name: nil)
    let document = try Document(reading: source)
    var offsets = OriginalOffsets(source)
    for cell in document.cells {
      let range = offsets.range(of: cell.source)
      #expect(source.originalRange(of: cell.source) == range)
      var options = ReadOptions()
      options.encoding = source.encoding
      let part = try SourceText(reading: Array(bytes[range]), name: nil, options: options)
      #expect(part.utf8 == Array(document.bytes(cell.text)))
    }
  }

  @Test func aDeclaredEncodingIsBelieved() throws {
    // 中文 in Big5.
    let bytes = Array("<meta charset=big5><p>".utf8) + [0xA4, 0xA4, 0xA4, 0xE5]
    let reading = try Reading(bytes)
    #expect(reading.document.source.encoding.rawValue == "big5")
    #expect(reading.texts == ["中文"])
  }

  /// 猫 in GBK has the bytes of è in UTF-8: only a page is asked what it means.
  @Test func whatIsATagInATextDeclaresNothing() throws {
    let table = "a\tb\n<meta charset=gbk>\tè\n"
    #expect(try Reading(Array(table.utf8)).document.source.encoding == .utf8)
    var options = ReadOptions()
    options.format = .tsv
    let row = "<meta charset=gbk>\tè\n"
    #expect(try Reading(Array(row.utf8), options: options).document.source.encoding == .utf8)
    let page = "<meta charset=gbk><p>è"
    #expect(try Reading(Array(page.utf8)).document.source.encoding.rawValue == "gbk")
  }

  @Test func anEncodingMayBeDeclaredLate() throws {
    let style = "<style>\(String(repeating: "p { margin: 0 } ", count: 1_000))</style>"
    let bytes =
      Array("<html><head>\(style)<meta charset=big5></head><p>".utf8) + [0xA4, 0xA4, 0xA4, 0xE5]
    let reading = try Reading(bytes)
    #expect(reading.document.source.encoding.rawValue == "big5")
    #expect(reading.texts == ["中文"])
  }

  @Test(arguments: inputs)
  func everyEncodingIsReadAsCSV(name: String, mark: Int, bytes: [UInt8]) throws {
    var options = ReadOptions()
    options.format = .csv
    let reading = try Reading(bytes, options: options)
    #expect(reading.document.source.encoding.rawValue == name)
    #expect(reading.tables == [[["项目名称", "金额"], ["人才公寓", "12\u{1F600}"]]])
  }

  @Test func utf8IsBelievedBeforeADeclarationThatWasLeftBehind() throws {
    let reading = try Reading(Array("<meta charset=gb2312><p>中文".utf8))
    #expect(reading.document.source.encoding == .utf8)
    #expect(reading.texts == ["中文"])
  }

  @Test func anOptionOverridesEverything() throws {
    var options = ReadOptions()
    options.encoding = TextEncoding(rawValue: "GB2312")
    let source = try SourceText(reading: Self.gb18030, name: nil, options: options)
    #expect(source.encoding.rawValue == "gbk")
    #expect(String(decoding: source.utf8, as: UTF8.self) == Self.text)
  }

  @Test func damagedUTF8IsNoGB18030() throws {
    let bytes = Array("项目\n名称".utf8) + [0xE7, 0xA7] + Array("绩效目标申报表".utf8)
    let error = try #require(throws: ReadError.self) {
      try SourceText(reading: bytes, name: nil)
    }
    #expect(error.byte == 13)
    #expect(error.position == LineTable.Position(line: 2, column: 3))
    #expect(error.message.english.contains("not valid UTF-8 at byte offset 13"))
    #expect(error.message.english.contains("name the encoding with --encoding"))
    #expect(error.message.chinese.contains("字节偏移 13 处"))
  }

  /// Who has named an encoding is not told to name one.
  @Test func encodingThatWasNamedDoesNotFit() throws {
    var options = ReadOptions()
    options.encoding = .utf8
    let error = try #require(throws: ReadError.self) {
      try SourceText(reading: Self.gb18030, name: nil, options: options)
    }
    #expect(error.message.english.hasPrefix("not valid UTF-8 at byte offset "))
    #expect(error.message.english.hasSuffix("; give another --encoding"))
    #expect(error.message.chinese.hasSuffix("；请换用别的 --encoding"))
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x0A, 0x00] as [UInt8], 4),
    ([0xFF, 0xFE, 0x61, 0x00, 0x0A], 4),
  ])
  func damagedUTF16HasItsPlace(bytes: [UInt8], offset: Int) throws {
    let error = try #require(throws: ReadError.self) {
      try SourceText(reading: bytes, name: nil)
    }
    #expect(error.byte == offset)
    #expect(error.position == LineTable.Position(line: 1, column: 2))
  }

  @Test(arguments: [
    ([] as [UInt8], "empty"), (Array(" \n \n".utf8), "empty"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image"), (Array("%PDF-1.7".utf8), "PDF"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "XLSX"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "XLS"), ([0x1F, 0x8B, 0x08], "compressed"),
    ([0] + [UInt8](repeating: 1, count: 100), "binary"),
  ])
  func whatIsNoTextIsNamed(bytes: [UInt8], word: String) throws {
    let error = try #require(throws: ReadError.self) {
      try SourceText(reading: bytes, name: nil)
    }
    #expect(error.message.english.contains(word))
    #expect(!error.message.chinese.isEmpty)
  }

  /// Control characters alone make no binary data: here they separate fields and rows.
  @Test func separatorsOfASCIIMayBeMany() throws {
    let row = "a\u{1F}b\u{1F}c\n"
    let reading = try Reading(String(repeating: row, count: 20), as: .csv)
    #expect(reading.tables == [[[String]](repeating: ["a", "b", "c"], count: 20)])
  }

  @Test func theLimitIsNamed() throws {
    var options = ReadOptions()
    options.limits.inputBytes = 3
    let error = try #require(throws: ReadError.self) {
      try SourceText(reading: Array("abcd".utf8), name: nil, options: options)
    }
    #expect(error.message.english.contains("input-bytes"))
    #expect(error.message.english.contains("--max-input-bytes"))
  }

  @Test func nulBecomesAReplacementCharacterWithAWord() throws {
    let reading = try Reading("a\u{0}b\tc\n", as: .tsv)
    #expect(reading.tables == [[["a\u{FFFD}b", "c"]]])
    #expect(reading.codes == [.characterReplaced])
  }

  @Test func theDigestIsOfTheFile() throws {
    // FIPS 180-4, example of one block.
    #expect(
      try SourceText(reading: Array("abc".utf8), name: nil).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
