internal import IR

/// One tag of a text.
struct HTMLTag {
  /// Its element.
  var element: HTMLElement
  /// The key of its name, which tells elements of a kind apart.
  var name: UInt64
  /// Whether it is an end tag.
  var isEnd: Bool
  /// The offset after it.
  var end: Int
  /// Whether it is a check box, and whether that is ticked.
  var checkbox: Checkbox?
  /// The spans of a cell.
  var spans = SpanAttributes()
  /// The alignment of a cell.
  var alignment = ColumnAlignment.none

  /// The state of a check box.
  enum Checkbox {
    case checked, unchecked
  }

  /// How strictly tags are told from text.
  enum Grammar {
    /// As browsers do (WHATWG HTML, 13.2.5).
    case html
    /// Well-formed tags (CommonMark 6.6).
    case commonMark
    /// Well-formed tags of HTML elements only, so that more of what looks like one stays text.
    case strict
  }
}
