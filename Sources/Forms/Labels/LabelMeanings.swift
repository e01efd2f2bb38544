/// What each label stands for in one layout.
///
/// Synonyms stand for the same, so there are far fewer sets of meanings than labels.
struct LabelMeanings: Sendable {
  /// The meanings of all sets, those of a set side by side.
  private var meanings: [Meaning] = []
  /// Where the meanings of each set begin, and after the last one where they end.
  ///
  /// The first set is empty.
  private var starts = [0, 0]
  /// The number of the set of each label.
  private var sets: [Int16]

  /// Gathers the meanings that a layout uses labels for.
  init(_ uses: ArraySlice<LabelUse>, _ labels: [Vocabulary.LabelID], labelCount: Int) {
    sets = Array(repeating: 0, count: labelCount)
    for use in uses {
      let made = setCount
      var last: (before: Int16, after: Int16) = (-1, -1)
      for label in labels[use.labels] {
        let before = sets[Int(label)]
        if before != last.before {
          last = (before, Int16(add(use.meaning, toSet: Int(before), madeFrom: made)))
        }
        sets[Int(label)] = last.after
      }
    }
  }

  /// How many sets there are.
  var setCount: Int { starts.count - 1 }

  /// The meanings of a set.
  func meanings(ofSet number: Int) -> ArraySlice<Meaning> {
    meanings[starts[number]..<starts[number + 1]]
  }

  /// The number of the set of a label.
  func set(of label: Vocabulary.LabelID) -> Int { Int(sets[Int(label)]) }

  /// What a label stands for.
  subscript(label: Vocabulary.LabelID) -> ArraySlice<Meaning> { meanings(ofSet: set(of: label)) }

  /// The set that has one more meaning than another; those made for this meaning begin at a number.
  private mutating func add(_ meaning: Meaning, toSet number: Int, madeFrom start: Int) -> Int {
    let before = starts[number]..<starts[number + 1]
    if meanings[before].contains(meaning) { return number }
    for other in start..<setCount
    where meanings(ofSet: other).dropLast() == meanings[before] { return other }
    for index in before { meanings.append(meanings[index]) }
    meanings.append(meaning)
    starts.append(meanings.count)
    return setCount - 1
  }
}
