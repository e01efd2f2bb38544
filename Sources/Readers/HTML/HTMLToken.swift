internal import IR

/// A tag that begins or ends a block or a part of a table.
struct HTMLToken {
  /// The element.
  var element: HTMLElement
  /// Whether it is an end tag.
  var isEnd: Bool
  /// The offset of its first byte.
  var start: Int
  /// The offset after it.
  var end: Int
  /// The spans of a cell.
  var spans = SpanAttributes()
  /// The alignment of a cell.
  var alignment = ColumnAlignment.none
}

/// The spans that a tag asks for.
struct SpanAttributes {
  /// The value of `colspan`; `nil` when it is no number.
  var columns: Int?
  /// The value of `rowspan`; `nil` when it is no number.
  var rows: Int?
}

/// The spans of a cell (WHATWG HTML, 4.9.11).
struct CellSpans {
  /// The number of columns, at least 1.
  var columns = 1
  /// The number of rows; 0 for all that are left in the row group.
  var rows = 1
  /// Whether a span was above what HTML allows.
  var isClamped = false

  /// The spans that a tag asks for, within the limits.
  init(_ attributes: SpanAttributes, limits: Limits) {
    if let asked = attributes.columns, asked > 0 {
      isClamped = asked > limits.columnSpan
      columns = min(asked, limits.columnSpan)
    }
    if let asked = attributes.rows {
      isClamped = isClamped || asked > limits.rowSpan
      rows = min(asked, limits.rowSpan)
    }
  }
}

/// Parses a non-negative integer as an attribute has it (WHATWG HTML, 2.3.4.2).
struct AttributeInteger {
  private enum State {
    case space, sign, digits, done
  }

  private var state = State.space
  private var isNegative = false
  private var hasDigits = false
  private var number = 0

  /// Parses the value of an attribute.
  init(_ text: Span<UInt8>, _ value: Range<Int>) {
    var isPlain = true
    for index in value where text[index] == UInt8(ascii: "&") { isPlain = false }
    if isPlain {
      for index in value { append(text[index]) }
      return
    }
    var index = value.lowerBound
    var decoded: [UInt8] = []
    while index < value.upperBound {
      let reference = CharacterReference.decode(
        text, at: index, end: value.upperBound, ending: .optional, into: &decoded)
      if reference == nil { decoded.append(text[index]) }
      index = reference?.end ?? index + 1
    }
    for byte in decoded { append(byte) }
  }

  /// Takes the next byte.
  private mutating func append(_ byte: UInt8) {
    switch state {
    case .space where byte.isSpace: break
    case .space where byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
      isNegative = byte == UInt8(ascii: "-")
      state = .sign
    case .space where byte.isDigit, .sign where byte.isDigit, .digits where byte.isDigit:
      state = .digits
      hasDigits = true
      number = min(number * 10 + Int(byte - 0x30), 1 << 40)
    default: state = .done
    }
  }

  /// The number; `nil` when there is none.
  var value: Int? {
    guard hasDigits, !isNegative || number == 0 else { return nil }
    return number
  }
}
