internal import IR

/// A block quote or list item that holds other blocks (CommonMark 5).
enum Container: Equatable {
  /// A block quote.
  case quote
  /// A list item whose content is indented by some columns.
  case item(indent: Int)

  /// The most containers that are told apart; text nested deeper stays text.
  static let maximumDepth = 100
}

extension TextReader {
  /// A place in a line, and its column with tab stops of four.
  private struct Cursor {
    var offset: Int
    var column = 0
    /// The column indentation is counted from.
    var origin = 0

    /// Moves over white space.
    mutating func skipSpace(_ text: Span<UInt8>, end: Int) {
      while offset < end, text[offset] == 0x20 || text[offset] == 0x09 {
        column = text[offset] == 0x20 ? column + 1 : column / 4 * 4 + 4
        offset += 1
      }
    }

    var indent: Int { column - origin }
  }

  /// Finds the containers of the line at ``position``, closing and opening them as needed.
  ///
  /// - Returns: The line, and where an ordered list's number starts on it.
  mutating func openLine(_ text: Span<UInt8>) -> (line: Line, marker: Int?) {
    let start = position
    let end = text.lineEnd(from: start)
    guard dialect == .markdown else { return (plainLine(text, start: start, end: end), nil) }
    var (cursor, matched) = matchContainers(text, start: start, end: end)
    if matched < containers.count { containers.removeSubrange(matched...) }
    var marker: Int?
    while containers.count < Container.maximumDepth, cursor.indent < 4, cursor.offset < end {
      if text[cursor.offset] == UInt8(ascii: ">") {
        Self.enterQuote(text, &cursor, end: end)
        containers.append(.quote)
        marker = nil
        continue
      }
      let line = Line(
        start: start, content: cursor.offset, indent: cursor.indent, end: end, next: end)
      guard !isThematicBreak(text, line), let item = listItem(text, cursor, end: end) else { break }
      marker = item.isOrdered ? cursor.offset : nil
      cursor = item.content
      containers.append(.item(indent: item.indent))
    }
    return (line(text, cursor, start: start, end: end, isContained: true), marker)
  }

  /// The line at an offset, in the containers that are open.
  func peekLine(_ text: Span<UInt8>, at start: Int) -> Line {
    let end = text.lineEnd(from: start)
    guard dialect == .markdown, !containers.isEmpty else {
      return plainLine(text, start: start, end: end)
    }
    let (cursor, matched) = matchContainers(text, start: start, end: end)
    return line(text, cursor, start: start, end: end, isContained: matched == containers.count)
  }

  /// What a line that begins a container follows.
  enum Predecessor {
    case paragraph, table
  }

  /// Whether a line begins a block quote or a list item; not every item may end a paragraph.
  func startsContainer(
    _ text: Span<UInt8>, _ line: Line, after predecessor: Predecessor = .paragraph
  ) -> Bool {
    guard dialect == .markdown else { return false }
    if text[line.content] == UInt8(ascii: ">") { return true }
    let cursor = Cursor(offset: line.content, column: line.indent)
    guard let item = listItem(text, cursor, end: line.end) else { return false }
    if predecessor == .table { return true }
    return item.content.offset < line.end && (!item.isOrdered || item.number == 1)
  }

  private func plainLine(_ text: Span<UInt8>, start: Int, end: Int) -> Line {
    var cursor = Cursor(offset: start)
    if dialect == .markdown {
      cursor.skipSpace(text, end: end)
    } else {
      // A tab is the border of a cell, also at the start of a line.
      while cursor.offset < end, text[cursor.offset] == 0x20 { cursor.offset += 1 }
    }
    return line(text, cursor, start: start, end: end, isContained: true)
  }

  private func line(
    _ text: Span<UInt8>, _ cursor: Cursor, start: Int, end: Int, isContained: Bool
  ) -> Line {
    var line = Line(
      start: start, content: cursor.offset, indent: cursor.indent, end: end,
      next: text.afterLineEnd(end))
    line.isContained = isContained
    return line
  }

  /// Matches a line with the containers that are open, from the outermost on.
  private func matchContainers(
    _ text: Span<UInt8>, start: Int, end: Int
  ) -> (Cursor, matched: Int) {
    var cursor = Cursor(offset: start)
    cursor.skipSpace(text, end: end)
    var matched = 0
    for container in containers {
      switch container {
      case .quote:
        guard cursor.indent < 4, cursor.offset < end, text[cursor.offset] == UInt8(ascii: ">")
        else { return (cursor, matched) }
        Self.enterQuote(text, &cursor, end: end)
      case .item(let indent):
        guard cursor.offset == end || cursor.indent >= indent else { return (cursor, matched) }
        cursor.origin += indent
      }
      matched += 1
    }
    return (cursor, matched)
  }

  private static func enterQuote(_ text: Span<UInt8>, _ cursor: inout Cursor, end: Int) {
    cursor.offset += 1
    cursor.column += 1
    cursor.origin = cursor.column
    // One column of white space after the mark is part of it.
    if cursor.offset < end, text[cursor.offset] == 0x20 || text[cursor.offset] == 0x09 {
      cursor.origin += 1
    }
    cursor.skipSpace(text, end: end)
  }

  private struct ListItem {
    var content: Cursor
    var indent: Int
    var isOrdered: Bool
    var number: Int
  }

  /// The list item that starts at a place (CommonMark 5.2).
  private func listItem(_ text: Span<UInt8>, _ start: Cursor, end: Int) -> ListItem? {
    var cursor = start
    var number = 0
    var digits = 0
    while cursor.offset < end, digits < 9, text[cursor.offset].isDigit {
      number = number * 10 + Int(text[cursor.offset] - 0x30)
      digits += 1
      cursor.offset += 1
    }
    guard cursor.offset < end else { return nil }
    let byte = text[cursor.offset]
    let isMarker =
      digits > 0
      ? byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
      : byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
    guard isMarker else { return nil }
    cursor.offset += 1
    cursor.column += digits + 1
    let markerEnd = cursor.column
    guard cursor.offset == end || text[cursor.offset] == 0x20 || text[cursor.offset] == 0x09 else {
      return nil
    }
    cursor.skipSpace(text, end: end)
    // An empty item, or one that begins with code, is indented by one column.
    let padding = cursor.column - markerEnd
    let isShort = cursor.offset == end || padding > 4
    let contentColumn = isShort ? markerEnd + 1 : cursor.column
    let indent = contentColumn - start.origin
    cursor.origin = contentColumn
    if cursor.offset == end { cursor.column = contentColumn }
    return ListItem(content: cursor, indent: indent, isOrdered: digits > 0, number: number)
  }
}
