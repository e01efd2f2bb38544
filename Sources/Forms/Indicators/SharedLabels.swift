extension LevelSolver.Solution {
  /// Gives rows that two groups share to one of them.
  ///
  /// 满意度目标 is a label of two groups of `2019`. Printed once, it stands for one of them: the one
  /// whose level-1 label is on its rows.
  mutating func giveSharedLabels(of problem: LevelProblem, in reading: FormReading) {
    let filled = segments.indices.filter { !segments[$0].isEmpty }
    for (first, second) in zip(filled, filled.dropFirst())
    where problem.slots[first].group != problem.slots[second].group
      && reading.slotLabel(first) == reading.slotLabel(second)
    {
      let rows = segments[first].lowerBound..<segments[second].upperBound
      let printed = problem.slots[second].labels.count { rows.contains($0.row) }
      let isSecond = problem.groupLabels[problem.slots[second].group].contains {
        rows.contains($0.row)
      }
      let isFirst = problem.groupLabels[problem.slots[first].group].contains {
        rows.contains($0.row)
      }
      guard printed == 1, isFirst != isSecond else { continue }
      segments[isSecond ? first : second] = rows.upperBound..<rows.upperBound
      segments[isSecond ? second : first] = rows
    }
  }
}
