import IR
import Readers
import TestSupport
import Testing

@testable import Forms

/// The best paths of small tables beside all solutions there are.
struct LevelPathTests {
  private static let labels = [
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"), ("成本指标", "经济成本指标"),
  ]
  private static let names = ["培训人数", "验收合格率", "完成及时率", "群众满意度", "事项", "单位成本", "社会影响力"]

  /// A table of a few rows, with labels on some of them, in their order or not.
  private static func problem(seed: UInt64) throws -> LevelProblem {
    var random = SplitMix64(seed: seed)
    let isOrdered = random.chance(80)
    var choices = (0..<2 + random.next(below: 4)).map { _ in random.next(below: labels.count) }
    if isOrdered { choices.sort() }
    let rows = choices.map { choice in
      let name = names[random.next(below: names.count)]
      let level1 = random.chance(35) ? labels[choice].0 : ""
      let level2 = random.chance(60) ? labels[choice].1 : ""
      return "| \(level1) | \(level2) | \(name) | \(random.chance(50) ? "≥90%" : "100次")"
    }
    let page = Page.declaration.indicators(rows.joined(separator: "\n"))
    let document = try Document(page.text, as: .tsv)
    let vocabulary = LayoutSet.builtIn.vocabulary
    let grid = Grid(document, vocabulary: vocabulary)
    let layout = try #require(vocabulary.layouts.firstIndex { $0.id == "2024" })
    var reading = FormReading(
      grid, of: document, rows: 0..<grid.rows.count, layout: layout, index: 0,
      vocabulary: vocabulary, recordsProvenance: false)
    let table = try #require(IndicatorTable(in: reading))
    return LevelProblem(table.alignedRows(of: &reading), of: reading)
  }

  /// What a solution costs, summed up segment by segment and group by group.
  private static func cost(
    _ segments: [Range<Int>], _ costs: SegmentCosts, _ hypothesis: LevelHypothesis,
    withGroups: Bool
  ) -> Float {
    let problem = costs.problem
    var sum = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    for (slot, rows) in segments.enumerated() {
      sum += costs.cost(slot, rows.lowerBound, rows.upperBound, hypothesis)
    }
    guard withGroups else { return sum }
    for (group, labels) in problem.groupLabels.enumerated() {
      guard let label = MiddlePath.labelRow(labels) else { continue }
      let rows = segments.indices.filter { problem.slots[$0].group == group }
        .map { segments[$0] }.filter { !$0.isEmpty }
      guard let first = rows.first, let last = rows.last else {
        sum += LevelHypothesis.mostCostOfGroup
        continue
      }
      sum += hypothesis.costOfGroup(label: label, in: first.lowerBound, last.upperBound)
    }
    return sum
  }

  /// All ways to cut rows into a segment for each slot.
  private static func forEachSolution(
    rows: Int, slots: Int, from start: Int = 0, _ segments: [Range<Int>] = [],
    _ body: ([Range<Int>]) -> Void
  ) {
    guard segments.count < slots - 1 else {
      body(segments + [start..<rows])
      return
    }
    for end in start...rows {
      forEachSolution(rows: rows, slots: slots, from: end, segments + [start..<end], body)
    }
  }

  /// A path costs what its segments cost, and no other solution costs less: for the quick ways to find
  /// it and the general one, with labels shifted or not.
  @Test(arguments: 0..<24)
  func noSolutionIsCheaper(seed: UInt64) throws {
    let problem = try Self.problem(seed: seed)
    #expect(problem.rowCount >= 2)
    let costs = SegmentCosts(problem)
    for hypothesis in LevelHypothesis.all {
      let isMiddle = hypothesis.style.isMiddle
      let path = LevelPath(costs, hypothesis).solve()
      #expect(
        abs(path.cost - Self.cost(path.segments, costs, hypothesis, withGroups: false)) < 0.01)
      var middle = MiddlePath(costs, hypothesis)
      let byGroups = isMiddle ? middle.solve() : nil
      if let byGroups {
        let cost = Self.cost(byGroups.segments, costs, hypothesis, withGroups: true)
        #expect(abs(byGroups.cost - cost) < 0.01)
      }
      var (least, leastByGroups) = (Float.infinity, Float.infinity)
      Self.forEachSolution(rows: problem.rowCount, slots: problem.slots.count) { segments in
        least = min(least, Self.cost(segments, costs, hypothesis, withGroups: false))
        guard isMiddle else { return }
        leastByGroups = min(
          leastByGroups, Self.cost(segments, costs, hypothesis, withGroups: true))
      }
      #expect(abs(path.cost - least) < 0.01, "\(hypothesis)")
      if let byGroups { #expect(abs(byGroups.cost - leastByGroups) < 0.01, "\(hypothesis)") }
    }
  }

  /// What is said to be the least that any solution costs is no more than the cheapest one.
  @Test(arguments: 0..<100)
  func theLowerBoundIsOne(seed: UInt64) throws {
    let costs = SegmentCosts(try Self.problem(seed: 1000 + seed))
    for hypothesis in LevelHypothesis.all {
      let bound =
        hypothesis.cost(isLabelledByRow: costs.problem.isLabelledByRow)
        + costs.lowerBound(isShifted: hypothesis.shift != 0)
      #expect(LevelPath(costs, hypothesis).solve().cost > bound - 0.01)
    }
  }
}
