internal import IR

/// Writes characters and settles what becomes of the white space between them.
struct NormalizedWriter {
  /// The bytes written so far.
  var output: [UInt8] = []
  private let mode: TextNormalizer.Mode
  /// The last character written; `nil` before the first.
  private var previous: ScalarClass?
  private var pending = Pending.nothing

  /// What stands between the last character and the next.
  private enum Pending {
    case nothing, space, lineBreak
  }

  /// Creates a writer at the start of a text.
  init(mode: TextNormalizer.Mode) {
    self.mode = mode
  }

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) {
    // Growing by doubling keeps many short texts in one buffer from reallocating each time.
    if output.capacity - output.count < count {
      output.reserveCapacity(max(output.count + count, 2 * output.capacity))
    }
  }

  /// Writes the character of `text` that starts at an index, or notes that there is white space.
  @inline(__always)
  mutating func write(_ text: Span<UInt8>, at index: Int, _ scalar: ClassifiedScalar) {
    switch scalar.kind {
    case .space:
      if pending == .nothing { pending = .space }
    case .lineBreak:
      pending = mode == .prose ? .lineBreak : .space
    case .han, .wide, .relation, .other:
      if pending != .nothing { settle(before: scalar.kind) }
      for offset in 0..<scalar.length { output.append(text[index + offset]) }
      previous = scalar.kind
    }
  }

  /// Writes the common ideographs at the start of a range, which follow another; returns the
  /// index after them.
  mutating func writeHan(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound
    // U+4000 to U+9FFF, as in ``ClassifiedScalar``.
    while end + 3 <= range.upperBound, text[end] >= 0xE4, text[end] <= 0xE9 { end += 3 }
    output.append(copying: text.extracting(range.lowerBound..<end))
    return end
  }

  /// Writes a whole text.
  mutating func write(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let scalar = ClassifiedScalar(text, at: index)
      write(text, at: index, scalar)
      index += scalar.length
    }
  }

  /// Writes what is left of a run of white space now that both its neighbours are known.
  private mutating func settle(before next: ScalarClass) {
    defer { pending = .nothing }
    guard let previous else { return }
    if pending == .lineBreak {
      output.append(UInt8(ascii: "\n"))
    } else if keepsSpace(between: previous, and: next) {
      output.append(UInt8(ascii: " "))
    }
  }

  private func keepsSpace(between previous: ScalarClass, and next: ScalarClass) -> Bool {
    if mode == .prose, previous == .han, next == .han { return true }
    if previous.isWide || next.isWide { return false }
    return mode != .measure || (previous != .relation && next != .relation)
  }
}
