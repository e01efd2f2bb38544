/// Diagnostics about reading fields.
extension DiagnosticCode.Entry {
  static let amountUnreadable = Self(
    .warning,
    en: "'{text}' is no amount; kept as text",
    zh: "「{text}」不是金额，只保留原文",
    why: """
      A cell for money holds a text that cannot be read as an exact amount. The printed text \
      was kept and no number was given. Check the amount in the original.
      """,
    whyZh: """
      金额单元格里的文字不能读成确切的金额。原文已保留，没有给出数值。请对照原件核对金额。
      """)

  static let boxesBeforeLabels = Self(
    .note,
    en: "check boxes stand before their labels",
    zh: "复选框在文字前面",
    why: """
      The check boxes of this field stand before their labels; in other forms they stand after \
      them. The boxes were paired accordingly. Check the ticked option if it matters.
      """,
    whyZh: """
      这个字段的复选框在文字之前，有些表则在文字之后。已按此配对。如果勾选结果重要，请对照原件核对。
      """)

  static let boxSurplus = Self(
    .warning,
    en: "surplus check boxes without a label: {count}",
    zh: "多出 {count} 个没有对应文字的复选框",
    why: """
      The field has more check boxes than labels. A surplus box was given to the label nearest \
      to it, which counts as ticked when any of its boxes is. Check in the original which \
      options are ticked.
      """,
    whyZh: """
      这个字段的复选框比文字多。多出的框归给离它最近的选项，其中有一个打了勾就算勾选。请对照原件核对勾选了哪些选项。
      """)

  static let dateUnreadable = Self(
    .warning,
    en: "'{text}' is no date; kept as text",
    zh: "「{text}」不是日期，只保留原文",
    why: """
      A cell for a date holds a text that cannot be read as a date. The printed text was kept \
      and no date was given. Check the date in the original.
      """,
    whyZh: """
      日期单元格里的文字不能读成日期。原文已保留，没有给出日期。请对照原件核对日期。
      """)

  static let emptyCellPrinted = Self(
    .note,
    en: "cells that say '{text}' or the like: {count}; read as empty",
    zh: "有 {count} 个单元格印着「{text}」一类的字样，按空单元格读取",
    why: """
      A program that holds tables as data frames, such as MarkItDown or pandas, made this file from a \
      sheet: it prints `NaN` where a cell is empty and `Unnamed: 3` where a column has no header, \
      and may number the rows from 0 in front of them. These words are no values. Nothing needs to be checked.
      """,
    whyZh: """
      这个文件由 MarkItDown、pandas 一类的程序从工作表转换而来：空单元格印成 `NaN`，没有表头的列印成 `Unnamed: 3`，行首可能还有从 0 开始的行号。\
      这些字样不是值。无须核对。
      """)

  static let fieldInferred = Self(
    .warning,
    en: "'{field}' has no readable label; inferred from its place",
    zh: "「{field}」的标签读不出来，按位置推断",
    why: """
      A value stands where this field is printed, but its label is missing or cannot be read. \
      The field was inferred from the place and from the labels around it. Check in the \
      original that the value belongs to this field.
      """,
    whyZh: """
      这个字段的位置上有值，但标签缺失或读不出来。字段是根据位置和周围的标签推断的。请对照原件核对这个值是否属于该字段。
      """)

  static let fieldRepeated = Self(
    .warning,
    en: "'{field}' is given twice; the first value is kept",
    zh: "「{field}」出现了两次，采用第一个值",
    why: """
      The form has two values for one field. The first was used and the other listed under \
      `unplaced`. Check in the original which one is right.
      """,
    whyZh: """
      表中同一个字段有两个值。采用了第一个，另一个列在 unplaced 里。请对照原件核对哪一个正确。
      """)

  static let fieldUnknown = Self(
    .note,
    en: "'{label}' is no field of the layout; kept with its label under further",
    zh: "「{label}」不是版式中的字段，连同标签列在 further 里",
    why: """
      The form prints a field that its layout does not have. The label and the value beside it \
      are kept as they are printed, in the form's `further`. Nothing needs to be checked, unless \
      the label is that of a field you miss: a layout of your own can have it as one.
      """,
    whyZh: """
      表中有一个版式里没有的字段。它的标签和旁边的值按原样保存在该表的 `further` 里。一般无须核对；如果它正是您要找的字段，可以在自定义版式中加上这个标签。
      """)

  static let tableUnknown = Self(
    .note,
    en: "'{label}' is no table of the layout; kept under furtherTables, rows: {rows}",
    zh: "「{label}」不是版式中的表，按原样列在 furtherTables 里，行数：{rows}",
    why: """
      The form prints a table that its layout does not have, such as that of the year's tasks. What \
      its rows say is kept under their headers, in the form's `furtherTables`. Nothing needs to be \
      checked.
      """,
    whyZh: """
      表中有一个版式里没有的表，例如年度主要任务。各行的内容连同表头按原样保存在该表的 `furtherTables` 里。无须核对。
      """)

  static let unitInferred = Self(
    .note,
    en: "'{label}' taken for the implementing unit",
    zh: "「{label}」按实施单位读取",
    why: """
      The form prints departments of several levels of government and no implementing unit. That of \
      the lower level, which uses the money, was taken for the unit. Check only if the form means \
      another one.
      """,
    whyZh: """
      表中印有几级政府的主管部门，没有印实施单位。使用资金的下级主管部门按实施单位读取。只有在这张表另有所指时才需要核对。
      """)

  static let labelAndValueInOneCell = Self(
    .repair,
    en: "'{label}' and its value stand in one cell; separated",
    zh: "「{label}」和它的值在同一个单元格里，已分开",
    why: """
      Scanning put a label and its value into one cell. The label was recognised and the rest \
      of the cell read as its value. Check the value only if it looks wrong.
      """,
    whyZh: """
      扫描把标签和它的值放进了同一个单元格。已认出标签，其余部分作为值读取。只有在值看起来不对时才需要核对。
      """)

  static let labelCorrected = Self(
    .repair,
    en: "'{before}' read as the label '{after}'",
    zh: "「{before}」读作标签「{after}」",
    why: """
      A label of the form is misspelt, clipped or broken by spaces, and only one known label \
      is that close to it. It was read as that label. Check only if the values beside it look \
      wrong.
      """,
    whyZh: """
      表中的标签有错字、缺字或夹有空格，与它如此接近的已知标签只有一个，因此读作那个标签。只有在旁边的值看起来不对时才需要核对。
      """)

  static let cellRepeated = Self(
    .note,
    en: "'{text}' is printed again in the next columns; read as one merged cell",
    zh: "「{text}」在右边各列又印了一遍，按一个合并的单元格读取",
    why: """
      Where a table cannot merge cells, character recognition prints the text of a merged cell in \
      each of its columns. The text is read once. Nothing needs to be checked.
      """,
    whyZh: """
      表格不能合并单元格时，文字识别会把合并单元格的文字在每一列各印一遍。这段文字只读一次。无须核对。
      """)

  static let labelRepeated = Self(
    .note,
    en: "'{label}' stands where a value should; no value read",
    zh: "应当填值的地方又印了一遍「{label}」，没有读到值",
    why: """
      A cell repeats its label in place of a value. The label is no value, so the field was \
      left empty. Look up the value in the original.
      """,
    whyZh: """
      单元格里重复了标签，没有值。标签不是值，因此该字段留空。请到原件中查找这个值。
      """)

  static let latexDecoded = Self(
    .note,
    en: "'{before}' is LaTeX; read as '{after}'",
    zh: "「{before}」是 LaTeX 写法，读作「{after}」",
    why: """
      Character recognition wrote a sign as a LaTeX command. It was decoded to the sign it \
      stands for. Nothing needs to be checked.
      """,
    whyZh: """
      文字识别把符号写成了 LaTeX 命令，已还原为它所代表的符号。无须核对。
      """)

  static let textClipped = Self(
    .note,
    en: "'{text}' seems to be cut off at the edge of its column",
    zh: "「{text}」像是在列边被截断",
    why: """
      The text ends as if the column had been too narrow for it. It was kept as it is: free \
      text is never completed. Look up the end of it in the original.
      """,
    whyZh: """
      这段文字的结尾像是因为列太窄而被截断。文字按原样保留，程序从不补全自由文字。请到原件中查看结尾。
      """)

  static let valueShifted = Self(
    .repair,
    en: "value of '{label}' is out of its place, columns away: {columns}; moved back",
    zh: "「{label}」的值偏了 {columns} 列，已移回",
    why: """
      Merged cells vanished in scanning, so the value is not in the column where this layout \
      prints it. It was bound to its label all the same. Check that the value belongs to the \
      label.
      """,
    whyZh: """
      扫描时合并单元格消失，值不在该版式应在的列，但仍与它的标签对上。请核对这个值是否属于该标签。
      """)
}
