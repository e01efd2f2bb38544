/// Diagnostics about sums and rates.
extension DiagnosticCode.Entry {
  static let componentsSum = Self(
    .warning,
    en: "budget of the year: printed {expected}, but the sub-projects add up to {actual}",
    zh: "当年预算：印出的是 {expected}，各子项目相加得 {actual}",
    why: """
      The amounts of the sub-projects do not add up to this year's budget. No number was \
      changed. Either the form is wrong or an amount was misread: check the amounts in the \
      original.
      """,
    whyZh: """
      各子项目金额之和与当年预算不符。没有改动任何数字。可能是原表有误，也可能是某个金额识别错误，请对照原件核对各金额。
      """)

  static let executionRate = Self(
    .warning,
    en: "execution rate: printed {expected}, but the amounts give {actual}",
    zh: "执行率：印出的是 {expected}，按金额算得 {actual}",
    why: """
      The rate differs from the executed amount divided by the year's budget, at the printed \
      number of digits. No number was changed. Either the form is wrong or a number was \
      misread: check the three numbers in the original.
      """,
    whyZh: """
      按印出的位数，执行率不等于全年执行数除以全年预算数。没有改动任何数字。可能是原表有误，也可能是某个数识别错误，\
      请对照原件核对这三个数。
      """)

  static let fundingSum = Self(
    .warning,
    en: "total of the funds: printed {expected}, but the parts add up to {actual}",
    zh: "资金总额：印出的是 {expected}，各项相加得 {actual}",
    why: """
      The total differs from the sum of its parts. No number was changed. Either the form is \
      wrong or an amount was misread: check the amounts in the original.
      """,
    whyZh: """
      资金总额与各项之和不符。没有改动任何数字。可能是原表有误，也可能是某个金额识别错误，请对照原件核对各金额。
      """)

  static let scoreAboveWeight = Self(
    .warning,
    en: "printed score {actual} is above the printed weight {expected}",
    zh: "印出的得分 {actual} 超过印出的分值 {expected}",
    why: """
      An indicator has a score above its weight, which is the most it can have. No number was \
      changed. Check both numbers in the original.
      """,
    whyZh: """
      指标的得分超过了分值，而分值是得分的上限。没有改动任何数字。请对照原件核对这两个数。
      """)

  static let scoreSum = Self(
    .warning,
    en: "total score: printed {expected}, but the scores add up to {actual}",
    zh: "总得分：印出的是 {expected}，各项相加得 {actual}",
    why: """
      The scores of the indicators and of the budget execution do not add up to the total \
      score. No number was changed. Either the form is wrong or a score was misread: check the \
      scores in the original.
      """,
    whyZh: """
      各指标得分与预算执行得分之和不等于总分。没有改动任何数字。可能是原表有误，也可能是某个得分识别错误，\
      请对照原件核对各得分。
      """)

  static let weightSum = Self(
    .warning,
    en: "total weight: printed {expected}, but the weights add up to {actual}",
    zh: "总分值：印出的是 {expected}，各项相加得 {actual}",
    why: """
      The weights of the indicators and of the budget execution do not add up to the total. No \
      number was changed. Either the form is wrong or a weight was misread: check the weights \
      in the original.
      """,
    whyZh: """
      各指标分值与预算执行分值之和不等于总分值。没有改动任何数字。可能是原表有误，也可能是某个分值识别错误，\
      请对照原件核对各分值。
      """)
}
