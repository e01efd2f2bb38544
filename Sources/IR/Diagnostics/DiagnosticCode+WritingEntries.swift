extension DiagnosticCode.Entry {
  static let characterUnwritable = Self(
    .warning,
    en: "the format has no NUL (U+0000); U+FFFD is written in its place",
    zh: "该格式不能表示 NUL（U+0000），已写作 U+FFFD",
    why: """
      A text of the input, which is JSON or a workbook, holds the character NUL. Markdown, HTML, \
      tab-separated text and CSV have none, so the replacement character U+FFFD was written and \
      everything else is as it was. Take the character out of the input, or write JSON or a \
      workbook, which keep it. In the values of forms nothing is lost: the appendix below the form \
      says them as they are.
      """,
    whyZh: """
      输入（JSON 或工作簿）的文字里有 NUL 字符，而 markdown、HTML、制表符分隔文本和 CSV 都不能表示它，因此写成了\
      替换字符 U+FFFD，其余内容不变。请删去输入里的这个字符，或者改用能保留它的 JSON 或工作簿。\
      表内各项的值不会丢失：表下的附表记有原值。
      """)
}
