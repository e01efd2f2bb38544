/// What each label stands for in one layout.
///
/// The meanings of all labels are one array, those of a label side by side: most labels have one
/// or none, and a list of lists would take an allocation for each.
struct LabelMeanings: Sendable {
  private var meanings: [Meaning] = []
  /// Where the meanings of each label begin, and after the last one where they end.
  private var starts: [Int]

  /// Sorts meanings by their labels; those of one label keep their order.
  init(_ uses: [LabelUse], labelCount: Int) {
    starts = Array(repeating: 0, count: labelCount + 1)
    meanings.reserveCapacity(uses.count)
    // From each use of a label to the next one: labels are numbers, so nothing is compared.
    var first = [Int32](repeating: -1, count: labelCount)
    var next = [Int32](repeating: -1, count: uses.count)
    for index in uses.indices.reversed() {
      let label = Int(uses[index].label)
      next[index] = first[label]
      first[label] = Int32(index)
    }
    for label in 0..<labelCount {
      let start = meanings.count
      starts[label] = start
      var index = Int(first[label])
      while index >= 0 {
        let meaning = uses[index].meaning
        if !meanings[start...].contains(meaning) { meanings.append(meaning) }
        index = Int(next[index])
      }
    }
    starts[labelCount] = meanings.count
  }

  /// What a label stands for.
  subscript(label: Vocabulary.LabelID) -> ArraySlice<Meaning> {
    meanings[starts[Int(label)]..<starts[Int(label) + 1]]
  }
}
