/// Makes ZIP archives byte by byte, whole and broken ones.
///
/// Nothing is compressed, so that what a test says is what is in the archive.
public struct PackageMaker: Sendable {
  /// A part, with what may be wrong about it.
  public struct Part: Sendable {
    /// The name in the archive.
    public var name: String
    /// The bytes.
    public var content: [UInt8]
    /// The size that is claimed.
    public var claimedCount: Int?
    /// The checksum that is claimed.
    public var checksum: UInt32?
    /// The general purpose flags.
    public var flags: UInt16 = 0
    /// How it is compressed: 0 is not at all, 8 is by deflate.
    public var method: UInt16 = 0

    /// A part that is right.
    public init(_ name: String, _ content: String) {
      self.name = name
      self.content = Array(content.utf8)
    }

    /// A part that is right.
    public init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// The parts in order.
  public var parts: [Part]

  /// Begins with some parts.
  public init(_ parts: [Part]) { self.parts = parts }

  /// The archive.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let start = output.count
      var common: [UInt8] = []
      common.put(20, 2)
      common.put(Int(part.flags), 2)
      common.put(Int(part.method), 2)
      common.put(0, 4)
      common.put(Int(part.checksum ?? Self.checksum(part.content)), 4)
      common.put(part.content.count, 4)
      common.put(part.claimedCount ?? part.content.count, 4)
      common.put(part.name.utf8.count, 2)
      common.put(0, 2)
      output.put(0x0403_4B50, 4)
      output += common + Array(part.name.utf8) + part.content
      directory.put(0x0201_4B50, 4)
      directory.put(20, 2)
      directory += common
      directory += [UInt8](repeating: 0, count: 10)
      directory.put(start, 4)
      directory += Array(part.name.utf8)
    }
    let start = output.count
    output += directory
    output.put(0x0605_4B50, 4)
    output.put(0, 4)
    output.put(parts.count, 2)
    output.put(parts.count, 2)
    output.put(directory.count, 4)
    output.put(start, 4)
    output.put(0, 2)
    return output
  }

  /// The CRC-32 of bytes, bit by bit as its definition has it.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
    return ~value
  }
}

extension PackageMaker {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook of sheets, each given by what is in its element `worksheet`.
  ///
  /// - Parameters:
  ///   - sheets: What is in each sheet.
  ///   - styles: What is in the element `styleSheet`.
  ///   - strings: What is in the element `sst`.
  ///   - properties: What stands before the list of sheets.
  ///   - sheetAttributes: More attributes of each sheet in the list.
  public init(
    sheets: [String], styles: String = "", strings: String = "", properties: String = "",
    sheetAttributes: String = ""
  ) {
    let list = sheets.indices.map {
      "<sheet name=\"S\($0 + 1)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0 + 1)\"\(sheetAttributes)/>"
    }.joined()
    let targets = sheets.indices.map {
      "<Relationship Id=\"r\($0 + 1)\" Type=\"\(Self.office)/worksheet\" "
        + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }.joined()
    self.init([
      Part("[Content_Types].xml", "<Types/>"),
      Part(
        "_rels/.rels",
        "<Relationships xmlns=\"\(Self.package)\"><Relationship Id=\"a\" "
          + "Type=\"\(Self.office)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
      Part(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)"
          + "<sheets>\(list)</sheets></workbook>"),
      Part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(Self.package)\">\(targets)"
          + "<Relationship Id=\"t\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
          + "<Relationship Id=\"u\" Type=\"\(Self.office)/sharedStrings\" "
          + "Target=\"sharedStrings.xml\"/></Relationships>"),
      Part("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"),
      Part("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"),
    ])
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        Part(
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(Self.main)\">\(sheet)</worksheet>"))
    }
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ value: Int, _ count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}
