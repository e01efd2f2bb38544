extension DiagnosticCode.Entry {
  static let derivedSheet = Self(
    .note,
    en: "sheet '{name}' repeats the other sheets and was passed over",
    zh: "工作表「{name}」只是重复其他工作表的内容，没有读取",
    why: """
      The sheet was made from the others, for filters and pivot tables, when the workbook was \
      written. It is not read back, so what is changed in it has no effect: change the sheets of \
      the forms.
      """,
    whyZh: """
      这张工作表是写出工作簿时由其他工作表生成的，供筛选和数据透视之用。读回时不读它，因此在其中所做的修改不起作用；\
      请修改各张表所在的工作表。
      """)

  static let formulaWithoutValue = Self(
    .warning,
    en: "formula without a value: {formula}; the cell is read as empty",
    zh: "公式没有保存计算结果：{formula}；按空单元格读取",
    why: """
      A cell of a workbook has a formula but not what it comes to, because the program that wrote \
      it does not calculate. Formulas are not calculated here either. Open the workbook in a \
      spreadsheet program, save it, and convert it again.
      """,
    whyZh: """
      工作簿的一个单元格只有公式，没有计算结果，因为写出它的程序不做计算。这里也不计算公式。\
      请用电子表格软件打开并保存，再重新转换。
      """)

  static let hiddenSheet = Self(
    .note,
    en: "hidden sheet '{name}' was read too",
    zh: "隐藏的工作表「{name}」也已读取",
    why: """
      A sheet of the workbook is hidden, so that a person who opens it does not see it. It was \
      read like the others. Check whether its content belongs into the output.
      """,
    whyZh: """
      工作簿里有一张隐藏的工作表，打开时看不到。它和其他工作表一样被读取了。请检查它的内容是否应当输出。
      """)

  static let sharedTextAbsent = Self(
    .error,
    en: "the workbook has no text number {number}; the number is given in its place",
    zh: "工作簿里没有第 {number} 号文字；这里给出的是编号",
    why: """
      A cell of a workbook holds the number of a text, and the list of texts is too short or the \
      number is none: the file is damaged. Open it in a spreadsheet program and compare, or get a \
      whole copy of it.
      """,
    whyZh: """
      工作簿的单元格只保存文字的编号，而文字列表中没有这个编号，说明文件已损坏。\
      请用电子表格软件打开核对，或重新获取完整的文件。
      """)

  static let textCovered = Self(
    .warning,
    en: "text under a merged cell is not shown and was left out: {before}",
    zh: "合并单元格下面被遮住的文字没有读取：{before}",
    why: """
      A cell of a workbook holds text, but a merged cell covers it, so that no program shows it. \
      It was left out of the table. If it is needed, unmerge the cells, move the text, and convert \
      the workbook again.
      """,
    whyZh: """
      工作簿的一个单元格有文字，但被合并单元格遮住，任何软件都不显示。它没有进入表格。如果需要这段文字，\
      请取消合并、移出文字，再重新转换。
      """)
}
