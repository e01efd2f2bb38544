internal import Forms
internal import IR

/// What differs between two readings.
enum Comparison {
  /// The values in which two lists of forms differ.
  static func forms(_ was: [Form], _ found: [Form]) -> [CheckResult.Problem] {
    var problems: [CheckResult.Problem] = []
    for number in 0..<max(was.count, found.count) {
      let pointer = "/forms/\(number)"
      guard number < was.count, number < found.count else {
        problems.append(
          .init(
            pointer: pointer, was: was.indices.contains(number) ? was[number].displayName : nil,
            found: found.indices.contains(number) ? found[number].displayName : nil))
        continue
      }
      for difference in FormDifference.all(from: was[number], to: found[number]) {
        problems.append(
          .init(
            pointer: pointer + difference.pointer, was: difference.was, found: difference.found))
      }
    }
    return problems
  }

  /// The texts outside forms that are not in both readings.
  static func texts(_ was: [String], _ found: [String]) -> [CheckResult.Problem] {
    found.difference(from: was).map { change in
      switch change {
      case .insert(let offset, let text, _):
        CheckResult.Problem(pointer: "/outside/\(offset)", found: text)
      case .remove(let offset, let text, _):
        CheckResult.Problem(pointer: "/outside/\(offset)", was: text)
      }
    }
  }

  /// The cells in which two lists of tables differ, and merged cells that could not stay so.
  static func tables(
    _ was: [ReadContent.TableContent], _ found: [ReadContent.TableContent],
    spans: CheckedFormat.Spans
  ) -> (problems: [CheckResult.Problem], notes: [CheckResult.Problem]) {
    var result: (problems: [CheckResult.Problem], notes: [CheckResult.Problem]) = ([], [])
    for number in 0..<max(was.count, found.count) {
      let empty = ReadContent.TableContent()
      let left = was.indices.contains(number) ? was[number] : empty
      let right = found.indices.contains(number) ? found[number] : empty
      let pointer = "/tables/\(number)"
      if spans == .none {
        result.problems += cells(left.flattened, right.flattened, at: pointer).problems
        if left.mergedCount > 0 { result.notes.append(splitUp(left.mergedCount, at: pointer)) }
      } else {
        let differences = cells(left, right, at: pointer, allowsCutSpans: spans == .disjoint)
        result.problems += differences.problems
        result.notes += differences.notes
      }
    }
    return result
  }

  private static func cells(
    _ was: ReadContent.TableContent, _ found: ReadContent.TableContent, at pointer: String,
    allowsCutSpans: Bool = false
  ) -> (problems: [CheckResult.Problem], notes: [CheckResult.Problem]) {
    var result: (problems: [CheckResult.Problem], notes: [CheckResult.Problem]) = ([], [])
    if was.cells == found.cells { return result }
    let left = Dictionary(
      was.cells.map { (place($0), $0) }, uniquingKeysWith: { first, _ in first })
    let right = Dictionary(
      found.cells.map { (place($0), $0) }, uniquingKeysWith: { first, _ in first })
    for cell in was.cells {
      let other = right[place(cell)]
      if other == cell { continue }
      if allowsCutSpans, let other, other.text == cell.text, was.overlapping.contains(cell) {
        result.notes.append(cut(cell, to: other, at: pointer))
      } else {
        result.problems.append(
          .init(pointer: pointer + place(cell), was: text(cell), found: other.map(text)))
      }
    }
    for cell in found.cells where left[place(cell)] == nil {
      result.problems.append(.init(pointer: pointer + place(cell), found: text(cell)))
    }
    return result
  }

  private static func splitUp(_ count: Int, at pointer: String) -> CheckResult.Problem {
    .init(
      pointer: pointer,
      message: LocalizedText(
        en: "the format has no merged cells; \(count == 1 ? "1 is" : "\(count) are") split up",
        zh: "该格式没有合并单元格；\(count) 个合并单元格被拆开"))
  }

  private static func cut(
    _ cell: ReadContent.TableContent.CellContent,
    to other: ReadContent.TableContent.CellContent, at pointer: String
  ) -> CheckResult.Problem {
    let was = "\(cell.rowSpan) × \(cell.columnSpan)"
    let found = "\(other.rowSpan) × \(other.columnSpan)"
    return .init(
      pointer: pointer + place(cell),
      message: LocalizedText(
        en: "merged cells must not overlap in this format; \(was) slots are cut to \(found)",
        zh: "该格式的合并单元格不能重叠；\(was) 格截为 \(found) 格"))
  }

  private static func place(_ cell: ReadContent.TableContent.CellContent) -> String {
    "/rows/\(cell.row)/columns/\(cell.column)"
  }

  private static func text(_ cell: ReadContent.TableContent.CellContent) -> String {
    guard cell.rowSpan > 1 || cell.columnSpan > 1 else { return cell.text }
    return "\(cell.text) (\(cell.rowSpan) × \(cell.columnSpan))"
  }
}
