internal import IR

/// How like the labels of columns a header reads that is none of them.
struct HeaderLikeness {
  /// A column whose header it may be, and the part of its label that is misread.
  struct Match: Equatable {
    var column: Layout.Column
    var error: Float

    /// Whether most of the label is as it was.
    var isClose: Bool { error < 0.5 }
  }

  private let header: [UInt32]
  private let columns: [Layout.ColumnSpec]

  /// Prepares to compare the header in a cell.
  init(_ token: Int, _ reading: FormReading) {
    header = reading.grid.scalars(reading.grid.tokens[token])
    columns = reading.layout.allColumns
  }

  /// The column among some whose label the header may be, with one or two characters misread or its
  /// end cut off.
  func match(among candidates: [Layout.Column]) -> Match? {
    var best: Match?
    for column in candidates {
      for label in columns.first(where: { $0.key == column })?.labels ?? [] {
        guard let error = error(beside: LabelKey.scalars(LabelKey.key(of: label).span)) else {
          continue
        }
        if error < best?.error ?? 1 { best = Match(column: column, error: error) }
      }
    }
    return best
  }

  /// The part of a label that is misread; `nil` where the header cannot be that label.
  private func error(beside label: [UInt32]) -> Float? {
    guard header.count >= 2, label.count >= 2 else { return nil }
    if label.starts(with: header), header.count * 2 >= label.count { return 0.4 }
    let most = label.count >= 5 ? 2 : 1
    guard abs(label.count - header.count) <= (label.count == 2 ? 0 : 1) else { return nil }
    let distance = LabelKey.distance(header, label)
    guard distance <= most, isOneWrong(distance, label) || !saysMore(than: label) else {
      return nil
    }
    return Float(distance) / Float(label.count)
  }

  /// Whether one character of three or more is wrong, which may make a word of others: 标准分值 is 标准分.
  private func isOneWrong(_ distance: Int, _ label: [UInt32]) -> Bool {
    distance == 1 && label.count > 2
  }

  /// Words of headers that no damage brings about.
  private static let words = [
    "完成", "执行", "预计", "计划", "实际", "偏差", "目标", "年度", "情况", "说明", "标准", "依据", "来源", "材料", "解释", "方法",
    "公式",
    "比例", "程度", "进度", "原因", "措施", "单位", "性质", "方向", "编码", "类型", "评价", "评分", "扣分", "得分", "分值", "权重",
    "备注",
    "上年", "全年", "本年", "月份", "历史", "行业", "描述", "内容",
  ].map { LabelKey.scalars(LabelKey.key(of: $0).span) }

  /// Whether the header has a word that a label does not: it is printed clearly, and says another
  /// thing, as 完成情况说明 beside 偏差情况说明.
  private func saysMore(than label: [UInt32]) -> Bool {
    Self.words.contains { header.contains($0) && !label.contains($0) }
  }
}

/// Headers of columns that no layout has, so that they are none that was misread: 完成率 is not 完成值.
enum OtherHeaders {
  private static let words = WordSet(
    """
    完成率 指标完成率 完成比例 完成程度 指标说明 指标内涵 指标定义 指标口径 指标描述 绩效指标描述 评分细则 \
    评分办法 绩效标准说明 指标方向性 指标类型 指标属性 指标类别 指标编码 指标代码 计算方式 上年完成值 \
    上年指标值 上年实际值 调整前指标值 调整前目标值 追加前指标值 追加前目标值 变更前指标值 原指标值 原目标值 \
    历史值 参考值 完成可能性 是否核心指标 扣分 扣分原因 扣分说明 偏差原因分类 偏差类型 得分系数 \
    完成目标可能性 半年目标值 半年(程)目标值 半年指标值 上半年目标值 上半年指标值 季度目标值
    """)

  /// What they end with where they say whence a target is, or how it is scored: 指标值设置依据, 佐证资料.
  private static let endings = WordSet("依据 标准 解释 释义 来源 方法 公式 规则 材料 资料")

  /// Whether a cell holds one of them, or heads a part of the targets.
  static func contains(_ token: Int, _ reading: FormReading) -> Bool {
    isListed(token, reading) || TargetParts.isHeader(token, reading)
  }

  /// Whether a cell holds one of those that head no part of the targets.
  static func isListed(_ token: Int, _ reading: FormReading) -> Bool {
    reading.isLabel(token, in: words)
      || endings.containsSuffix(
        of: reading.grid.keys.span.extracting(reading.labelCore(of: token)))
  }
}
