internal import IR

/// Reads the lines of a list of corrections, and notes every mistake with its place.
struct CorrectionParser {
  /// The columns of a list.
  enum Column: String, CaseIterable {
    case sha256, pointer, was, `is`, who, why, date

    var isRequired: Bool { self == .sha256 || self == .pointer || self == .was || self == .is }
  }

  /// A cell as it is written, and where it begins on its line.
  private struct Field {
    let text: Substring
    /// The column of its first scalar, from 1.
    let column: Int
  }

  private let text: String?
  private(set) var mistakes: [CorrectionList.Mistake] = []
  private var columns: [Column?] = []
  private var line = 0

  /// The mistakes after which the rest of a list is not looked at.
  private static let mostMistakes = 100

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    text = String(
      validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
  }

  /// Reads all entries.
  mutating func entries() -> [CorrectionList.Entry] {
    line = 1
    guard let text else {
      note(1, "not UTF-8; save the list as UTF-8 text", "不是 UTF-8 编码；请把清单存为 UTF-8 文本")
      return []
    }
    var found: [CorrectionList.Entry] = []
    var known: [Key: CorrectionList.Entry] = [:]
    var hasHeader = false
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalars) in lines.enumerated() where mistakes.count < Self.mostMistakes {
      line = index + 1
      var content = Substring(scalars)
      if content.unicodeScalars.last == "\r" { content.unicodeScalars.removeLast() }
      guard !content.isEmpty else { continue }
      let fields = Self.fields(of: content)
      if !hasHeader {
        hasHeader = true
        guard readHeader(fields) else { return [] }
      } else if let entry = entry(fields) {
        if isNew(entry, &known) { found.append(entry) }
      }
    }
    if !hasHeader {
      note(
        1, "no header; the first line must name the columns: \(Self.columnNames)",
        "没有表头；第一行应写明各列：\(Self.columnNames)")
    }
    return found
  }

  private static let columnNames = Column.allCases.map(\.rawValue).joined(separator: " ")

  private static func fields(of line: Substring) -> [Field] {
    var fields: [Field] = []
    var column = 1
    for cell in line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false) {
      fields.append(Field(text: Substring(cell), column: column))
      column += cell.count + 1
    }
    return fields
  }

  // MARK: Header

  private mutating func readHeader(_ fields: [Field]) -> Bool {
    let count = mistakes.count
    for field in fields {
      let column = Column(rawValue: String(field.text))
      if column == nil {
        note(
          field.column,
          "'\(field.text)' is no column; the first line must name the columns: \(Self.columnNames)",
          "没有「\(field.text)」这一列；第一行应写明各列：\(Self.columnNames)")
      } else if columns.contains(column) {
        note(field.column, "column '\(field.text)' is named twice", "「\(field.text)」列出现了两次")
      }
      columns.append(column)
    }
    for column in Column.allCases where column.isRequired && !columns.contains(column) {
      note(1, "column '\(column.rawValue)' is missing", "缺少「\(column.rawValue)」列")
    }
    return mistakes.count == count
  }

  // MARK: Entries

  private mutating func entry(_ fields: [Field]) -> CorrectionList.Entry? {
    let count = mistakes.count
    guard fields.count == columns.count else {
      note(
        1, "\(fields.count) cells, but the first line names \(columns.count) columns",
        "有 \(fields.count) 格，而表头有 \(columns.count) 列")
      return nil
    }
    var values: [Column: String] = [:]
    for (field, column) in zip(fields, columns) {
      guard let column else { continue }
      let value = unescaped(field)
      check(value, column, field.column)
      values[column] = value
    }
    let before = values[.was] ?? ""
    let after = values[.is] ?? ""
    if mistakes.count == count, before == after {
      note(1, "'was' and 'is' are the same; nothing is corrected", "was 与 is 相同，没有改正什么")
    }
    guard mistakes.count == count else { return nil }
    var correction = Correction(pointer: values[.pointer] ?? "", before: before, after: after)
    correction.who = values[.who].flatMap { $0.isEmpty ? nil : $0 }
    correction.why = values[.why].flatMap { $0.isEmpty ? nil : $0 }
    correction.date = values[.date].flatMap { $0.isEmpty ? nil : $0 }
    return CorrectionList.Entry(
      sha256: values[.sha256] ?? "", correction: correction, line: line)
  }

  private mutating func check(_ value: String, _ column: Column, _ place: Int) {
    switch column {
    case .sha256:
      let isDigest =
        value.utf8.count == 64
        && value.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
      if !isDigest {
        note(
          place, "'\(value)' is no SHA-256; 64 digits 0-9 a-f are expected",
          "「\(value)」不是 SHA-256；应为 64 位 0-9 a-f")
      }
    case .pointer:
      if !value.hasPrefix("/forms/") {
        note(
          place, "'\(value)' is no pointer to a value, such as /forms/0/project/name",
          "「\(value)」不是指向某个值的指针，例如 /forms/0/project/name")
      }
    case .date:
      if !value.isEmpty, !Self.isDate(value) {
        note(
          place, "'\(value)' is no date, such as 2026-01-31 or 2026-01-31T08:30:00Z",
          "「\(value)」不是日期，例如 2026-01-31 或 2026-01-31T08:30:00Z")
      }
    case .was, .is, .who, .why: break
    }
  }

  /// Whether a text is a date of ISO 8601, perhaps with a time.
  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(
      of:
        /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+\-]\d{2}:\d{2})?)?/
    ) != nil
  }

  private mutating func unescaped(_ field: Field) -> String {
    guard field.text.utf8.contains(UInt8(ascii: "\\")) else { return String(field.text) }
    var result = String.UnicodeScalarView()
    var scalars = field.text.unicodeScalars.makeIterator()
    var column = field.column
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        result.append(scalar)
        column += 1
        continue
      }
      switch scalars.next() {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "\\": result.append("\\")
      case let other:
        let text = other.map { String($0) } ?? ""
        note(
          column, "'\\\(text)' is no escape; a backslash itself is written \\\\",
          "没有「\\\(text)」这种转义；反斜杠本身写作 \\\\")
        return String(result)
      }
      column += 2
    }
    return String(result)
  }

  // MARK: Corrections of the same value

  private struct Key: Hashable {
    let sha256: String
    let pointer: String
    let before: String
  }

  /// Whether no earlier line starts from the same text of the same value.
  private mutating func isNew(
    _ entry: CorrectionList.Entry, _ known: inout [Key: CorrectionList.Entry]
  ) -> Bool {
    let correction = entry.correction
    let key = Key(
      sha256: entry.sha256, pointer: correction.pointer, before: correction.before)
    guard let other = known.updateValue(entry, forKey: key) else { return true }
    if other.correction.after == correction.after {
      note(
        1, "the same correction as on line \(other.line); remove one of them",
        "与第 \(other.line) 行的改正相同；请删去其中一行")
    } else {
      note(
        1, "line \(other.line) corrects the same value to something else; keep one of them",
        "第 \(other.line) 行把同一个值改成了别的；请只留一行")
    }
    return false
  }

  private mutating func note(_ column: Int, _ english: String, _ chinese: String) {
    mistakes.append(
      CorrectionList.Mistake(
        message: LocalizedText(en: english, zh: chinese),
        position: LineTable.Position(line: line, column: column)))
  }
}
