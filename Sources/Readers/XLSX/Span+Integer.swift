internal import IR

extension Span<UInt8> {
  /// The number without a sign that some digits say; `nil` where there are others, none, or more than
  /// nine.
  func integer(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var integer = 0
    for index in range {
      guard self[index].isDigit else { return nil }
      integer = integer &* 10 &+ Int(self[index] &- UInt8(ascii: "0"))
    }
    return integer
  }
}
