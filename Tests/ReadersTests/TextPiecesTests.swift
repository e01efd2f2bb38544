import IR
import Readers
import Synchronization
import TestSupport
import Testing

/// Tab-separated text that is read piece by piece says the same, at the same places, as read as a
/// whole.
struct TextPiecesTests {
  private static func pieces(
    _ text: String, piece: Int, part: Int, allowsParts: Bool = true
  ) throws -> TextPieces? {
    var sizes = TextPieces.Sizes()
    sizes.least = 0
    sizes.piece = piece
    sizes.part = part
    return try TextPieces(
      BytesInMemory(Array(text.utf8)), name: "a.tsv", options: options, allowsParts: allowsParts,
      sizes: sizes)
  }

  private static var options: ReadOptions {
    var options = ReadOptions()
    options.format = .tsv
    return options
  }

  /// Whatever may go on beyond the end of a piece, and whatever there is something to say about.
  static let texts = [
    "# 标题\n\n段落一\n段落二\n\n甲\t乙\n1\t2\n3\n4\t5\t6\n\n末尾\n",
    "甲\t\"一\n二\"\t乙\n\"\"\"引\"\"\n号\"\t丙\t丁\n\"不\t完\n全\t的\n3\t4\n",
    "甲\t乙\r\n1\t<p>一\r\n二</p>\r\n3\t<p>没有\r\n结束\r\n5\t6\r\n",
    "甲\t乙\n1\ta &amp; b\n2\t<br>\n3\t\u{0}\u{B}\n \t \n\t\n#1\t2\n## 后\n3\t4",
    "甲\t乙\n<table><tr><td>一\n\n二</td></tr></table>\n1\t2\n<b>3</b>\t4\n\n\n5\t6\n",
    "标题行\n甲\t乙\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n```\n不\t是\n```\n一\t二",
    "只有一列\t\n第二行\t\n\n\"行\n行\n行\n行\t没有结束\n1\t2\n",
  ]

  @Test(arguments: texts, [1, 7, 40, 1_000])
  func piecesOfAnySizeSayTheSame(_ text: String, _ size: Int) throws {
    let whole = try PartWriters.whole(Array(text.utf8), name: "a.tsv", options: Self.options)
    for part in [1, 12, 1_000] {
      let pieces = try #require(try Self.pieces(text, piece: size, part: part))
      #expect(pieces.splitsTables == (part < 12) || part == 12)
      #expect(try PartWriters.read(pieces) == whole, "parts from \(part) bytes on")
    }
  }

  /// Rows with all of that, in tables longer than the parts they come in.
  @Test(arguments: 1...8)
  func largeTablesSayTheSame(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let fields = [
      "浦东新区职业技能培训", "1,234.50", "", "\"甲\n乙\"", "a &lt; b", "<b>粗</b>", " 边 ", "\"甲",
      "\"\"\"引\"\"\"", "<p>一\n二</p>",
    ]
    let plain = !random.chance(50)
    var text = "项目\t部门\t金额\n"
    for _ in 0..<30_000 {
      let count = random.chance(plain ? 0 : 1) ? Int.random(in: 1...5, using: &random) : 3
      text += (0..<count).map { _ in
        random.chance(plain ? 0 : 20) ? fields.randomElement(using: &random) ?? "" : fields[0]
      }.joined(separator: "\t")
      text += random.chance(plain ? 0 : 1) ? "\n\n" : "\n"
    }
    let whole = try PartWriters.whole(Array(text.utf8), name: "a.tsv", options: Self.options)
    let pieces = try #require(try Self.pieces(text, piece: 100_000, part: 20_000))
    #expect(pieces.splitsTables)
    #expect(pieces.source.piece?.mayHaveDiagnostics == !plain)
    #expect(try PartWriters.read(pieces) == whole)
  }

  /// Only a writer that takes parts is given them.
  @Test func tablesThatDoNotFitAreReadAsAWhole() throws {
    let text = "甲\t乙\n" + String(repeating: "一\t二\n", count: 100)
    #expect(try Self.pieces(text, piece: 50, part: 100, allowsParts: false) == nil)
    let pieces = try #require(try Self.pieces(text, piece: 50, part: 2_000, allowsParts: false))
    #expect(!pieces.splitsTables)
  }

  /// The joined rows of a table are known only when all of it is.
  @Test func rowsThatAreJoinedAreReadAsAWhole() throws {
    let text = String(repeating: "1\t2\t3\t4\n", count: 20) + "1\t2半\n句\t3\t4\n"
    #expect(try Self.pieces(text, piece: 50, part: 10) == nil)
    let pieces = try #require(try Self.pieces(text, piece: 50, part: 1_000))
    let whole = try PartWriters.whole(Array(text.utf8), name: "a.tsv", options: Self.options)
    #expect(try PartWriters.read(pieces) == whole)
  }

  /// What is at the end may decide how all of it is read.
  @Test func ourOwnEscapesAreReadAsAWhole() throws {
    let text = "甲\t乙\\n\n\n#escapes: \\n \\t \\r \\\\\n"
    #expect(try Self.pieces(text, piece: 5, part: 1_000) == nil)
    #expect(try Self.pieces(text + "后\n", piece: 5, part: 1_000) != nil)
  }

  /// A file that is another one the second time it is read.
  private final class ChangingFile: FileBytes {
    let count = 40
    let hasGrown = false
    private let readCount = Mutex(0)

    /// The look at the beginning, and twice twenty bytes, are all of the first time.
    func append(_ run: Range<Int>, to bytes: inout [UInt8]) {
      let isSecondTime = readCount.withLock { count in
        count += 1
        return count > 3
      }
      bytes += [UInt8](repeating: UInt8(ascii: isSecondTime ? "b" : "a"), count: run.count)
    }
  }

  @Test func aChangeIsTold() throws {
    var sizes = TextPieces.Sizes()
    sizes.least = 0
    sizes.piece = 20
    #expect(throws: ReadError.changed) {
      try TextPieces(
        ChangingFile(), name: "a.tsv", options: Self.options, allowsParts: true, sizes: sizes)
    }
  }
}

/// Rows are joined where each short one is half of a full one, which is told row by row.
struct RowRegularityTests {
  /// What the rows of a table with some numbers of cells say, looked at all together.
  private static func joinedCount(_ counts: [Int]) -> Int? {
    guard let width = counts.max(), width >= 4, counts.count > 5,
      counts.contains(where: { $0 < width })
    else { return nil }
    var (fullCount, joined, row) = (0, 0, 0)
    while row < counts.count {
      if counts[row] == width {
        fullCount += 1
        row += 1
      } else if row + 1 < counts.count, counts[row + 1] < width,
        counts[row] + counts[row + 1] == width + 1
      {
        row += 2
      } else {
        return nil
      }
      joined += 1
    }
    return fullCount >= 4 ? joined : nil
  }

  @Test(arguments: 1...300)
  func rowByRowSaysTheSameAsAllTogether(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var counts: [Int] = []
    // Rows of one length, or halves of such, with another one now and then.
    let width = Int.random(in: 3...6, using: &random)
    for _ in 0..<Int.random(in: 3...12, using: &random) {
      switch Int.random(in: 0...9, using: &random) {
      case 0...4: counts.append(width)
      case 5...7:
        let first = Int.random(in: 2..<width, using: &random)
        counts += [first, width + 1 - first]
      case 8: counts += random.chance(20) ? [width + 1] : [width]
      default: counts += random.chance(30) ? [2] : [width]
      }
    }
    let text = counts.map { [String](repeating: "字", count: $0).joined(separator: "\t") + "\n" }
    var options = ReadOptions()
    options.format = .tsv
    let source = try SourceText(reading: Array(text.joined().utf8), name: nil, options: options)
    let document = try Document(reading: source)
    guard case .table(let table)? = document.blocks.first, document.blocks.count == 1 else {
      Issue.record("not one table")
      return
    }
    #expect(table.rowCount == Self.joinedCount(counts) ?? counts.count, "\(counts)")
  }
}
