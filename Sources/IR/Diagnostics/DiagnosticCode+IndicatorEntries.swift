/// Diagnostics about reading indicators.
extension DiagnosticCode.Entry {
  static let columnInferred = Self(
    .warning,
    en: "'{label}' is taken for the header of the column '{column}'",
    zh: "表头「{label}」当作「{column}」一列的表头",
    why: """
      The layout has a column whose header is not printed, and this header is none that is known. Its \
      place, its wording or what stands below it say that it is that column's. Check the whole column \
      against the paper.
      """,
    whyZh: """
      版式中有一列没有找到表头，而这个表头又不在已知的表头之中。从位置、文字或下方的内容看，它是那一列的表头。请把整列与原件核对。
      """)

  static let columnUnknown = Self(
    .warning,
    en: "'{label}' heads no column of the layout, where one of its columns has no header",
    zh: "「{label}」不是版式中的表头，而该位置上版式的列没有表头",
    why: """
      A column of the layout has no header, and this one stands in its place. It reads like another \
      thing, so its cells were not taken for that column's: they are listed with this header under \
      `further`. Check whether it is the missing column under another name.
      """,
    whyZh: """
      版式中有一列没有找到表头，这个表头印在那一列的位置上，但文字看起来是别的内容，因此下方的内容没有归入那一列，而是连同表头列在 `further` 下。\
      请核对它是不是那一列的另一种叫法。
      """)

  static let headerInferred = Self(
    .repair,
    en: "indicator table without a header; its columns are taken from the layout",
    zh: "指标表没有表头，按版式确定各列",
    why: """
      A piece of the indicator table has no header row, as after a page break. Its columns \
      were taken from the layout and from the pieces before it. Check that names and targets \
      are in their right columns.
      """,
    whyZh: """
      指标表的这一段没有表头行，常见于分页之后。各列按版式和前面的段落确定。请核对指标名称和指标值是否在正确的列。
      """)

  static let labelColumn = Self(
    .repair,
    en: "'{label}' stands in another column; read as a level label",
    zh: "「{label}」印在别的列，读作级别标签",
    why: """
      The label of a level stands in the column of another level or of the name. It was \
      recognised by its wording and put into its level. Check only if the levels beside it \
      look wrong.
      """,
    whyZh: """
      级别标签印在了另一级或指标名称的列里。已按文字认出，并放回它所在的级别。只有在旁边的级别看起来不对时才需要核对。
      """)

  static let labelMoved = Self(
    .repair,
    en: "'{label}' is not on the first row of its group, rows away: {rows}; moved there",
    zh: "「{label}」没有印在它那一组的第一行，相隔 {rows} 行，已移到第一行",
    why: """
      In print the label is centred beside its group, and scanning put it on another row, even \
      one of the next group. The assignment of all rows of the block was chosen together, and \
      the label moved to where it fits. Check the levels of the rows in between.
      """,
    whyZh: """
      印刷时标签在一组的旁边居中，扫描后落到了别的行，甚至落到了另一组。程序对整块各行一并判断，把标签移到合适的位置。\
      请核对其间各行的级别。
      """)

  static let levelAbsent = Self(
    .note,
    en: "indicator without a level label; none printed",
    zh: "这一指标没有级别标签，原表未印",
    why: """
      The form prints no level label for this indicator, and nothing tells which one it has. \
      The level was left out. Check the original if the level matters.
      """,
    whyZh: """
      原表没有为这一指标印出级别标签，也没有别的线索，因此级别空缺。如果级别重要，请对照原件。
      """)

  static let levelAmbiguous = Self(
    .warning,
    en: "'{level}' is the likeliest level, but not the only one that fits",
    zh: "级别最可能是「{level}」，但不止它一种可能",
    why: """
      The printed labels allow more than one level for this indicator. The likeliest one was \
      chosen; the others are listed as alternatives. Check the indicator in the original.
      """,
    whyZh: """
      按印出的标签，这一指标的级别不止一种可能。采用了最可能的一种，其余列为备选。请对照原件核对。
      """)

  static let levelUncertain = Self(
    .note,
    en: "'{level}' follows from the place of the labels; another level is possible here",
    zh: "按标签位置读作「{level}」，这一行也可能属于其他级别",
    why: """
      The row stands at the edge of its group, or its wording is more usual for another level. \
      The printed place of the labels decided. Look at it only if the form needs a close check; \
      the other levels are listed as alternatives.
      """,
    whyZh: """
      这一行位于一组指标的边缘，或者文字更像另一级别的指标。级别以标签的印刷位置为准。\
      只有需要仔细核对时才用得着看，其他可能的级别已列出。
      """)

  static let levelFromBelow = Self(
    .note,
    en: "'{level}' is taken from a label printed further down, rows below: {rows}",
    zh: "级别「{level}」取自下面的标签，相隔 {rows} 行",
    why: """
      The label of this row's level stands on a later row, as in print it is centred beside its \
      group or begins a new page. The row was counted to that group. Check where the group \
      begins if the level looks wrong.
      """,
    whyZh: """
      这一行的级别标签印在后面的行，因为印刷时标签在一组的旁边居中，或者印在了下一页。这一行已归入那一组。\
      如果级别看起来不对，请核对那一组从哪一行开始。
      """)

  static let levelInferred = Self(
    .warning,
    en: "'{level}' is not printed for this row; inferred from its neighbours and wording",
    zh: "这一行没有印「{level}」，按上下文推断",
    why: """
      The label of the level is missing from the scan. It was inferred from the order of the \
      levels, the rows around it and the wording of the indicator. Check the level in the \
      original.
      """,
    whyZh: """
      扫描结果里缺少这个级别标签。级别是根据级别顺序、上下行和指标文字推断的。请对照原件核对。
      """)

  static let nameUncertain = Self(
    .note,
    en: "'{text}' in the next row might be part of this name",
    zh: "相邻行的「{text}」也可能是这个名称的一部分",
    why: """
      A row with a piece of a name stood between two indicators, and the piece was joined to the \
      other one. If the name reads wrong, look at the original.
      """,
    whyZh: """
      两个指标之间有一行只有名称的一部分，这部分已并入另一个指标。如果名称读起来不通，请对照原件。
      """)

  static let levelsByPlace = Self(
    .warning,
    en: "more than {limit} indicators in one form; each has the level of the last label above it",
    zh: "一张表的指标超过 {limit} 行，每行按上方最近的标签定级别",
    why: """
      The rows of a form are weighed together to put displaced labels back, but not so many at \
      once. No real form is that long. Check whether several forms ran into one.
      """,
    whyZh: """
      平常会把一张表的各行放在一起比较，以便把移位的标签放回原处，但行数太多时不再这样做。\
      正常的表没有这么长，请检查是不是几张表连成了一张。
      """)

  static let levelsUnknown = Self(
    .note,
    en: "the form classifies its indicators in its own way; levels are taken as printed",
    zh: "这张表的指标分类与常见的不同，级别按原样读取",
    why: """
      Most level labels are in no list of known labels, as in forms of departments as a whole. Each \
      row has the label on it, or the last one above it. Check rows whose labels may have moved.
      """,
    whyZh: """
      多数级别标签不在已知的标签之中，部门整体支出的表常有这种情况。每行取本行的标签，没有的取上方最近的标签。\
      如果标签可能错行，请核对。
      """)

  static let nameAbsent = Self(
    .note,
    en: "indicator without a name; none printed",
    zh: "这一指标没有名称，原表未印",
    why: """
      The row has a target but no name of an indicator. It was kept without a name, as \
      printed. Check the original if a name is expected.
      """,
    whyZh: """
      这一行有指标值，但没有指标名称。按原样保留，名称空缺。如果应当有名称，请对照原件。
      """)

  static let rowShiftedLeft = Self(
    .repair,
    en: "row shifted left, columns: {columns}; moved back",
    zh: "这一行左移了 {columns} 列，已移回",
    why: """
      Merged cells to the left of the row vanished in scanning, so its cells stand too far \
      left. They were moved back to their columns. Check only if the row looks wrong.
      """,
    whyZh: """
      扫描时这一行左边的合并单元格消失，各单元格因此偏左，已移回原来的列。只有在这一行看起来不对时才需要核对。
      """)

  static let rowShiftedRight = Self(
    .repair,
    en: "row shifted right, columns: {columns}; moved back",
    zh: "这一行右移了 {columns} 列，已移回",
    why: """
      Scanning put empty cells before the row, so its cells stand too far right, and the last \
      one may be lost. They were moved back to their columns. Check the last value of the row.
      """,
    whyZh: """
      扫描时这一行前面多出空单元格，各单元格因此偏右，最后一个可能丢失。已移回原来的列。请核对这一行的最后一个值。
      """)

  static let rowsJoined = Self(
    .repair,
    en: "'{before}' joined into '{after}'; one text was split over two rows",
    zh: "「{before}」合并为「{after}」，一段文字被拆成了两行",
    why: """
      A name, a target or a remark was broken over two rows or two pages. The pieces were joined in \
      order, without a space. Check that they belong together.
      """,
    whyZh: """
      一个名称、指标值或一段说明被拆到两行或两页。已按顺序合并，中间不加空格。请核对它们是否属于同一处。
      """)

  static let cellsRunTogether = Self(
    .warning,
    en: "'{before}' is taken for the cells of two columns that ran together: '{after}'",
    zh: "「{before}」看作连在一起的两格：「{after}」",
    why: """
      A cell holds two texts, and the cell on its right is empty, which most rows fill. Each text was \
      given to its column; the joined reading is listed as the alternative. Check the row in the original.
      """,
    whyZh: """
      一格里有两段文字，而右边那一格是空的，其他行大多不空。已把两段分给各自的列，连在一起的读法列为备选。请对照原件核对这一行。
      """)

  static let rowSplit = Self(
    .warning,
    en: "'{before}' split into several indicators; two rows ran together",
    zh: "「{before}」拆成了几个指标，原来的几行连在了一起",
    why: """
      Scanning ran several rows into one: name and target have equally many parts. They were \
      paired in order; the joined reading is listed as the alternative. Check every pair in \
      the original.
      """,
    whyZh: """
      扫描把几行连成了一行，名称和指标值的段数相同。已按顺序配对，连在一起的读法列为备选。请对照原件逐对核对。
      """)

  static let targetAbsent = Self(
    .warning,
    en: "indicator without a target",
    zh: "这一指标没有指标值",
    why: """
      The row has the name of an indicator but no target. It was kept without one. Look up the \
      target in the original.
      """,
    whyZh: """
      这一行有指标名称，但没有指标值。按原样保留，指标值空缺。请到原件中查找。
      """)

  static let targetInNameCell = Self(
    .repair,
    en: "'{before}' read as a name and its target; both stand in one cell",
    zh: "「{before}」读作指标名称和指标值，两者印在同一格",
    why: """
      The cell of the name ends with a relation and a number, and the row has no target: the \
      border between two columns was lost. Name and target were set apart before the relation. \
      Check only if the target looks wrong.
      """,
    whyZh: """
      名称格以关系符号和数字结尾，而这一行没有指标值，说明两列之间的边线丢失了。已在关系符号前分开。只有在指标值看起来不对时才需要核对。
      """)

  static let targetUncertain = Self(
    .warning,
    en: "'{text}' stands below this target in a row without a name, and might be part of it",
    zh: "下一行没有名称，其中的「{text}」也可能是这个指标值的一部分",
    why: """
      The next row has a target and no name. It was kept as an indicator of its own, since both \
      texts could be whole targets. If it is the second line of this one, the alternative is right.
      """,
    whyZh: """
      下一行只有指标值，没有名称。因为两段文字都可能是完整的指标值，所以仍作为单独的指标。如果它其实是这个指标值的第二行，应采用备选读法。
      """)

  static let targetsAbsent = Self(
    .warning,
    en: "none of the indicators has a target; the form may be blank",
    zh: "所有指标都没有指标值，可能是空白表",
    why: """
      The rows have names of indicators and no targets: nobody filled the form in, or the column of \
      targets is missing. Look at the original.
      """,
    whyZh: """
      各行有指标名称，都没有指标值：表还没有填写，或者指标值一列丢失了。请对照原件。
      """)

  static let valueColumnInferred = Self(
    .warning,
    en: "column of '{column}' inferred from its values",
    zh: "「{column}」的列按内容推断",
    why: """
      The header does not say which column this is. It was inferred from the layout and from \
      what the cells look like. Check some of its values in the original.
      """,
    whyZh: """
      表头没有说明这是哪一列。列是根据版式和单元格内容推断的。请对照原件核对其中几个值。
      """)
}
