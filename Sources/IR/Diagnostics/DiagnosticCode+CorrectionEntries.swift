/// Diagnostics about what people corrected by hand.
extension DiagnosticCode.Entry {
  static let correctionStale = Self(
    .error,
    en: "correction of {pointer}: the value is '{value}', not '{before}'; not applied",
    zh: "对 {pointer} 的改正未采用：现值为「{value}」，不是「{before}」",
    why: """
      The list of corrections says what the value was when the reviewer saw it. It is something \
      else now: the document is read differently, or another correction came first. Look at the \
      value again and correct the list.
      """,
    whyZh: """
      改正清单记录了核对时的原值，而现在读出的值与之不同：可能是识别结果变了，也可能清单里前面已经改过。请重新核对这个值，再改清单。
      """)

  static let correctionUnfit = Self(
    .error,
    en: "correction of {pointer}: '{after}' cannot stand there; not applied",
    zh: "对 {pointer} 的改正未采用：该处不能填「{after}」",
    why: """
      A year is a whole number, a check box is 'true' or 'false', and a text without a place \
      can only be taken away. Correct the list.
      """,
    whyZh: """
      年度必须是整数，勾选框只能是 true 或 false，未归位的文字只能删去。请修改改正清单。
      """)

  static let correctionUnplaced = Self(
    .error,
    en: "correction of {pointer}: there is no such value; not applied",
    zh: "对 {pointer} 的改正未采用：没有这个值",
    why: """
      The pointer names no form of the document, no row of the form, or something that is no \
      value, such as a reading that follows from the printed text. Pointers are those of the \
      printed texts, as in provenance. Correct the list.
      """,
    whyZh: """
      指针所指的表、行不存在，或者不是可改的值（例如由印出的文字推得的数值）。指针与 provenance 中的一致。请修改改正清单。
      """)

  static let valueCorrected = Self(
    .note,
    en: "corrected by hand from '{before}' to '{after}'",
    zh: "人工改正：「{before}」改为「{after}」",
    why: """
      A person compared the value with the original and corrected it by a list of corrections. \
      The sums were checked with the corrected value.
      """,
    whyZh: """
      有人对照原件核对后，通过改正清单改了这个值。合计等检查使用改正后的值。
      """)
}
