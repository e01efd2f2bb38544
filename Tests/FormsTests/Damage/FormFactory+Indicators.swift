import IR
import TestSupport

extension FormFactory {
  /// The classes of a layout in printed order, with their labels and how many there may be.
  private struct Group {
    var kind: IndicatorPool.Class
    var level1: String
    var level2: String
    var count: ClosedRange<Int>
    /// How often the group is there at all, in percent.
    var chance: Int
  }

  mutating func addIndicators(to form: inout Form, style: PrintStyle) {
    if layout == .legacy2019 { addManagement(to: &form, style: style) }
    let scale = random.chance(25) ? 2 : 1
    for group in layout == .legacy2019 ? Self.legacyGroups : groups {
      let isThere = random.chance(group.chance)
      if !isThere {
        // Such a form prints the label and leaves its row empty.
        if layout == .legacy2019, random.chance(50) {
          form.emptyLevels.append(EmptyLevel(level1: group.level1, level2: group.level2))
        }
        continue
      }
      let count = Int.random(in: group.count, using: &random)
      for _ in 0..<(group.count.upperBound > 2 ? count * scale : count) {
        guard let indicator = indicator(group.kind, in: form, style) else { continue }
        var placed = indicator
        placed.level1 = group.level1
        placed.level2 = group.level2
        form.indicators.append(placed)
      }
    }
  }

  private mutating func addManagement(to form: inout Form, style: PrintStyle) {
    let isNamed = random.chance(60)
    let entries = IndicatorPool.management.filter { ($0.name != nil) == isNamed }
    var chosen = Array(
      entries.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random)))
    // Rows of one level 2 stand together.
    chosen.sort { $0.level2 < $1.level2 }
    for entry in chosen where !form.indicators.contains(where: { $0.name == entry.name && isNamed })
    {
      var indicator = Indicator()
      indicator.level1 = "投入和管理目标"
      indicator.level2 = entry.level2
      indicator.name = entry.name
      indicator.target = Measure(text: target(entry.target, style))
      form.indicators.append(indicator)
    }
  }

  private mutating func indicator(
    _ kind: IndicatorPool.Class, in form: Form, _ style: PrintStyle
  ) -> Indicator? {
    guard let entries = IndicatorPool.entries[kind] else { return nil }
    // Half of them from the documents and the typical ones, as far as there are any.
    let preferred = entries.filter { $0.origin != .pattern }
    for _ in 0..<8 {
      let entry = pick(random.chance(60) && !preferred.isEmpty ? preferred : entries)
      if form.indicators.contains(where: { $0.name == entry.name }) { continue }
      var indicator = Indicator()
      indicator.name = entry.name
      indicator.target = Measure(text: target(entry.target, style))
      if layout == .selfEvaluation2020 {
        indicator.actual = Measure(
          text: entry.actual.flatMap { Self.meets($0, entry.target) ? $0 : nil }
            ?? Self.actual(for: entry.target))
      }
      return indicator
    }
    return nil
  }

  /// A target in the layout's way of printing: `≥98(%)` in 2024, `≥98%` elsewhere.
  private func target(_ text: String, _ style: PrintStyle) -> String {
    if style.usesASCIIRelations {
      return text.replacing("≥", with: ">=").replacing("≤", with: "<=")
    }
    guard layout == .city2024, let parts = Self.parts(text), !parts.unit.isEmpty else {
      return text
    }
    let space = style.spacesUnit ? " " : ""
    return parts.relation + parts.number + space + "(" + parts.unit + ")"
  }

  /// The relation, number and unit of a target of the pool; `nil` for one in words.
  static func parts(_ text: String) -> (relation: String, number: String, unit: String)? {
    guard let first = text.first, "=≥≤<>".contains(first) else { return nil }
    let rest = text.dropFirst()
    let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    let unit = rest.dropFirst(number.count)
    guard !number.isEmpty, !unit.contains(where: { ("0"..."9").contains($0) }) else { return nil }
    return (String(first), String(number), String(unit))
  }

  /// What a self-evaluation prints as actual value for a target that was met: `100%`, `15`, 及时.
  private static func actual(for target: String) -> String {
    guard let parts = parts(target) else { return target }
    // Strictly below or above: one less or one more in the last digit.
    let step = parts.relation == "<" ? -1 : parts.relation == ">" ? 1 : 0
    return number(parts.number, plus: step) + (parts.unit == "%" ? "%" : "")
  }

  /// A number with its last digit one higher or lower, with as many decimals: `4.97` and -1 give
  /// `4.96`.
  private static func number(_ text: String, plus step: Int) -> String {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    guard step != 0, let digits = Int(text.filter { $0 != "." }) else { return text }
    let padded = String(digits + step)
    guard decimals > 0 else { return padded }
    let whole = String(repeating: "0", count: max(0, decimals + 1 - padded.count)) + padded
    return whole.dropLast(decimals) + "." + whole.suffix(decimals)
  }

  /// Whether an actual value is as good as its target; a text is.
  private static func meets(_ actual: String, _ target: String) -> Bool {
    guard let parts = parts(target), let wanted = Double(parts.number),
      let reached = Double(actual.prefix { ("0"..."9").contains($0) || $0 == "." })
    else { return true }
    switch parts.relation {
    case "≤": return reached <= wanted
    case "<": return reached < wanted
    case ">": return reached > wanted
    default: return reached >= wanted
    }
  }

  /// Gives out 90 points, takes a few away, and adds up.
  mutating func addScores(to form: inout Form) {
    let count = form.indicators.count
    guard count > 0 else { return }
    let lost = Int.random(in: 0..<count, using: &random)
    var sum = 0
    for index in form.indicators.indices {
      let weight = 90 / count + (index < 90 % count ? 1 : 0)
      let isLower = index == lost && weight > 1 && random.chance(70)
      form.indicators[index].weight = Measure(text: String(weight))
      form.indicators[index].score = Measure(text: String(isLower ? weight - 1 : weight))
      sum += isLower ? weight - 1 : weight
      if isLower { form.indicators[index].deviation = "根据预算实际情况，工作量有所调整" }
    }
    let tenths = sum * 10 + Self.tenths(form.fundingRows.first?.score?.text ?? "0")
    let score = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    form.total = Total(weight: Measure(text: "100"), score: Measure(text: score))
  }

  private static func tenths(_ text: String) -> Int {
    let parts = text.split(separator: ".")
    return (Int(parts.first ?? "0") ?? 0) * 10 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }

  private var groups: [Group] {
    let cost = layout == .selfEvaluation2020 ? 0 : 30
    var groups = [
      Group(kind: .economicCost, level1: "成本指标", level2: "经济成本指标", count: 1...2, chance: cost),
      Group(kind: .socialCost, level1: "成本指标", level2: "社会成本指标", count: 1...1, chance: cost / 3),
      Group(
        kind: .environmentalCost, level1: "成本指标", level2: "生态环境成本指标", count: 1...1,
        chance: cost / 3),
      Group(kind: .quantity, level1: "产出指标", level2: "数量指标", count: 1...6, chance: 100),
      Group(kind: .quality, level1: "产出指标", level2: "质量指标", count: 1...4, chance: 97),
      Group(kind: .timeliness, level1: "产出指标", level2: "时效指标", count: 1...3, chance: 97),
    ]
    if layout == .selfEvaluation2020 {
      groups.append(
        Group(kind: .economicCost, level1: "产出指标", level2: "成本指标", count: 1...1, chance: 10))
    }
    groups += [
      Group(kind: .economic, level1: "效益指标", level2: "经济效益指标", count: 1...2, chance: 25),
      Group(kind: .social, level1: "效益指标", level2: "社会效益指标", count: 1...4, chance: 95),
      Group(kind: .environmental, level1: "效益指标", level2: "生态效益指标", count: 1...2, chance: 20),
      Group(kind: .sustainable, level1: "效益指标", level2: "可持续影响指标", count: 1...3, chance: 70),
      Group(
        kind: .satisfaction, level1: "满意度指标", level2: "服务对象满意度指标", count: 1...2, chance: 100),
    ]
    return groups
  }

  private static let legacyGroups = [
    Group(kind: .quantity, level1: "产出目标", level2: "数量目标", count: 1...4, chance: 100),
    Group(kind: .quality, level1: "产出目标", level2: "质量目标", count: 1...3, chance: 97),
    Group(kind: .timeliness, level1: "产出目标", level2: "时效目标", count: 1...3, chance: 90),
    Group(kind: .economic, level1: "效果目标", level2: "经济效益目标", count: 1...1, chance: 40),
    Group(kind: .social, level1: "效果目标", level2: "社会效益目标", count: 1...3, chance: 95),
    Group(kind: .environmental, level1: "效果目标", level2: "生态效益目标", count: 1...1, chance: 25),
    Group(kind: .sustainable, level1: "影响力目标", level2: "可持续目标", count: 1...2, chance: 80),
    Group(kind: .satisfaction, level1: "影响力目标", level2: "满意度目标", count: 1...2, chance: 95),
  ]
}
