internal import IR

/// The width of a column that cuts off what is longer.
enum ClippedColumn {
  /// Names shorter than this are whole, in half widths.
  private static let leastWidth = 24

  /// The width of the column of names, where labels are clipped: what is cut off in one column is
  /// equally wide, so it is the greatest width that two names have, or else the greatest.
  static func width(of rows: [IndicatorRow], in reading: FormReading) -> Int? {
    let isClipped = rows.contains { row in
      row.labels.contains { reading.isClipped($0.match, $0.token) }
    }
    guard isClipped else { return nil }
    let widths = rows.compactMap { $0[.name].last }
      .map { width(of: reading.normalized($0).span) }.filter { $0 >= leastWidth }.sorted(by: >)
    return zip(widths, widths.dropFirst()).first { $0 == $1 }?.0 ?? widths.first
  }

  /// The width of a text: one for ASCII, two for any other character.
  static func width(of text: Span<UInt8>) -> Int {
    var width = 0
    for index in text.indices where !text[index].isContinuation {
      width += text[index] < 0x80 ? 1 : 2
    }
    return width
  }
}
