/// A tag that libxml2 reported.
struct HTMLToken {
  /// The element.
  var element: HTMLElement
  /// The key of its name.
  var key: UInt64
  /// Whether it is an end tag.
  var isEnd: Bool
  /// How far the parser had read, as an offset in the source.
  var offset: Int
  /// How far it had read at the tag before.
  var previous: Int
  /// The attributes of a cell.
  var spans = CellSpans()
}

/// The spans of a cell (WHATWG HTML, 4.9.11).
struct CellSpans {
  /// The number of columns, at least 1.
  var columns = 1
  /// The number of rows; 0 for all that are left in the row group.
  var rows = 1
  /// Whether a span was above what HTML allows.
  var isClamped = false

  /// Sets the number of columns from an attribute.
  mutating func setColumns(_ value: Int?, limit: Int) {
    guard let value, value > 0 else { return }
    isClamped = isClamped || value > limit
    columns = min(value, limit)
  }

  /// Sets the number of rows from an attribute.
  mutating func setRows(_ value: Int?, limit: Int) {
    guard let value else { return }
    isClamped = isClamped || value > limit
    rows = min(value, limit)
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

  /// Takes the next byte.
  mutating func append(_ byte: UInt8) {
    let isDigit = byte >= 0x30 && byte <= 0x39
    switch state {
    case .space where TagScanner.isSpace(byte): break
    case .space where byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
      isNegative = byte == UInt8(ascii: "-")
      state = .sign
    case .space where isDigit, .sign where isDigit, .digits where isDigit:
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
