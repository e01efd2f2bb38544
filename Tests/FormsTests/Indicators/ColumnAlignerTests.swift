import IR
import Testing

@testable import Forms

/// Cells are bound to columns by what they look like and by where the row as a whole stands.
struct ColumnAlignerTests {
  private static let declaration: [Layout.Column] = [.caption, .level1, .level2, .name, .target]
  private static let selfEvaluation = declaration + [.actual, .weight, .score, .deviation]

  private func align(
    _ cells: [(String, Int)], _ columns: [Layout.Column],
    besides labels: [(place: Int, column: Layout.Column)] = []
  ) -> ColumnAligner.Assignment {
    let aligner = ColumnAligner(
      header: .init(columns: columns, positions: Array(columns.indices)), hasOpenLevel2: false)
    let items = cells.enumerated().map { number, cell in
      ColumnAligner.Item(
        token: number, column: cell.1,
        features: CellFeatures(key: LabelKey.key(of: cell.0).span), match: nil, isCaption: false)
    }
    return aligner.align(items, besides: labels, startingAfter: labels.last?.column)
  }

  @Test(arguments: [-3, -2, -1, 0, 1])
  func aRowMayBeShiftedAsAWhole(shift: Int) {
    let found = align([("培训场次", 3 + shift), ("=5(场)", 4 + shift)], Self.declaration)
    #expect(found.columns == [.name, .target])
    #expect(found.shift == shift)
  }

  @Test func aSingleCellIsWhatItLooksLike() {
    #expect(align([("培训场次", 3)], Self.declaration).columns == [.name])
    #expect(align([("≥95%", 4)], Self.declaration).columns == [.target])
    #expect(align([("≥95%", 3)], Self.declaration).columns == [.target])
    #expect(align([("培训场次", 1)], Self.declaration).columns == [.name])
  }

  @Test(arguments: [-2, -1, 0])
  func allColumnsOfASelfEvaluation(shift: Int) {
    let texts = ["业务办理者满意度", "≥85%", "95%", "10", "9", "受天气影响，次年改进并加强管理"]
    let cells = texts.enumerated().map { ($1, 3 + $0 + shift) }
    #expect(
      align(cells, Self.selfEvaluation).columns
        == [.name, .target, .actual, .weight, .score, .deviation])
  }

  @Test func emptyColumnsStayEmpty() {
    let cells = [("培训场次", 3), ("=5(场)", 4), ("10", 6), ("9", 7)]
    #expect(align(cells, Self.selfEvaluation).columns == [.name, .target, .weight, .score])
  }

  @Test func statesMayBeTargetsAndActualValues() {
    let cells = [("培训及时性", 3), ("及时", 4), ("及时", 5), ("10", 6), ("10", 7)]
    #expect(
      align(cells, Self.selfEvaluation).columns == [.name, .target, .actual, .weight, .score])
  }

  /// The label of level 1 in the caption's column says that the row stands one to the left.
  @Test func labelsHaveASayInTheShift() {
    let found = align(
      [("培训场次", 2), ("=5(场)", 3)], Self.declaration,
      besides: [(place: 0, column: .level1), (place: 1, column: .level2)])
    #expect(found.columns == [.name, .target])
    #expect(found.shift == -1)
  }

  @Test func aRowWithoutCellsHasNoColumns() {
    #expect(align([], Self.declaration).columns.isEmpty)
  }

  /// A name with its target behind it is no target, though it has a relation.
  @Test func nameAndTargetInTheColumnOfNames() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量 | 疏通管道长度 | =380公里
        | | 质量 | 管道通畅率≥95% |
        """))
    #expect(reading.levels == ["数量 疏通管道长度", "质量 管道通畅率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["=380公里", "≥95%"])
  }
}
