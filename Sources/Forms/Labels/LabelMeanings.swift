/// What each label stands for in one layout.
///
/// The meanings of all labels are one array, those of a label side by side: most labels have one
/// or none, and a list of lists would take an allocation for each.
struct LabelMeanings: Sendable {
  private var meanings: [Meaning] = []
  /// Where the meanings of each label begin, and after the last one where they end.
  private var starts: [Int]
  /// Which labels are the wording the layout itself prints, not a synonym.
  private(set) var isOwnWording: [Bool]

  /// Sorts meanings by their labels; those of one label keep their order.
  init(_ uses: [LabelUse], labelCount: Int) {
    starts = Array(repeating: 0, count: labelCount + 1)
    isOwnWording = Array(repeating: false, count: labelCount)
    for use in uses where use.isOwnWording { isOwnWording[Int(use.label)] = true }
    // The numbers are those of the first layout's labels in order, so there is little to sort.
    let sorted = uses.sorted { $0.label < $1.label }
    meanings.reserveCapacity(sorted.count)
    var index = 0
    for label in 0..<labelCount {
      let start = meanings.count
      starts[label] = start
      while index < sorted.count, Int(sorted[index].label) == label {
        let meaning = sorted[index].meaning
        if !meanings[start...].contains(meaning) { meanings.append(meaning) }
        index += 1
      }
    }
    starts[labelCount] = meanings.count
  }

  /// What a label stands for.
  subscript(label: Vocabulary.LabelID) -> ArraySlice<Meaning> {
    meanings[starts[Int(label)]..<starts[Int(label) + 1]]
  }
}
