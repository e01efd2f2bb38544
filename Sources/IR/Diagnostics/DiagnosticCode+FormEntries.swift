/// Diagnostics about finding forms.
extension DiagnosticCode.Entry {
  static let appendixOutdated = Self(
    .note,
    en: "what the appendix says of {pointer} is about another value than the table has",
    zh: "附表中关于 {pointer} 的一行与正表现在的内容对不上",
    why: """
      A form that formconvert drew may have an appendix (附：原表信息) that says what its table \
      cannot. Each row of it names the value that the table is read as. Here the table is read as \
      another value, so somebody has edited it since. The table was believed, and this row of the \
      appendix was not used.
      """,
    whyZh: """
      formconvert 画出的表可能带有附表（附：原表信息），记录正表画不出来的内容。附表每一行都写明正表此处读作什么。\
      这一行与正表现在的内容不同，说明有人改过正表。此处以正表为准，没有采用附表的这一行。
      """)

  static let conservationFailed = Self(
    .error,
    en: "'{text}' is in the source but not in the output",
    zh: "「{text}」在原文中有，结果中没有",
    why: """
      After every conversion, each text of the source is looked for in the output. This one is \
      not accounted for, so the output is incomplete. Do not use the output for this form; \
      please report the input as a fault of the program.
      """,
    whyZh: """
      每次转换之后都会核对：原文中的每一段文字是否都有着落。这一段没有着落，说明结果不完整。请不要使用这张表的结果，\
      并把这个文件作为程序错误反馈。
      """)

  static let formIncomplete = Self(
    .warning,
    en: "form that ends before its last part",
    zh: "表没有完，后面的部分不在文件里",
    why: """
      The form stops in the middle: parts that its layout always has are not in the file. What \
      is there was read. Look for the missing pages in the original.
      """,
    whyZh: """
      表在中途结束，版式中必有的部分不在文件里。已有的部分都已读取。请到原件中查找缺少的页。
      """)

  static let formOfOtherKind = Self(
    .warning,
    en: "'{title}' is a form of another kind; only what it shares with the known ones was read",
    zh: "「{title}」是另一类表，只读取了它与已知表相同的部分",
    why: """
      The title says that the form is neither a declaration nor a self-evaluation, such as one that \
      follows a project within the year (绩效运行监控表). Its fields, targets and goals were read as \
      those of the layout that is named; columns of its own are listed under `further`, other \
      values of its own under `unplaced`.
      """,
    whyZh: """
      标题说明这张表既不是绩效目标申报表也不是自评表，例如年中的绩效运行监控表。其中的字段、目标和指标值按所列版式读取；\
      它自己的列在 `further` 下，它自己的其他内容在 `unplaced` 下。
      """)

  static let layoutAmbiguous = Self(
    .warning,
    en: "'{layout}' is the likeliest layout, but not the only one that fits",
    zh: "版式最可能是「{layout}」，但不止它一种符合",
    why: """
      The labels of the form fit more than one known layout. The one that fits best was used. \
      Check the title and the fields, and whether a value stands under the wrong label.
      """,
    whyZh: """
      表中的标签符合不止一种已知版式，采用了最符合的一种。请检查标题和各字段，看是否有值对错了标签。
      """)

  static let noForm = Self(
    .warning,
    en: "no performance form found; tables and text stay as they are",
    zh: "没有找到绩效表，表格和文字保持原样",
    why: """
      Nothing in the input looks like a performance form of a known layout. All tables and \
      texts were kept as they are. Check that the right file was given; `formconvert layouts` \
      lists the known layouts.
      """,
    whyZh: """
      输入中没有任何内容像已知版式的绩效表。所有表格和文字都按原样保留。请确认文件没有选错；`formconvert layouts` 会列出已知的版式。
      """)

  static let noTable = Self(
    .note,
    en: "no table found, read as {format}; '--from' names another format, such as '--from csv'",
    zh: "按 {format} 读取，没有发现表格；如果是别的格式，请用 --from 指定，例如「--from csv」",
    why: """
      Nothing says how the input is written, neither its name nor its look, so that it was taken for \
      text, and there is no table in it. Where it is written in another way, such as values with commas \
      between them, say so with --from.
      """,
    whyZh: """
      从名字和内容都看不出输入是什么格式，因此按普通文本读取，其中没有表格。如果它是别的格式，例如用逗号分隔的值，请用 --from 指定。
      """)

  static let blockUnplaced = Self(
    .warning,
    en: "{texts} texts in {rows} rows from '{text}' on belong to no field; listed under unplaced",
    zh: "从「{text}」起 {rows} 行的 {texts} 段文字不属于任何字段，已列入 unplaced",
    why: """
      Rows below each other inside a form hold nothing that a field could take: a table that the \
      layout does not have, or fields whose labels are lost. Nothing was dropped: all texts are \
      listed in the form's `unplaced`, each with its line. Check the original and decide where they \
      belong.
      """,
    whyZh: """
      表中有连续几行，没有字段可以接收：可能是版式里没有的一块表格，也可能是标签丢失的字段。\
      没有丢弃任何内容，全部文字连同行号列在该表的 unplaced 里。请对照原件决定它们属于哪里。
      """)

  static let textUnplaced = Self(
    .warning,
    en: "'{text}' belongs to no field; listed under unplaced",
    zh: "「{text}」不属于任何字段，已列入 unplaced",
    why: """
      A text stands inside a form where no field could take it. It was not dropped: it is \
      listed in the form's `unplaced`. Check the original and decide where it belongs.
      """,
    whyZh: """
      表中有一段文字，没有字段可以接收。它没有被丢弃，而是列在该表的 unplaced 里。请对照原件决定它属于哪里。
      """)
}
