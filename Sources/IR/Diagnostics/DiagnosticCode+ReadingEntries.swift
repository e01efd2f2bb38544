/// Diagnostics about reading a source.
extension DiagnosticCode.Entry {
  static let cellContinued = Self(
    .repair,
    en: "cell that goes on in the next line; the lines were joined",
    zh: "单元格在下一行继续，已把两行并为一行",
    why: """
      A line break stands inside a cell without quotation marks: a tag is still open, or the next \
      line completes the row. The lines were read as one row. Check the row if its cells look \
      misplaced.
      """,
    whyZh: """
      单元格里有换行却没有加引号：标签还没有闭合，或者下一行正好补齐这一行的列数。这几行已按一行读取。\
      如果单元格看起来错位，请对照原件检查。
      """)

  static let characterReplaced = Self(
    .warning,
    en: "character that cannot be decoded, read as U+FFFD",
    zh: "有字符无法解码，读作 U+FFFD",
    why: """
      Some bytes of the input are no character in its encoding, or a reference such as &#0; names \
      none. They were replaced by the replacement character U+FFFD and everything else was read. \
      Check the place in the original, and whether --encoding names the right encoding.
      """,
    whyZh: """
      输入中有些字节在所用编码里不是任何字符，或者 &#0; 之类的引用不代表任何字符，已换成替换字符 U+FFFD，\
      其余内容照常读取。请对照原件检查这一处，并确认 --encoding 指定的编码是否正确。
      """)

  static let depthExceeded = Self(
    .error,
    en: "tables nested more than {limit} deep; what is deeper is kept as plain text",
    zh: "表格嵌套超过 {limit} 层，更深的内容按纯文本保留",
    why: """
      The HTML nests tables deeper than the limit, which no real form does. Everything above \
      the limit was read. Check whether the file is damaged or was made to do harm.
      """,
    whyZh: """
      HTML 的表格嵌套层数超过了上限，正常的表不会这样。上限以内的内容都已读取。请检查文件是否损坏，\
      或者来源是否可靠。
      """)

  static let quoteMisplaced = Self(
    .warning,
    en: "text after the quotation mark that closes a cell; kept as the end of the cell",
    zh: "单元格的引号闭合之后还有文字，已保留在单元格末尾",
    why: """
      A cell of comma-separated values begins with a quotation mark, but text stands between the \
      mark that closes it and the next delimiter. Perhaps a quotation mark within the cell was \
      not doubled. All text was kept; check the cell and the number of cells in its row.
      """,
    whyZh: """
      逗号分隔文本的一个单元格以引号开头，但闭合的引号与下一个分隔符之间还有文字，可能是单元格里的引号没有写成两个。\
      文字全部保留，请检查这个单元格以及这一行的列数。
      """)

  static let quoteUnclosed = Self(
    .warning,
    en: "quotation mark that is never closed; read as an ordinary character",
    zh: "引号没有闭合，按普通字符读取",
    why: """
      A cell begins with a quotation mark that has no partner, so it cannot enclose the cell. \
      The mark was kept as text and the row ends at its line end. Check whether the cell and \
      the rows after it are right.
      """,
    whyZh: """
      单元格以引号开头，却没有与之配对的引号，因此引号不能括住整个单元格。引号按文字保留，行在换行处结束。\
      请检查这个单元格和后面几行是否正确。
      """)

  static let readingDiffers = Self(
    .warning,
    en: "'{text}' reads as {is}, but the JSON says {was}; kept as it is",
    zh: "「{text}」应读作 {is}，而 JSON 里写的是 {was}，已照原样保留",
    why: """
      A value of the JSON has a printed text and a reading, such as a number or a date, and the \
      reading is not what the text says. Nothing was changed. Perhaps one of the two was edited \
      without the other: correct the one that is wrong.
      """,
    whyZh: """
      JSON 里的一个值同时有印出的文字和读数（数字或日期等），而读数与文字不符。没有改动任何内容。\
      可能只改了其中一个，请更正有误的那个。
      """)

  static let rowOverlong = Self(
    .note,
    en: "rows with more cells than the header: {rows}; every cell is kept",
    zh: "有 {rows} 行的单元格比表头多，全部保留",
    why: """
      A row has more cells than the header of its table. Nothing was dropped: the surplus \
      cells were kept and read like the others. Check the row if its values look misplaced.
      """,
    whyZh: """
      这一行的单元格比表头的列数多。没有丢弃任何内容，多出的单元格照样保留和读取。如果这一行的值看起来错位，\
      请对照原件检查。
      """)

  static let spanClamped = Self(
    .warning,
    en: "cell span out of bounds; cut to {columns} columns or {rows} rows",
    zh: "单元格跨度超出范围，截为 {columns} 列或 {rows} 行",
    why: """
      A cell says that it covers more rows or columns than a table can have. The span was cut \
      to what the HTML standard allows. Check whether the cells around it are in their right \
      columns.
      """,
    whyZh: """
      单元格声明的跨行数或跨列数超出了表格允许的范围，已按 HTML 标准截短。请检查它周围的单元格是否在正确的列。
      """)

  static let tableTooWide = Self(
    .error,
    en: "table of more than {limit} columns; the rest of a row is kept in its last cell",
    zh: "表格超过 {limit} 列，每行多出的部分并入最后一格",
    why: """
      A table has more columns than the limit, which no real form does. The columns within the \
      limit were read. Check whether the file is damaged.
      """,
    whyZh: """
      表格的列数超过了上限，正常的表不会这样。上限以内的列都已读取。请检查文件是否损坏。
      """)
}
