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

  /// The cells in which two lists of tables differ.
  static func tables(
    _ was: [ReadContent.TableContent], _ found: [ReadContent.TableContent], keepsSpans: Bool
  ) -> [CheckResult.Problem] {
    var problems: [CheckResult.Problem] = []
    for number in 0..<max(was.count, found.count) {
      let empty = ReadContent.TableContent()
      let left = was.indices.contains(number) ? was[number] : empty
      let right = found.indices.contains(number) ? found[number] : empty
      problems += cells(
        keepsSpans ? left : left.flattened, keepsSpans ? right : right.flattened,
        at: "/tables/\(number)")
    }
    return problems
  }

  private static func cells(
    _ was: ReadContent.TableContent, _ found: ReadContent.TableContent, at pointer: String
  ) -> [CheckResult.Problem] {
    if was.cells == found.cells { return [] }
    let left = Dictionary(
      was.cells.map { (place($0), $0) }, uniquingKeysWith: { first, _ in first })
    let right = Dictionary(
      found.cells.map { (place($0), $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [CheckResult.Problem] = []
    for cell in was.cells where right[place(cell)] != cell {
      problems.append(
        .init(
          pointer: pointer + place(cell), was: text(cell),
          found: right[place(cell)].map(text)))
    }
    for cell in found.cells where left[place(cell)] == nil {
      problems.append(.init(pointer: pointer + place(cell), found: text(cell)))
    }
    return problems
  }

  private static func place(_ cell: ReadContent.TableContent.CellContent) -> String {
    "/rows/\(cell.row)/columns/\(cell.column)"
  }

  private static func text(_ cell: ReadContent.TableContent.CellContent) -> String {
    guard cell.rowSpan > 1 || cell.columnSpan > 1 else { return cell.text }
    return "\(cell.text) (\(cell.rowSpan) × \(cell.columnSpan))"
  }
}
