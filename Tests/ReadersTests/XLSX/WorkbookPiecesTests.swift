import IR
import Readers
import TestSupport
import Testing

/// A workbook that is read piece by piece says the same, at the same places, as one read as a whole.
struct WorkbookPiecesTests {
  private static func pieces(
    _ bytes: [UInt8], piece: Int, part: Int, limits: Limits = Limits()
  ) throws -> WorkbookPieces? {
    var sizes = WorkbookPieces.Sizes()
    sizes.least = 0
    sizes.piece = piece
    sizes.part = part
    let source = try SourceText(reading: bytes, name: "a.xlsx")
    return try WorkbookPieces(
      BytesInMemory(bytes), name: "a.xlsx", limits: limits, sizes: sizes,
      digest: { source.sha256 })
  }

  /// What all cells show is limited over all sheets, and they may show just as much.
  @Test func whatCellsShowIsLimited() throws {
    let rows = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 600)
    let sheet = "<sheetData>\(rows)</sheetData>"
    let text = String(repeating: "a", count: 1_000)
    let bytes = PackageMaker(sheets: [sheet, sheet], strings: "<si><t>\(text)</t></si>").bytes
    var limits = Limits()
    limits.compressionRatio = 1
    limits.freelyUnpackedBytes = 1_199_999
    #expect(throws: ReadError.self) {
      try Self.pieces(bytes, piece: 100, part: 100, limits: limits)
    }
    limits.freelyUnpackedBytes = 1_200_000
    let pieces = try #require(try Self.pieces(bytes, piece: 100, part: 100, limits: limits))
    #expect(try PartWriters.read(pieces) == PartWriters.whole(bytes, name: "a.xlsx"))
  }

  /// 1 is a border, 2 is bold, 3 is bold on a colour.
  private static let styles = """
    <fonts><font/><font><b/></font></fonts><fills><fill/><fill><patternFill patternType="solid"/>\
    </fill></fills><borders><border/><border><left style="thin"/></border></borders><cellXfs>\
    <xf/><xf borderId="1"/><xf fontId="1"/><xf fontId="1" fillId="1" borderId="1"/></cellXfs>
    """

  /// A sheet with all that decides what its rows are.
  private static func sheet(_ seed: UInt64, rowCount: Int) -> String {
    var random = SplitMix64(seed: seed)
    var rows = ""
    var number = 1
    let blankRows = Int.random(in: 0...2, using: &random)
    let width = Int.random(in: 1...6, using: &random)
    let borders = Int.random(in: 0...2, using: &random) * 40
    for _ in 0..<rowCount {
      number += random.chance(blankRows) ? 3 : 1
      // Most rows are full, some are lines, some have cells without text.
      let count = random.chance(5) ? 1 : width
      var cells = ""
      for column in 0..<count {
        let name = ["A", "B", "C", "D", "E", "F"][column]
        let style = random.chance(borders) ? 1 : random.chance(3) ? 2 : random.chance(2) ? 3 : 0
        let filling = String(repeating: "字 & ", count: column + 1)
        let text = random.chance(10) ? "" : filling + "\(number)"
        if random.chance(1) {
          cells += "<c r=\"\(name)\(number)\" s=\"\(style)\"><f>A1*2</f><v></v></c>"
        } else {
          cells +=
            "<c r=\"\(name)\(number)\" s=\"\(style)\" t=\"inlineStr\"><is><t>"
            + text.replacing("&", with: "&amp;") + "</t></is></c>"
        }
        // A row may be given in several pieces.
        if random.chance(1) { cells += "</row><row r=\"\(number)\">" }
      }
      rows += "<row r=\"\(number)\">\(cells)</row>"
    }
    var after = ""
    if random.chance(40) { after += "<autoFilter ref=\"A2:C\(number / 2 + 2)\"/>" }
    if random.chance(60) {
      let areas = (0..<12).map { _ in
        let row = Int.random(in: 1...number, using: &random)
        let end = row + Int.random(in: 0...(random.chance(30) ? 400 : 3), using: &random)
        return "<mergeCell ref=\"A\(row):\(["A", "B", "C"][row % 3])\(end)\"/>"
      }
      after += "<mergeCells>\(areas.joined())</mergeCells>"
    }
    return "<sheetData>\(rows)</sheetData>\(after)"
  }

  @Test(arguments: 1...12)
  func piecesOfAnySizeSayTheSame(_ seed: Int) throws {
    let seed = UInt64(seed)
    let bytes = PackageMaker(
      sheets: [
        Self.sheet(seed, rowCount: 700), "<sheetData/>", Self.sheet(seed + 100, rowCount: 1_500),
        Self.sheet(seed + 200, rowCount: 3),
      ], styles: Self.styles
    ).bytes
    let whole = try PartWriters.whole(bytes, name: "a.xlsx")
    for (piece, part) in [(1, 1), (5_000, 3_000), (100_000, 40_000), (1 << 20, 1 << 20)] {
      let pieces = try #require(try Self.pieces(bytes, piece: piece, part: part))
      #expect(pieces.splitsTables || part > 3_000)
      #expect(try PartWriters.read(pieces) == whole, "seed \(seed), \(piece), \(part)")
    }
  }

  /// A row that comes after a later one, or a cell twice, is known only when all is read.
  @Test(arguments: [
    #"<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>"#,
  ])
  func cellsOutOfOrderAreReadAsAWhole(_ rows: String) throws {
    let bytes = PackageMaker(sheets: ["<sheetData>\(rows)</sheetData>"]).bytes
    #expect(try Self.pieces(bytes, piece: 1, part: 1) == nil)
    #expect(try Reading(bytes).tables.count + Reading(bytes).texts.count > 0)
  }

  /// What goes on in a sheet 续文 is put together when all is read.
  @Test func continuedTextsAreReadAsAWhole() throws {
    let row = "<sheetData><row><c><v>1</v></c></row></sheetData>"
    var package = PackageMaker(sheets: [row, row])
    let index = try #require(package.parts.firstIndex { $0.name == "xl/workbook.xml" })
    let text = String(decoding: package.parts[index].content, as: UTF8.self)
    package.parts[index].content = Array(text.replacing("\"S2\"", with: "\"续文\"").utf8)
    #expect(try Self.pieces(package.bytes, piece: 1, part: 1) == nil)
  }
}
