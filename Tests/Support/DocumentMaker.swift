public import IR

/// Makes documents by hand: text, and tables whose cells take the next free slot as in HTML.
public struct DocumentMaker {
  /// A cell to be.
  public struct Entry: ExpressibleByStringLiteral {
    var text: String
    var rows = 1
    var columns = 1
    var isHeader = false
    var kind = Cell.Kind.text

    /// A cell of text.
    public init(stringLiteral text: String) { self.text = text }

    /// A cell.
    public init(
      _ text: String, rows: Int = 1, columns: Int = 1, isHeader: Bool = false,
      kind: Cell.Kind = .text
    ) {
      self.text = text
      self.rows = rows
      self.columns = columns
      self.isHeader = isHeader
      self.kind = kind
    }

    /// A label.
    public static func label(_ text: String, rows: Int = 1, columns: Int = 1) -> Entry {
      Entry(text, rows: rows, columns: columns, isHeader: true)
    }

    /// A text over several columns.
    public static func wide(_ text: String, _ columns: Int) -> Entry {
      Entry(text, columns: columns)
    }

    /// A number.
    public static func number(_ text: String) -> Entry { Entry(text, kind: .number) }

    /// A date.
    public static func date(_ text: String) -> Entry { Entry(text, kind: .date) }
  }

  /// What was made so far.
  public private(set) var document = Document()

  /// Begins an empty document.
  public init() {}

  /// Adds a heading.
  public mutating func heading(_ text: String, level: UInt8 = 1) {
    document.blocks.append(
      .heading(TextBlock(text: document.store(text), source: Self.place, level: level)))
  }

  /// Adds a paragraph.
  public mutating func paragraph(_ text: String) {
    document.blocks.append(.paragraph(TextBlock(text: document.store(text), source: Self.place)))
  }

  /// Adds a table.
  public mutating func table(_ rows: [[Entry]]) {
    let first = document.cells.count
    var free = [Int: Int]()
    var width = 0
    for (row, entries) in rows.enumerated() {
      var column = 0
      for entry in entries {
        while free[column, default: 0] > row { column += 1 }
        document.cells.append(
          Cell(
            text: document.store(entry.text), source: Self.place, row: UInt32(row),
            column: UInt16(column), rowSpan: UInt16(entry.rows),
            columnSpan: UInt16(entry.columns), isHeader: entry.isHeader, kind: entry.kind))
        for covered in column..<column + entry.columns { free[covered] = row + entry.rows }
        column += entry.columns
        width = max(width, column)
      }
    }
    document.blocks.append(
      .table(
        Table(
          index: document.tableCount, cells: first..<document.cells.count, rowCount: rows.count,
          columnCount: width, source: Self.place)))
    document.tableCount += 1
  }

  private static let place = SourceRange(start: 0, end: 0)
}

extension Sheet {
  /// A form as it is printed, with everything that is hard to draw.
  public static var form: Sheet {
    var maker = DocumentMaker()
    maker.heading("财政项目支出绩效目标申报表")
    maker.paragraph("（2024年度）")
    maker.table([
      [.label("项目名称"), .wide("人力资源和社会保障业务信息系统运行维护", 3), .label("项目类别"), "特定目标类"],
      [.label("主管部门"), .wide("上海市人力资源和社会保障局", 3), .label("实施单位"), "上海市人力资源和社会保障局信息中心"],
      [
        .label("计划开始日期"), .init("2024-01-01", columns: 3, kind: .date), .label("计划完成日期"),
        .date("2024-12-31"),
      ],
      [
        .label("项目资金\n（元）", rows: 4), .label("项目资金总额", columns: 2),
        .init("9,100,024.20", kind: .number), .label("年度资金申请总额"), .number("225,000.00"),
      ],
      [
        .label("其中：财政资金", columns: 2), .number("9,000,000.00"), .label("其中：当年财政拨款"),
        .number("225,000.00"),
      ],
      [.label("上年结转", columns: 2), "", .label("上年结转资金"), .number("0.00")],
      [.label("其他资金", columns: 2), .number("100,024.20"), .label("其他资金"), ""],
      [
        .label("总体目标", rows: 2), .label("项目总目标", columns: 3), .label("年度总体目标", columns: 2),
      ],
      [
        .wide(
          "根据国家和本市有关规定，保障人力资源和社会保障业务信息系统全年安全稳定运行，为参保单位和个人提供便捷、高效的服务；完成系统日常巡检、故障处理、数据备份和等级保护测评等工作，不断提高信息化服务水平。",
          3),
        .wide("1、完成全年运维任务，系统可用率不低于99.9%。\n2、故障及时响应，一级故障在30分钟内响应。\n3、完成等级保护测评并按要求整改。", 2),
      ],
      [
        .label("一级指标"), .label("二级指标"), .label("三级指标", columns: 2),
        .label("年度(/项目)指标值", columns: 2),
      ],
      [
        .label("产出指标", rows: 5), .label("数量指标", rows: 2), .wide("运行维护系统数量", 2),
        .wide("=12.00(个)", 2),
      ],
      [.wide("日常巡检次数", 2), .wide("≥48(次)", 2)],
      [.label("质量指标", rows: 2), .wide("系统可用率", 2), .wide("≥99.90(%)", 2)],
      [.wide("一级故障响应并在规定时间内完成处理的比例（含节假日和夜间值守时段）", 2), .wide("≥98.00(%)", 2)],
      [.label("时效指标"), .wide("故障响应时间", 2), .wide("≤30(分钟)", 2)],
      [.label("效益指标", rows: 2), .label("社会效益指标"), .wide("业务办理便捷程度", 2), .wide("提高", 2)],
      [.label("可持续影响指标"), .wide("长效管理机制", 2), .wide("健全", 2)],
      [.label("满意度指标"), .label("服务对象满意度指标"), .wide("参保单位和个人满意度", 2), .wide("≥90.00(%)", 2)],
    ])
    maker.heading("附：原表信息", level: 2)
    maker.table([
      [.label("字段"), .label("内容")],
      ["原表名称", "上海市财政支出项目绩效目标申报表"],
    ])
    return Sheet(name: "人力资源和社会保障业务信息系统运行维护", document: maker.document, frozenRowCount: 2)
  }
}
