/// Diagnostics about changing the layout of a form.
extension DiagnosticCode.Entry {
  static let absentInSource = Self(
    .note,
    en: "'{field}' is not in the original form; left empty",
    zh: "原表没有「{field}」，留空",
    why: """
      The new layout prints this field, the original one does not have it. It was left empty; \
      nothing was invented. Supply it with --set {field}=… or --set-file.
      """,
    whyZh: """
      新版式有这一项，原表没有，因此留空，不作编造。可用 --set 或 --set-file 补上。
      """)

  static let dateCompleted = Self(
    .note,
    en: "'{before}' is printed as {after}",
    zh: "「{before}」写成 {after}",
    why: """
      The new layout prints whole dates. A year or a month means its first day for a start and \
      its last day for an end. The original text is carried and comes back on the way back.
      """,
    whyZh: """
      新版式要求完整日期。只有年或月时，开始日期取第一天，结束日期取最后一天。原文已随表保留，转回时恢复。
      """)

  static let indicatorCarried = Self(
    .note,
    en: "indicator '{name}' ({level}) has no place in the new layout; carried",
    zh: "指标「{name}」（{level}）在新版式中没有位置，随表保留",
    why: """
      The levels of this indicator do not exist in the new layout. The indicator was kept \
      under carried, so that the way back gives it again; nothing was re-classified.
      """,
    whyZh: """
      新版式没有这个指标的级别。指标保存在 carried 里，转回时恢复，没有改变它的类别。
      """)

  static let layoutUnchanged = Self(
    .error,
    en: "a form of layout '{from}' cannot become one of '{to}'; written as it is",
    zh: "版式「{from}」的表不能转成「{to}」，按原样写出",
    why: """
      There is no way from the layout of this form to the one that was asked for: a \
      self-evaluation is no declaration, and only a form that was brought from a layout can go \
      back to it. Leave it out of the inputs, or ask for another layout.
      """,
    whyZh: """
      这张表的版式与所要的版式之间没有对应关系：自评表不能转成申报表；只有从某个版式转来的表才能转回去。\
      请不要把它列入输入，或者改用别的版式。
      """)

  static let optionUndecided = Self(
    .warning,
    en: "'{field}' cannot be told from the boxes: {text}",
    zh: "无法由勾选框确定「{field}」：{text}",
    why: """
      Exactly one box must be ticked for the new layout's field. None is, or several are, so \
      the field was left empty; all boxes are carried. Look at the original and supply the \
      value with --set.
      """,
    whyZh: """
      新版式的这一项要求正好勾选一个选项；原表没有勾选或勾选了多个，因此留空，全部选项随表保留。请对照原件，用 --set 补上。
      """)

  static let projectNotFound = Self(
    .warning,
    en: "no form is of the project '{project}'; its values went nowhere",
    zh: "没有项目「{project}」的表，它的值没有用上",
    why: """
      The file of --set-file has values for this project, and none of the inputs has a form of \
      it. Names are compared as they are in the output: look for another wording, or for an \
      input that is missing.
      """,
    whyZh: """
      --set-file 的文件里有这个项目的值，但所有输入里都没有这个项目的表。项目名称按输出中的写法比较：请看是否写法不同，或者漏了输入文件。
      """)

  static let relationAbsent = Self(
    .note,
    en: "target '{target}' has no relation",
    zh: "指标值「{target}」没有关系符号",
    why: """
      The new layout prints targets with a relation such as ≥ or =. The original has none, and \
      none was invented. Add it in the source if it is known.
      """,
    whyZh: """
      新版式的指标值带有 ≥、= 等关系符号。原表没有，不作编造。如已知，请在原文中补上。
      """)

  static let stampCarried = Self(
    .note,
    en: "'{before}' is printed as '{after}'",
    zh: "「{before}」写成「{after}」",
    why: """
      The text at the end, such as （盖章）, is the place of a stamp and no part of the name. The \
      original text is carried and comes back on the way back.
      """,
    whyZh: """
      末尾的（盖章）等字样是盖章处，不是名称的一部分。原文已随表保留，转回时恢复。
      """)

  static let suppliedDropped = Self(
    .note,
    en: "'{field}' ({text}) is not in the original layout; dropped",
    zh: "原版式没有「{field}」（{text}），已去掉",
    why: """
      The value was supplied or filled in after the layout was changed, and the original \
      layout has no place for it. It is left out of the form that goes back; the form it came \
      from still has it.
      """,
    whyZh: """
      这个值是转换版式之后补上的，原版式没有它的位置。转回的表不含它，转换前的表仍有。
      """)

  static let valueNotSupplied = Self(
    .warning,
    en: "'{text}' was not put into {field}: the form says '{before}'",
    zh: "没有把「{text}」填入 {field}：表上已有「{before}」",
    why: """
      --set and --set-file supply what a form does not say; they never overwrite what it says. \
      Correct the source if it is wrong.
      """,
    whyZh: """
      --set 和 --set-file 只补表上没有的值，不会改写已有的值。如果原文有误，请改正原文。
      """)
}
