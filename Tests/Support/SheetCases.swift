public import IR

/// Sheets that tests write, by name.
public enum SheetCase: String, CaseIterable, Sendable {
  /// One sheet each.
  case form, hostile, data, empty

  /// The sheet.
  public var sheet: Sheet {
    switch self {
    case .form: .form
    case .hostile: .hostile
    case .data: .data
    case .empty: Sheet(name: "", document: Document())
    }
  }
}

extension Sheet {
  /// Texts that try to be something else.
  public static let pretenders = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "007", "310101199001011234", "1E5", "2-1",
    "1/2", "3:15", "TRUE", "#N/A", "'quoted", "_x0041_", "_x005F_x0041_", "_X00e9_", "__x0020__",
    "a\u{1}b\u{8}\u{B}\u{1F}", "a\rb\r\nc", "tab\there", " edges ", "\n", "\u{FFFE}x\u{FFFF}",
    "\u{7F}\u{85}\u{FEFF}", "<b>&amp;</b>]]>\"'", "𠀀😀e\u{301}", "{=1}", "http://a.b/?c=d&e=f",
    "１２３", "(5)", "5%", "\u{2028}", String(repeating: "长", count: 32_768),
  ]

  /// Pretenders in all kinds of cells and in text.
  public static var hostile: Sheet {
    var maker = DocumentMaker()
    maker.heading("=HYPERLINK(\"x\")")
    maker.paragraph("_x000D_")
    maker.table(pretenders.map { [.init($0), .label(String($0.prefix(50)))] })
    maker.table(
      pretenders.map {
        let text = String($0.prefix(50))
        return [.number(text), .date(text)]
      })
    return Sheet(name: "[a]:b*c?d/e\\f'", document: maker.document, frozenColumnCount: 1)
  }

  /// A table to be filtered, with the numbers and dates that are shown as printed.
  public static var data: Sheet {
    var maker = DocumentMaker()
    maker.table([
      [.label("序号"), .label("项目"), .label("金额"), .label("比例"), .label("日期")],
      [.number("1"), "甲", .number("9,100,024.20"), .number("98.00%"), .date("2024-01-01")],
      [.number("2"), "乙", .number("-0.5"), .number("5%"), .date("2024/1/9")],
      [.number("3"), "", .number("1234567890123456"), .number("0.125%"), .date("2024年1月")],
    ])
    return Sheet(name: "数据", document: maker.document, style: .data)
  }
}
