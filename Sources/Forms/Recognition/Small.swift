/// A number of a token or a row, in half the room of an `Int`.
///
/// A table may have millions of cells, each with a dozen of them. Places in a source, and so what is counted in
/// it, are 31 bits wide.
@propertyWrapper
struct Small: Sendable {
  private var stored: Int32

  init(wrappedValue: Int) { stored = Int32(wrappedValue) }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(newValue) }
  }
}

/// A range of such numbers.
@propertyWrapper
struct SmallRange: Sendable {
  @Small private var start: Int
  @Small private var end: Int

  init(wrappedValue: Range<Int>) {
    start = wrappedValue.lowerBound
    end = wrappedValue.upperBound
  }

  var wrappedValue: Range<Int> {
    get { start..<end }
    set { (start, end) = (newValue.lowerBound, newValue.upperBound) }
  }
}
