import Foundation
import IR
import Readers
import TestSupport
import Testing
import Writers

/// Packages that want something else than to be read.
struct HostileWorkbookTests {
  private static let good = PackageMaker(sheets: [
    "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
  ])

  private static func message(_ bytes: [UInt8], limits: Limits = Limits()) -> String {
    var options = ReadOptions()
    options.limits = limits
    do {
      let reading = try Reading(bytes, options: options)
      return "read: \(reading.tables)"
    } catch {
      return (error as? ReadError)?.message(.english) ?? "\(error)"
    }
  }

  private static func changed(_ name: String, _ change: (inout PackageMaker.Part) -> Void)
    -> [UInt8]
  {
    var package = good
    for index in package.parts.indices where package.parts[index].name == name {
      change(&package.parts[index])
    }
    return package.bytes
  }

  @Test func theGoodOneIsRead() {
    #expect(Self.message(Self.good.bytes) == #"read: [[["1", "2"]]]"#)
  }

  @Test func truncatedPackagesAreErrors() {
    let bytes = Self.good.bytes
    for count in stride(from: 4, to: bytes.count, by: 7) {
      #expect(Self.message(Array(bytes[..<count])).contains("cut short or damaged"))
    }
  }

  @Test func noChangedByteTraps() {
    var generator = SystemRandomNumberGenerator()
    let bytes = (try? XLSXWriter().write([.form]).bytes) ?? []
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 4..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = Self.message(damaged)
    }
  }

  @Test(arguments: ["../evil", "/etc/passwd", "a/../../b", "a\\b", "./x", "xl/./y"])
  func namesThatLeadElsewhereAreErrors(_ name: String) {
    var package = Self.good
    package.parts.append(.init(name, "x"))
    #expect(Self.message(package.bytes).contains("outside of the package"))
  }

  @Test func targetsThatLeadElsewhereAreErrors() {
    let bytes = Self.changed("xl/_rels/workbook.xml.rels") {
      $0.content = Array(
        String(decoding: $0.content, as: UTF8.self)
          .replacing("worksheets/sheet1.xml", with: "../../../etc/passwd").utf8)
    }
    #expect(Self.message(bytes).contains("outside of the package"))
  }

  @Test(arguments: ["XL/Workbook.xml", "xl/worksheets/sheet1.xml"])
  func twoPartsOfOneNameAreErrors(_ name: String) {
    var package = Self.good
    package.parts.append(.init(name, "x"))
    #expect(Self.message(package.bytes).contains("two parts named"))
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml",
    "xl/sharedStrings.xml",
  ])
  func missingPartsAreErrors(_ name: String) {
    var package = Self.good
    package.parts.removeAll { $0.name == name }
    #expect(Self.message(package.bytes).contains("part '\(name)' is missing"))
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://a.b/\"> %p;]>",
  ])
  func documentTypesAreErrors(_ declaration: String) {
    for name in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "xl/styles.xml"] {
      let bytes = Self.changed(name) { $0.content = Array(declaration.utf8) + $0.content }
      #expect(Self.message(bytes).contains("part '\(name)' has a document type declaration"))
    }
  }

  @Test func malformedXMLIsAnError() {
    for content in ["", "<worksheet>", "<a></b>", "x", "<a>&nbsp;</a>", "<a\u{0}/>"] {
      let bytes = Self.changed("xl/worksheets/sheet1.xml") { $0.content = Array(content.utf8) }
      #expect(Self.message(bytes).contains("is not well-formed XML (line 1)"), "\(content)")
    }
  }

  @Test func wrongSumsAndSizesAreErrors() {
    let name = "xl/worksheets/sheet1.xml"
    #expect(Self.message(Self.changed(name) { $0.checksum = 7 }).contains("cannot be unpacked"))
    #expect(Self.message(Self.changed(name) { $0.claimedCount = 7 }).contains("cannot be unpacked"))
    #expect(Self.message(Self.changed(name) { $0.method = 8 }).contains("cannot be unpacked"))
    #expect(Self.message(Self.changed(name) { $0.method = 12 }).contains("cannot be unpacked"))
    #expect(Self.message(Self.changed(name) { $0.flags = 1 }).contains("encrypted"))
  }

  @Test func whatIsUnpackedIsLimited() throws {
    var limits = Limits()
    limits.packageBytes = 1_000
    #expect(Self.message(Self.good.bytes, limits: limits).contains("limit package-bytes, 1000"))
    limits = Limits()
    limits.packageParts = 3
    #expect(Self.message(Self.good.bytes, limits: limits).contains("limit package-parts, 3"))
  }

  @Test func bombsAreErrors() throws {
    // A sheet of one text over and over, which deflate makes hundreds of times smaller.
    var maker = DocumentMaker()
    maker.table((0..<3_000).map { _ in [.init(String(repeating: "a", count: 10_000))] })
    let bytes = try XLSXWriter().write([Sheet(name: "", document: maker.document)]).bytes
    var limits = Limits()
    limits.freelyUnpackedBytes = 1_000
    limits.compressionRatio = 5
    #expect(Self.message(bytes, limits: limits).contains("limit compression-ratio, 5"))
  }

  @Test func textThatIsRepeatedIsLimited() {
    let long = String(repeating: "a", count: 1_000)
    let cells = String(
      repeating: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", count: 60)
    let package = PackageMaker(
      sheets: ["<sheetData>\(cells)</sheetData>"], strings: "<si><t>\(long)</t></si>")
    var limits = Limits()
    limits.inputBytes = 100_000
    #expect(Self.message(package.bytes, limits: limits).contains("the limit input-bytes"))
  }

  @Test(arguments: [true, false])
  func textThatIsShownFarOftenerThanItIsThereIsLimited(isShared: Bool) {
    let long = String(repeating: isShared ? "a" : "0", count: 1_000)
    let cell = isShared ? "<c t=\"s\"><v>0</v></c>" : "<c s=\"1\"><v>1</v></c>"
    let sheet = "<sheetData>\(String(repeating: "<row>\(cell)</row>", count: 600))</sheetData>"
    let package = PackageMaker(
      sheets: [sheet, sheet],
      styles: "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(long)\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>",
      strings: "<si><t>\(long)</t></si>")
    #expect(Self.message(package.bytes).hasPrefix("read: "))
    var limits = Limits()
    limits.compressionRatio = 1
    // Two sheets of 600,000 bytes each: the second goes beyond it.
    limits.freelyUnpackedBytes = 1_000_000
    let message = Self.message(package.bytes, limits: limits)
    #expect(message.contains("sheet 'S2'") && message.contains("limit compression-ratio, 1;"))
  }

  @Test func sheetsOfOnePartAreErrors() {
    let bytes = Self.changed("xl/workbook.xml") {
      let text = String(decoding: $0.content, as: UTF8.self)
      guard let start = text.firstRange(of: "<sheet "),
        let end = text[start.lowerBound...].firstRange(of: "/>")
      else { return }
      let sheet = text[start.lowerBound..<end.upperBound]
      $0.content = Array(
        (text[..<end.upperBound] + sheet.replacing("S1", with: "S2") + text[end.upperBound...]).utf8
      )
    }
    #expect(Self.message(bytes).contains("sheets 'S1' and 'S2' are one part"))
  }

  /// The library compares each attribute, and each namespace, with all others.
  @Test(arguments: ["a", "xmlns:a"])
  func attributesAreLimited(_ name: String) {
    for (count, isRead) in [(200, true), (300, false), (100_000, false)] {
      let attributes = (0..<count).map { " \(name)\($0)=\"u\($0)\"" }.joined()
      let package = PackageMaker(
        sheets: ["<sheetData\(attributes)><row><c><v>1</v></c></row></sheetData>"])
      let start = ContinuousClock.now
      let message = Self.message(package.bytes)
      #expect(message.hasPrefix("read: ") == isRead, "\(count)")
      #expect(isRead || message.contains("the limit xml-"), "\(message)")
      #expect(ContinuousClock.now - start < .seconds(20))
    }
    let nested = (0..<300).map { "<a xmlns:b\($0)=\"u\"><b\($0):a/>" }.joined()
    let package = PackageMaker(
      sheets: ["<sheetData/>" + nested + String(repeating: "</a>", count: 300)])
    #expect(Self.message(package.bytes).contains("the limit xml-attributes, 256"))
  }

  @Test func stylesAreLimited() {
    for (count, isRead) in [(65_536, true), (65_537, false)] {
      let package = PackageMaker(
        sheets: ["<sheetData><row><c s=\"65535\"><v>1</v></c></row></sheetData>"],
        styles: "<cellXfs>" + String(repeating: "<xf/>", count: count) + "</cellXfs>")
      let message = Self.message(package.bytes)
      #expect(message.hasPrefix("read: ") == isRead, "\(message.prefix(200))")
      #expect(isRead || message.contains("65536 styles of cells, the limit cell-styles"))
    }
  }

  @Test func longTagsAreLimited() {
    for (count, isRead) in [(200_000, true), (2_000_000, false)] {
      let package = PackageMaker(
        sheets: [
          "<!-- \(String(repeating: "c", count: 2_000_000)) --><sheetData a=\""
            + String(repeating: "v", count: count) + "\"><row><c><v>1</v></c></row></sheetData>"
        ])
      let message = Self.message(package.bytes)
      #expect(message.hasPrefix("read: ") == isRead, "\(message.prefix(200))")
      #expect(isRead || message.contains("the limit xml-tag-bytes, 262144"))
    }
  }

  @Test(
    arguments: [
      "<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A0\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "<row r=\"x\"><c><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"a1\"><v>1</v></c></row>", "<row r=\"99999999999999\"><c/></row>",
      "<row r=\"1\"><c r=\"A99999999999999999999\"/></row>",
    ])
  func cellsBeyondTheGridAreErrors(_ row: String) {
    let package = PackageMaker(sheets: ["<sheetData>\(row)</sheetData>"])
    #expect(Self.message(package.bytes).contains("is no cell of a spreadsheet"))
  }

  @Test(arguments: [
    "<c><v>1</v></c>", "<c r=\"A1\"><v>1</v></c>", "<row r=\"1\"/><c><v>1</v></c>",
  ])
  func aCellInNoRowIsAnError(_ cells: String) {
    let package = PackageMaker(sheets: ["<sheetData>\(cells)</sheetData>"])
    #expect(Self.message(package.bytes).contains("a cell stands in no row"))
  }

  @Test func twoCellsInOnePlaceAreAnError() {
    let package = PackageMaker(sheets: [
      "<sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3</v></c></row></sheetData>"
    ])
    #expect(Self.message(package.bytes).contains("two cells at S1!B1"))
  }

  @Test func aFarCellTakesNoMemoryForTheCellsBefore() throws {
    let package = PackageMaker(sheets: [
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        + "<row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c><c r=\"XFD1048576\"><v>3</v></c></row>"
        + "</sheetData><mergeCells><mergeCell ref=\"C5:XFC1048575\"/></mergeCells>"
    ])
    let reading = try Reading(package.bytes)
    #expect(
      reading.document.cells.count <= 3
        && reading.texts + reading.tables.joined().joined() == ["1", "2", "3"])
  }

  @Test func manyMergedCellsTakeLinearTime() throws {
    let merges = (1...40_000).map { "<mergeCell ref=\"A\($0):XFD\($0)\"/>" }.joined()
    let rows = (1...40_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
    let package = PackageMaker(sheets: [
      "<sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells>"
    ])
    let clock = ContinuousClock()
    let bytes = package.bytes
    var count = 0
    let time = try clock.measure { count = try Reading(bytes).texts.count }
    #expect(count == 40_000)
    #expect(time < .seconds(60))
  }

  @Test func otherFilesAreNamed() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(Self.message(ole + [UInt8](repeating: 0, count: 504)).contains("an old Office file"))
    var encrypted = ole + [UInt8](repeating: 0, count: 1_016)
    for (index, byte) in "EncryptedPackage".utf8.enumerated() { encrypted[512 + 2 * index] = byte }
    #expect(Self.message(encrypted).contains("encrypted"))
    let others = [
      ("word/document.xml", "DOCX"), ("xl/workbook.bin", "XLSB"), ("a.txt", "without a workbook"),
    ]
    for (name, kind) in others {
      #expect(Self.message(PackageMaker([.init(name, "x")]).bytes).contains(kind))
    }
    let ods = PackageMaker([.init("content.xml", "x"), .init("META-INF/manifest.xml", "x")])
    #expect(
      Self.message(ods.bytes).contains("OpenDocument file, such as ODS, not XLSX; save it as XLSX"))
    var options = ReadOptions()
    options.format = .xlsx
    #expect(throws: ReadError.self) { try Reading(Array("a\tb".utf8), options: options) }
    #expect(throws: ReadError.self) { try Reading(Array("%PDF-1.4".utf8), options: options) }
  }
}
