internal import IR

/// How surely a text goes on in the cell below it.
enum TextEnd: Int, Comparable {
  /// The text is no whole target, and what stands below it may be the rest of one.
  case likely
  /// It is a time, and what stands below it makes it a more exact one.
  case time
  /// It cannot end where it does.
  case certain

  static func < (left: TextEnd, right: TextEnd) -> Bool { left.rawValue < right.rawValue }

  /// How surely a target or what was reached goes on in the cell below it; `nil` where it ends.
  static func goingOn(from head: Int, in tail: Int, _ reading: FormReading) -> TextEnd? {
    let head = key(of: head, reading)
    let tail = key(of: tail, reading)
    guard !head.isEmpty, !tail.isEmpty, head.count + tail.count <= longestText else { return nil }
    return TextEnd(of: head.span, before: tail.span)
  }

  /// Targets that are longer are sentences, whose lines are cells of their own as a rule.
  private static let longestText = 120

  private static func key(of token: Int, _ reading: FormReading) -> [UInt8] {
    var text: [UInt8] = []
    reading.appendText(token, .measure, to: &text)
    var key: [UInt8] = []
    LabelKey.make(text.span, into: &key)
    return key
  }

  private static let openEnds = WordSet(
    """
    不少于 不低于 不超过 不高于 不多于 不大于 不小于 不超出 大于 小于 等于 高于 低于 多于 少于 超过 达到 至少 控制在 \
    提高到 提高至 提升到 提升至 增长到 增加到 增至 下降到 降低到 降低至 降至 每 约 万 亿 / . 、 , 和 与 及 或 至 的 在 为 将
    """)
  private static let innerBeginnings = WordSet("的 、 , / . % ‰ ℃ 以上 以下 以内 以外 左右 及以上 及以下 个百分点")
  private static let units = WordSet(
    """
    个 件 次 人 户 名 位 台 套 辆 座 处 条 篇 份 册 本 张 页 期 场 项 家 所 吨 亩 里 米 方 元 天 日 时 秒 年 月 分 级 株 头 只 羽 尾 颗 枚 盏 批 段 例 宗 \
    起 艘 架 栋 幢 间 床 组 支 片 块 桶 瓶 盒 袋 箱 包 棵 斤 克 升 度 点 站 村 镇 校 班 课 岁 平 人次 场次 批次 件次 户次 车次 架次 班次 台次 家次 头只 台套 人天 \
    平米 平方 平方米 平方千米 平方公里 立方 立方米 公里 千米 公顷 公斤 千克 小时 分钟 工作日 个工作日 个月 个百分点 学时 课时 标段 \
    % ‰ ℃ m km kg t g h L dB kW kWh
    """)
  private static let scales = WordSet("万 亿 千 百")
  private static let timesThatGoOn = WordSet("年 月 后 季度")
  private static let adverbs = WordSet("明显 显著 有效 持续 不断 稳步 逐步 进一步 大幅 大力 基本 全面 切实 较")
  private static let beginningsInTimes = WordSet("年 月 日 底 末 初 前")

  /// The last characters of texts that cannot end with them.
  private static let lastCharacters = WordSet("于 过 出 到 至 少 在 每 约 、 和 与 及 或 的 为 将 年 月 后 度")

  /// Whether a text may be one that cannot end where it does, by its length, its last character or a
  /// parenthesis that nothing closes: ≥2400(平.
  static func mayBeOpen(_ key: Span<UInt8>) -> Bool {
    key.count > 0
      && (key.count <= 3 || lastCharacters.containsSuffix(of: key)
        || PairedMarks.isOpen(key))
  }

  private init?(of head: Span<UInt8>, before tail: Span<UInt8>) {
    let look = CellFeatures(key: head)
    let rest = CellFeatures(key: tail)
    guard !rest.hasRelation, !rest.isDash, !look.isDash else { return nil }
    let beginsWithDigit = tail[0].isDigit
    if MeasureScanner.relationSigns.contains(head) {
      guard beginsWithDigit else { return nil }
      self = .certain
    } else if Self.cannotEnd(head) || Self.cannotBegin(tail)
      || Self.isUnit(tail, behind: head)
    {
      self = .certain
    } else if beginsWithDigit, Self.goesOnAsTime(head, look) {
      self = .time
    } else if Self.isCutNumber(head, look, tail, rest) || Self.mayGoOn(head, look, tail, rest) {
      self = .likely
    } else {
      return nil
    }
  }

  private static func cannotEnd(_ head: Span<UInt8>) -> Bool {
    openEnds.containsSuffix(of: head) || PairedMarks.depth(of: head) > 0
  }

  private static func cannotBegin(_ tail: Span<UInt8>) -> Bool {
    innerBeginnings.containsPrefix(of: tail) || PairedMarks.closings.containsPrefix(of: tail)
  }

  /// Whether a text is a time that is given more exactly below it: 2024年 / 4月底前, 发现后 / 2小时内.
  ///
  /// A number of years or months is a whole target.
  private static func goesOnAsTime(_ head: Span<UInt8>, _ look: CellFeatures) -> Bool {
    guard timesThatGoOn.containsSuffix(of: head) else { return false }
    return !look.isMeasure || look.length == 5 && !look.hasRelation
  }

  /// Whether a number goes on in a text that has its unit: ≥26 / 0件, 202 / 4年底前.
  private static func isCutNumber(
    _ head: Span<UInt8>, _ look: CellFeatures, _ tail: Span<UInt8>, _ rest: CellFeatures
  ) -> Bool {
    guard head[head.count - 1].isDigit, tail[0].isDigit, !tail[tail.count - 1].isDigit else {
      return false
    }
    return look.isMeasure && (rest.isMeasure || rest.isState)
  }

  /// Whether a text is no whole target and another may be its rest, or whether the two are one
  /// measure: 达到省级 / 一类标准, ≥820人 / 次, 12月 / 底前.
  private static func mayGoOn(
    _ head: Span<UInt8>, _ look: CellFeatures, _ tail: Span<UInt8>, _ rest: CellFeatures
  ) -> Bool {
    if beginningsInTimes.containsPrefix(of: tail), rest.isState || rest.length <= 2 {
      return hasDigit(head)
    }
    if look.isMeasure, head[head.count - 1].isDigit, isDate(head, tail) { return true }
    if adverbs.contains(head) { return rest.length <= 4 }
    if look.isMeasure {
      return isUnit(tail) && isMeasure(head, tail)
    }
    guard !look.isState, !hasDigit(head) else { return false }
    return tail[0].isDigit || rest.length <= 4
  }

  /// Whether a text is a unit, and what stands above it a number without one.
  private static func isUnit(_ tail: Span<UInt8>, behind head: Span<UInt8>) -> Bool {
    head[head.count - 1].isDigit && isUnit(tail) && isMeasure(head, tail)
  }

  /// Whether a text is a unit, so that it is no part of a name that moved here: 万人次, but not 租用车辆.
  static func isUnit(_ tail: Span<UInt8>) -> Bool {
    let scale = scales.prefixLength(of: tail) ?? 0
    return hasSlash(tail) || scale == tail.count || units.contains(tail.extracting(scale...))
  }

  private static func isMeasure(_ head: Span<UInt8>, _ tail: Span<UInt8>) -> Bool {
    MeasureScanner.isMeasure(joined(head, tail).span)
  }

  private static func isDate(_ head: Span<UInt8>, _ tail: Span<UInt8>) -> Bool {
    DateReading(reading: joined(head, tail).span).date != nil
  }

  private static func joined(_ head: Span<UInt8>, _ tail: Span<UInt8>) -> [UInt8] {
    var whole: [UInt8] = []
    whole.append(copying: head)
    whole.append(copying: tail)
    return whole
  }

  private static func hasDigit(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index].isDigit { return true }
    return false
  }

  private static func hasSlash(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: "/") { return true }
    return false
  }
}
