import IR
import Readers
import TestSupport
import Testing
import Writers

/// Rows that are taken before the parser of XML sees them say what they say to that parser, and what
/// is wrong with a sheet is told in the same words.
struct PlainRowsTests {
  /// What became of a sheet.
  private enum Outcome: Equatable {
    case read(cells: [String], diagnostics: [String])
    case refused(ReadError)
  }

  /// - Parameter isPlain: Without it a comment before the rows gives all of them to the parser.
  private static func outcome(_ rows: String, isPlain: Bool) -> Outcome {
    let bytes = PackageMaker(
      sheets: ["\(isPlain ? "" : "<!-- -->")<sheetData>\(rows)"], styles: styles,
      strings: "<si><t>甲</t></si><si><t> 边 </t></si><si><t>_x0041_&lt;</t></si><si><t/></si>"
    ).bytes
    do {
      let document = try Reading(bytes, name: "a.xlsx").document
      let places = SourcePlaces(document.source)
      let cells = document.cells.map { cell in
        var places = places
        return "\(cell.row),\(cell.column) \(cell.kind) \(places.position(of: cell.source)) "
          + document.string(cell.text)
      }
      return .read(cells: cells, diagnostics: document.diagnostics.map { "\($0)" })
    } catch let error as ReadError {
      return .refused(error)
    } catch {
      Issue.record(error)
      return .read(cells: [], diagnostics: [])
    }
  }

  /// The second style shows numbers with two decimals, the third dates, the fourth text in brackets.
  private static let styles = """
    <numFmts><numFmt numFmtId="170" formatCode="0;0;0;[@]"/></numFmts><cellXfs><xf/>\
    <xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>
    """

  /// Whatever a cell may look like, most of it plain.
  private static let cells = [
    #"<c t="s"><v>0</v></c>"#, #"<c s="1"><v>12.5</v></c>"#, #"<c t="s"><v>1</v></c>"#,
    #"<c s="2"><v>45000</v></c>"#, #"<c/>"#, #"<c s="1"/>"#, #"<c t="b"><v>1</v></c>"#,
    #"<c t="e"><v>#N/A</v></c>"#, #"<c t="str"><v>x_x0042_y</v></c>"#, #"<c t="s"><v>2</v></c>"#,
    #"<c t="s" s="3"><v>0</v></c>"#, #"<c t="s"><v>3</v></c>"#, #"<c t="s"><v>99</v></c>"#,
    #"<c t="n"><v>1E-3</v></c>"#, #"<c><v>-0.10</v></c>"#, #"<c t="s"><v></v></c>"#,
    #"<c t="s"><v>00</v></c>"#, #"<c s="9"><v>7</v></c>"#,
  ]

  /// What is not plain, or wrong.
  private static let others = [
    #"<c t="inlineStr"><is><t>乙</t></is></c>"#, #"<c><f>1+1</f><v>2</v></c>"#, #"<c ><v>1</v></c>"#,
    #"<c t='s'><v>0</v></c>"#, #"<c><v>&#49;</v></c>"#, #"<c><v>1</v><v>2</v></c>"#,
    #"<c><!-- 1 --><v>1</v></c>"#, #"<c s="1" s="2"><v>1</v></c>"#, #"<c x:s="1"><v>1</v></c>"#,
    #"<c r="A0"><v>1</v></c>"#, #"<c r="ZZZZ1"><v>1</v></c>"#, #"<c t="s"><v>1</c>"#, "<v>1</v>",
    #"<c><v>1<2</v></c>"#, #"<c cm="1"><v>1</v></c>"#, "\n<c>\n<v>3</v>\n</c>\n",
    #"<c><v>]]></v></c>"#,
    #"<c xmlns="urn:x"><v>1</v></c>"#, "<c><v>字</v></c>", #"<c t="s"><v>-1</v></c>"#, "<c></c>",
    #"<c t="s"><v>12345678901</v></c>"#, "</row>", #"<c s="x"><v>1</v></c>"#,
  ]

  private static let rows = [
    "<row>", #"<row spans="1:3" ht="18" customHeight="1">"#, #"<row x14ac:dyDescent="0.2">"#,
    #"<row r="x">"#, #"<row  r="9">"#, #"<row other="1">"#, #"<row r="0">"#, #"<row r="1048577">"#,
  ]

  private static func sheet(_ seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    let strangeness = [0, 0, 1, 10][Int(seed % 4)]
    var sheet = ""
    var number = 0
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      number += random.chance(10) ? 3 : 1
      let named = random.chance(70)
      let start = "<row r=\"\(number)\">"
      sheet +=
        random.chance(strangeness)
        ? rows.randomElement(using: &random) ?? start
        : named ? start : rows[random.chance(50) ? 0 : 1]
      if !named { number = 1_000 }
      for column in 0..<Int.random(in: 0...4, using: &random) {
        var cell = cells.randomElement(using: &random) ?? ""
        if random.chance(strangeness) { cell = others.randomElement(using: &random) ?? "" }
        if named, random.chance(60), cell.hasPrefix("<c") {
          cell.insert(
            contentsOf: " r=\"\(["A", "B", "C", "E"][column])\(number)\"",
            at: cell.index(cell.startIndex, offsetBy: 2))
        }
        sheet += cell
      }
      sheet += random.chance(20) ? "</row>\n" : "</row>"
    }
    return sheet + (random.chance(strangeness) ? "" : "</sheetData>")
  }

  @Test(arguments: 1...600)
  func rowsSayWhatTheySayToTheParser(_ seed: UInt64) {
    let sheet = Self.sheet(seed)
    #expect(Self.outcome(sheet, isPlain: true) == Self.outcome(sheet, isPlain: false), "\(sheet)")
  }

  /// Each of the strange cells alone, so that none hides behind another.
  @Test(arguments: cells + others)
  func cellsSayWhatTheySayToTheParser(_ cell: String) {
    for row in ["<row>", #"<row r="2">"#] {
      let sheet = "<row><c t=\"s\"><v>0</v></c></row>\(row)\(cell)</row></sheetData>"
      #expect(Self.outcome(sheet, isPlain: true) == Self.outcome(sheet, isPlain: false))
    }
  }

  @Test(arguments: rows)
  func startsOfRowsSayWhatTheySayToTheParser(_ row: String) {
    let sheet = "<row><c><v>1</v></c></row>\(row)<c><v>2</v></c></row></sheetData>"
    #expect(Self.outcome(sheet, isPlain: true) == Self.outcome(sheet, isPlain: false))
  }

  /// A sheet cut off anywhere, or changed in one byte.
  @Test(arguments: 1...150)
  func damageIsToldInTheSameWords(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(Self.sheet(seed * 4).utf8)
    let place = Int.random(in: 0..<bytes.count, using: &random)
    if random.chance(40) {
      bytes.removeSubrange(place...)
    } else {
      bytes[place] = UInt8(
        ascii: "<>&\"/ =0a\n".unicodeScalars.randomElement(using: &random) ?? "<")
    }
    let sheet = String(decoding: bytes, as: UTF8.self)
    #expect(Self.outcome(sheet, isPlain: true) == Self.outcome(sheet, isPlain: false), "\(sheet)")
  }
}
