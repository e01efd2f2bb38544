internal import IR

/// What the text of a cell looks like; columns are told by it.
struct CellFeatures {
  /// The number of scalars, white space aside.
  var length = 0
  /// Whether it begins with a relation such as `≥`.
  var hasRelation = false
  /// Whether the whole text is a number with or without a relation and a unit.
  var isMeasure = false
  /// Whether it is a bare number of at most three digits before the point.
  var isPlainNumber = false
  /// Whether it is a number and a percent sign.
  var isPercentage = false
  /// Whether it ends like the name of an indicator, such as 率, 性, 度, 数 or 情况.
  var endsLikeName = false
  /// Whether it ends as hardly anything but a name ends, such as 率, 性, 度 or 数.
  var endsName = false
  /// Whether it ends like a name and says at its beginning what is to change, as a target does: 提升教育质量.
  var isChange = false
  /// Whether it begins with the number of an indicator, as only names do: 指标1：按月考核，按季度发放.
  var isNumbered = false
  /// Whether it is a state a target or an actual value may be, such as 及时 or 健全.
  var isState = false
  /// Whether it has a relation or a comma inside, as no name has.
  var isSentence = false
  /// Whether it is a name with its target behind it: 管道通畅率≥95%.
  var isNameWithTarget = false
  /// Whether it is a dash that stands for nothing.
  var isDash = false

  /// Whether it is nothing but what a form prints where there may be more: dots, or the number of an indicator
  /// that was not needed (指标2：).
  var isPlaceholder = false

  /// Looks at the text of a cell, given by its key.
  init(key: Span<UInt8>) {
    length = LabelKey.characterCount(key)
    guard let first = key.isEmpty ? nil : key[0] else { return }
    hasRelation = Self.relations.containsPrefix(of: key)
    isDash = Self.isDash(key)
    isPlaceholder = Self.isPlaceholder(key, first)
    if hasRelation || first.isDigit {
      // A speck behind a number, 38., leaves it without a reading, but it stands where numbers do.
      let number = key[key.count - 1] == UInt8(ascii: ".") ? key.extracting(droppingLast: 1) : key
      isMeasure = MeasureScanner.isMeasure(number) && (hasRelation || !Self.isNamed(number))
      isPlainNumber = !hasRelation && isMeasure && Self.isPlain(number)
      isPercentage = !hasRelation && isMeasure && key[key.count - 1] == UInt8(ascii: "%")
    }
    isSentence = Self.hasMark(key)
    if isSentence { isNameWithTarget = Self.hasNameBeforeRelation(key) }
    let isTime = length <= 12 && Self.timeEndings.containsSuffix(of: key)
    endsName = !isTime && Self.strongEndings.containsSuffix(of: key)
    endsLikeName = endsName || Self.weakEndings.containsSuffix(of: key)
    // U+6307. With a number before it, a text is a name whatever it says.
    if first == 0xE6, !isPlaceholder, Self.endOfNumber(key) != nil {
      isNumbered = true
      endsName = true
      endsLikeName = true
      isSentence = false
      return
    }
    if endsLikeName { isChange = Self.changes.containsPrefix(of: key) }
    isState =
      isTime || Self.states.contains(key) || Self.comparisons.containsPrefix(of: key)
  }

  /// Looks at a text.
  init(of text: String) { self.init(key: LabelKey.key(of: text).span) }

  private static let strongEndings = WordSet(
    """
    率 性 度 数 量 情况 时间 人次 场次 次数 面积 金额 周期 程度 批次 频次 时限 期限 年限 时长 工期 里程 增幅 比例 比重
    """)
  private static let weakEndings = WordSet("机制 成本 作用 能力 水平 影响 效果 建设 管理 费用 规模 服务 活动 培训")
  private static let changes = WordSet(
    "提升 提高 增强 改善 促进 加强 优化 推动 巩固 逐步 不断 持续 有效 显著 明显 大幅 稳步 全面")
  private static let timeEndings = WordSet("季度 年底 月底 月前 年前 底前 日前 月份 年末")
  private static let states = WordSet(
    """
    及时 健全 达标 有效 准确 规范 合规 完整 提升 增加 正确 是 满意 稳定 共享 保障 可靠 完备 完善 良好 优 优良 合格 显著 明显 提高 \
    改善 长期 持续 流畅 建立 建立健全 及时性 充分 合理 安全 准确有效 不断扩大 成效显著 作用明显 运行稳定 制定并完善 整洁有序 \
    年底完成 有效提升 完成 按时 按时完成 较及时 不及时 较健全 三级 二级 一级 符合 通过 减少 降低
    """)
  /// Whether a key is a dash that stands for nothing.
  static func isDash(_ key: Span<UInt8>) -> Bool { key.count <= 6 && dashes.contains(key) }

  private static let dashes = WordSet("- — —— – / --")

  private static func isPlaceholder(_ key: Span<UInt8>, _ first: UInt8) -> Bool {
    switch first {
    case 0x2E, 0xE2, 0xC2: return ellipses.contains(key)
    // U+6307, and at most two digits and a colon behind 指标.
    case 0xE6 where key.count <= 9: return endOfNumber(key) == key.count
    default: return false
    }
  }

  /// Where the number of an indicator ends, 指标2：, that a text begins with.
  private static func endOfNumber(_ key: Span<UInt8>) -> Int? {
    guard let start = numberedName.prefixLength(of: key) else { return nil }
    var end = start
    while end < key.count, key[end].isDigit { end += 1 }
    guard end > start else { return nil }
    return end < key.count && key[end] == UInt8(ascii: ":") ? end + 1 : end
  }

  private static let numberedName = WordSet("指标")
  private static let ellipses = WordSet("… …… ……… ... .... ..... ...... ······ ···")
  private static let comparisons = WordSet("较去年 较上年 较上一年 比上年")
  private static let relations = WordSet(
    MeasureScanner.signs + " 大于 小于 不低于 不少于 不超过")

  private static func hasMark(_ key: Span<UInt8>) -> Bool {
    var index = 1
    while index < key.count {
      let byte = key[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { return true }
      // U+2264 and U+2265, and the ideographic full stop.
      if byte == 0xE2, index + 2 < key.count, key[index + 1] == 0x89, key[index + 2] & 0xFE == 0xA4
      {
        return true
      }
      if byte == 0xE3, index + 2 < key.count, key[index + 1] == 0x80, key[index + 2] == 0x82 {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether a text has a relation with a name before it and a number behind it.
  private static func hasNameBeforeRelation(_ key: Span<UInt8>) -> Bool {
    // All relations but those of ASCII begin with this byte.
    for index in key.indices.dropFirst()
    where key[index] == 0xE2
      && MeasureScanner.relationSigns.containsPrefix(of: key.extracting(index...))
    {
      return strongEndings.containsSuffix(of: key.extracting(..<index))
        && MeasureScanner.isMeasure(key.extracting(index...))
    }
    return false
  }

  /// Whether so many ideographs follow a number without a fraction that it is part of a name:
  /// 12345热线投诉件.
  private static func isNamed(_ key: Span<UInt8>) -> Bool {
    var index = 0
    while index < key.count, key[index].isDigit { index += 1 }
    guard key.count - index >= 5 * 3 else { return false }
    // Units that long are fractions, or begin with what hardly anything but units begins with.
    for byte in index..<key.count where key[byte] < 0x80 { return false }
    return !unitHeads.containsPrefix(of: key.extracting(index...))
  }

  private static let unitHeads = WordSet("万 亿 个 毫 平 立")

  private static func isPlain(_ key: Span<UInt8>) -> Bool {
    var digits = 0
    var hasPoint = false
    for index in key.indices {
      switch key[index] {
      case 0x30...0x39: if !hasPoint { digits += 1 }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      default: return false
      }
    }
    return digits > 0 && digits <= 3
  }
}
