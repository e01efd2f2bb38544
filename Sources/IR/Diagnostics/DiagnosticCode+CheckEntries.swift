/// Diagnostics about what does not fit together in a form, and why.
extension DiagnosticCode.Entry {
  static let datesReversed = Self(
    .warning,
    en: "the project ends ({end}) before it starts ({start})",
    zh: "项目结束日期（{end}）早于开始日期（{start}）",
    why: """
      The end of the project is before its start. Either the form is wrong or a date was \
      misread: check both dates in the original.
      """,
    whyZh: """
      项目的结束日期早于开始日期。可能是原表有误，也可能是日期识别错误，请对照原件核对两个日期。
      """)

  static let fieldEmpty = Self(
    .note,
    en: "'{field}' has no value",
    zh: "「{field}」没有填写",
    why: """
      A form of this layout always has this field. It is empty on the page, or its place was \
      not recognised. Nothing was filled in.
      """,
    whyZh: """
      这种版式的表应当填写这一项。原表为空，或者没有识别出它的位置。没有代为填入。
      """)

  static let indicatorRepeated = Self(
    .warning,
    en: "'{name}' is the same as indicator {number}",
    zh: "「{name}」与第 {number} 个指标相同",
    why: """
      Two indicators have the same levels, name and target. Both were kept. Check in the \
      original whether a row was read twice.
      """,
    whyZh: """
      两个指标的级别、名称和指标值完全相同，都已保留。请对照原件核对是否重复读了一行。
      """)

  static let levelEmpty = Self(
    .note,
    en: "no indicator under '{level}'",
    zh: "「{level}」下没有指标",
    why: """
      The label of this level is printed and no indicator stands under it. It is listed in \
      emptyLevels.
      """,
    whyZh: """
      印有这个级别，但下面没有指标。已列入 emptyLevels。
      """)

  static let numberImplied = Self(
    .note,
    en: "the number of '{name}' is missing; the total {total} implies {value}",
    zh: "「{name}」缺一个数；由合计 {total} 推得 {value}",
    why: """
      A sum fails and exactly one number of it is not there. The total leaves this value for \
      it, if everything else was read right. It was not filled in: look at the original, then \
      correct the source.
      """,
    whyZh: """
      合计对不上，而且恰好缺一个数。如果其余都读对了，缺的就是这个值。没有代为填入，请对照原件后改正原文。
      """)

  static let numberParted = Self(
    .warning,
    en: "'{text}' is no number as it stands; without white space it is {whole}",
    zh: "「{text}」不成一个数；去掉空白是 {whole}",
    why: """
      White space stands inside a number, as where a narrow cell broke it over two lines. It may also \
      be two numbers of two rows. The text was kept and no number read: look at the original, then \
      correct the source.
      """,
    whyZh: """
      数字中间有空白，例如单元格太窄，一个数断成了两行；也可能是两行各有一个数。文字按原样保留，没有读成数。请对照原件后改正原文。
      """)

  static let numberSuspect = Self(
    .note,
    en: "'{name}' has {value}; with {other} the sum would hold",
    zh: "「{name}」为 {value}；如为 {other}，合计就对得上",
    why: """
      A sum fails, and it would hold if this one score were its full weight. That is where a \
      digit was probably misread. No number was changed: look at the original.
      """,
    whyZh: """
      合计对不上，如果这一项得满分，合计就成立；很可能是这里的数字识别错误。没有改动任何数字，请对照原件核对。
      """)

  static let rateRounded = Self(
    .note,
    en: "exactly it is {exact}: the printed rate was not rounded to the nearest",
    zh: "精确值为 {exact}：印出的比率没有四舍五入",
    why: """
      The printed rate is within one unit of its last digit, but was cut off or rounded the \
      other way. Probably the form itself is so, and nothing was misread.
      """,
    whyZh: """
      印出的比率与精确值相差不到末位的一个单位，只是截断或进位方式不同。很可能原表就是如此，不是识别错误。
      """)

  static let roundingLikely = Self(
    .note,
    en: "the difference of {difference} is what rounding the parts leaves",
    zh: "相差 {difference}，属于各项四舍五入造成的尾差",
    why: """
      The parts differ from their total by no more than rounding each of them can leave. \
      Probably the form itself is so, and nothing was misread.
      """,
    whyZh: """
      各项之和与合计的差不超过各项四舍五入可能造成的尾差。很可能原表就是如此，不是识别错误。
      """)

  static let targetMissed = Self(
    .warning,
    en: "target {target}, reached {actual}, yet the full score of {weight}",
    zh: "指标值 {target}，实际完成 {actual}，却得满分 {weight}",
    why: """
      The actual value misses the target although the score is full. Either a number was \
      misread or the form scores generously: check target and actual value in the original.
      """,
    whyZh: """
      实际完成值没有达到指标值，得分却是满分。可能是数字识别错误，也可能是原表打分宽松，请对照原件核对指标值和实际完成值。
      """)

  static let weightTotal = Self(
    .warning,
    en: "the weights total {actual}, not 100",
    zh: "分值合计为 {actual}，不是 100",
    why: """
      The weights of a self-evaluation, that of the budget's execution included, total 100. No \
      number was changed. Check the weights in the original.
      """,
    whyZh: """
      自评表的分值（含预算执行率）合计应为 100。没有改动任何数字。请对照原件核对各分值。
      """)

  static let yearMismatch = Self(
    .warning,
    en: "{date} does not fit a form for {year}",
    zh: "{date} 与 {year} 年度的表不符",
    why: """
      The project ends before the year the form is for, or starts after it. Check the date, \
      and the year below the title, in the original.
      """,
    whyZh: """
      项目在表的年度之前就已结束，或者在年度之后才开始。请对照原件核对日期和标题下的年度。
      """)
}
