internal import IR

/// How wide the columns of a sheet are, in digits of the default font.
struct ColumnWidths {
  /// The widths a page has room for, margins taken off, when it is printed at nine tenths: letters
  /// of ten points are easy to read, and fewer lines are broken.
  private enum Page {
    static let portrait = 97
    static let landscape = 145
    /// Below this most columns would be too narrow to read on a page in portrait.
    static let narrowest = 12
    /// What has room in landscape at half the usual size, which can still be read.
    static let smallest = 2 * landscape
  }

  /// The widest column: longer texts are wrapped.
  private static let widest = 60
  private static let widestOfData = 50
  /// What a column has beside its text.
  private static let padding = 1
  /// The most that stays in sight, so that there is room on a small screen for what is scrolled.
  private static let widestFrozen = 48
  /// The room for the button of a filter.
  private static let filterButton = 3
  /// How many rows of a table of data are looked at.
  private static let dataRows = 1_000

  /// The width of each column, padding included.
  private(set) var widths: [Int]
  /// Whether the page is turned.
  private(set) var isLandscape = false
  /// How many pages stand side by side: a table of data with many columns on one would be too
  /// small to read.
  private(set) var pageCount = 1

  /// Measures the cells of a sheet.
  init(_ sheet: Sheet, _ plan: SheetPlan) {
    var needs = Needs(columnCount: plan.columnCount, isData: sheet.style == .data)
    for item in plan.items {
      guard case .table(let table, let merges) = item.content else { continue }
      needs.add(table, merges, of: sheet.document)
    }
    widths = needs.widths.map { $0 + Self.padding }
    guard sheet.style == .page else {
      // The first columns stay in sight and must leave room for the others.
      for column in widths.indices.prefix(sheet.frozenColumnCount) {
        widths[column] = min(widths[column], Self.widestFrozen * 3 / 4)
      }
      let total = widths.reduce(0, +)
      isLandscape = total > Page.portrait
      pageCount = (max(total, 1) - 1) / Page.smallest + 1
      return
    }
    fit(minimums: needs.minimums.map { $0 + Self.padding })
  }

  /// How many of the first columns can stay in sight.
  func frozenCount(_ wanted: Int) -> Int {
    var width = 0
    return widths.prefix(max(wanted, 0)).prefix { column in
      width += column
      return width <= Self.widestFrozen
    }.count
  }

  /// The room for text in some columns.
  ///
  /// An ideograph is counted as two digits; in the default font it is 15 pixels wide, they are 16.
  func room(in columns: Range<Int>) -> Int {
    (widths[columns].reduce(0, +) - Self.padding) * 16 / 15
  }

  /// Makes wide sheets as wide as a page, and those that are nearly as wide too.
  private mutating func fit(minimums: [Int]) {
    let total = widths.reduce(0, +)
    if total <= Page.portrait {
      if 2 * total > Page.portrait { spread(over: widths.indices, to: Page.portrait) }
      return
    }
    if cap(at: Page.portrait, minimums: minimums, narrowest: Page.narrowest) { return }
    isLandscape = true
    if total <= Page.landscape {
      spread(over: widths.indices, to: Page.landscape)
    } else {
      // What is still too wide is made smaller when it is printed.
      _ = cap(at: Page.landscape, minimums: minimums, narrowest: 0)
    }
  }

  /// Narrows the widest columns until the sheet fits; says whether it does.
  private mutating func cap(at target: Int, minimums: [Int], narrowest: Int) -> Bool {
    func capped(_ cap: Int) -> [Int] {
      zip(widths, minimums).map { width, minimum in min(width, max(cap, minimum)) }
    }
    guard let cap = (narrowest...Self.widest).last(where: { capped($0).reduce(0, +) <= target })
    else { return false }
    let narrowed = capped(cap)
    let wide = widths.indices.filter { narrowed[$0] < widths[$0] }
    widths = narrowed
    spread(over: wide, to: target)
    return true
  }

  /// Gives what is left of a page to some columns.
  private mutating func spread(over columns: some RandomAccessCollection<Int>, to target: Int) {
    var rest = target - widths.reduce(0, +)
    let total = columns.reduce(0) { $0 + widths[$1] }
    guard rest > 0, total > 0 else { return }
    let surplus = rest
    for column in columns {
      let share = min(surplus * widths[column] / total, rest)
      widths[column] += share
      rest -= share
    }
    for column in columns.prefix(rest) { widths[column] += 1 }
  }

  /// What the texts of a sheet would need.
  private struct Needs {
    let isData: Bool
    /// For whole lines.
    var widths: [Int]
    /// For numbers, which are not wrapped, and for a few characters of text.
    var minimums: [Int]

    private static let narrowest = 4
    private static let shortLine = 8
    /// A text over several columns may be wrapped beyond this.
    private static let spanningLine = 24

    init(columnCount: Int, isData: Bool) {
      self.isData = isData
      widths = [Int](repeating: Self.narrowest, count: columnCount)
      minimums = widths
    }

    mutating func add(_ table: Table, _ merges: TableMerges, of document: Document) {
      var merge = 0
      var spanning: [(columns: Range<Int>, width: Int)] = []
      for index in table.cells {
        let cell = document.cells[index]
        if isData, Int(cell.row) > ColumnWidths.dataRows { break }
        var columns = Int(cell.column)..<Int(cell.column) + 1
        if merge < merges.merges.count, merges.merges[merge].cell == index {
          columns = merges.merges[merge].area.columns
          merge += 1
        }
        guard !cell.text.isEmpty, columns.count > 1 || mayWiden(cell) else { continue }
        let width = TextMeasure.width(of: document.bytes(cell.text).span)
        if columns.count > 1 {
          spanning.append((columns, width))
        } else {
          add(cell, width, to: columns.lowerBound)
        }
      }
      for (columns, width) in spanning { widen(columns, to: min(width, Self.spanningLine)) }
    }

    /// Whether a cell may need more than the others in its column: no character takes more
    /// columns than bytes.
    private func mayWiden(_ cell: Cell) -> Bool {
      let column = Int(cell.column)
      let least = cell.kind == .text ? min(cell.text.count, Self.shortLine) : cell.text.count
      return cell.isHeader || cell.text.count > widths[column] || least > minimums[column]
    }

    private mutating func add(_ cell: Cell, _ width: Int, to column: Int) {
      let limit = isData ? ColumnWidths.widestOfData : ColumnWidths.widest
      let button = isData && cell.isHeader ? ColumnWidths.filterButton : 0
      widths[column] = max(widths[column], min(width + button, limit))
      let least = cell.kind == .text ? min(width, Self.shortLine) : width
      minimums[column] = max(minimums[column], min(least, limit))
    }

    private mutating func widen(_ columns: Range<Int>, to width: Int) {
      let lack = width - widths[columns].reduce(0, +)
      guard lack > 0 else { return }
      for (offset, column) in columns.enumerated() {
        widths[column] += lack / columns.count + (offset < lack % columns.count ? 1 : 0)
      }
    }
  }
}
