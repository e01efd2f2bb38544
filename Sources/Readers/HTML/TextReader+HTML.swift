internal import IR

extension TextReader {
  /// Reads an HTML block that starts on a line.
  mutating func readHTML(
    _ text: Span<UInt8>, _ line: Line, _ kind: HTMLBlockKind, into document: inout Document
  ) {
    var needsParser = false
    let end: Int
    switch kind {
    case .table:
      if let tableEnd = tableEnd(text, at: line.content) {
        end = text.lineEnd(from: tableEnd)
      } else {
        end = blockEnd(text, line, isTable: true)
      }
      needsParser = true
    case .until(let word): end = self.end(of: word, text, line)
    case .untilBlank: end = blockEnd(text, line, isTable: false)
    }
    position = text.afterLineEnd(end)
    let range = line.content..<end
    needsParser = needsParser || hasBlocks(text, range)
    guard needsParser else {
      appendFragment(text, range, into: &document)
      return
    }
    var reader = HTMLReader(range: range, limits: limits)
    while reader.readBlocks(of: text, into: &document, byteCount: 1 << 20) {}
  }

  /// Appends a piece of HTML that is one heading or one paragraph.
  private func appendFragment(
    _ text: Span<UInt8>, _ range: Range<Int>, into document: inout Document
  ) {
    let range = text.trimmed(range)
    var scanner = TagScanner(grammar: .strict)
    let tag = scanner.tag(text, at: range.lowerBound, end: range.upperBound)
    let content = document.decodeText(text, range, style: .tsv)
    guard !content.isEmpty else { return }
    let level = tag?.isEnd == false ? tag?.element.headingLevel ?? 0 : 0
    let block = TextBlock(text: content, source: SourceRange(range), level: level)
    document.blocks.append(level == 0 ? .paragraph(block) : .heading(block))
  }

  /// Whether a piece of HTML is more than one heading or one paragraph.
  private func hasBlocks(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var starts = 0
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if text[index] == UInt8(ascii: "<"), text[index + 1].isLetter {
        var end = index + 1
        while end < range.upperBound, TagScanner.isNameByte(text[end]) { end += 1 }
        if HTMLElement(text, index + 1..<end).isBlock { starts += 1 }
        if starts > 1 { return true }
      }
      index += 1
    }
    return false
  }

  /// The end of the last line before a blank one, or before a row of tab-separated text: a heading in tags
  /// may stand right above one.
  private func blockEnd(_ text: Span<UInt8>, _ first: Line, isTable: Bool) -> Int {
    var last = first
    while last.next < text.count {
      let line = peekLine(text, at: last.next)
      if line.isBlank || !line.isContained { break }
      // A tab at the beginning of a line of HTML indents it.
      if !isTable, dialect == .tsv, text.contains(0x09, in: text.trimmed(line.content..<line.end)) {
        break
      }
      last = line
    }
    return last.end
  }

  /// The end of the first line that holds a word.
  private func end(of word: StaticString, _ text: Span<UInt8>, _ first: Line) -> Int {
    var index = first.content + 2
    while index < text.count {
      if text[index] == word.description.utf8.first, text.hasWord(word, at: index) {
        return text.lineEnd(from: index)
      }
      index += 1
    }
    return text.count
  }

  /// Where the table that starts at an offset ends; `nil` when it has no end tag.
  private mutating func tableEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
    let ends = tableEnds ?? self.tableEnds(text, from: start)
    tableEnds = ends
    if ends[start] == nil, !isLastPiece { needsText = true }
    return ends[start]
  }

  private func tableEnds(_ text: Span<UInt8>, from start: Int) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var open: [Int] = []
    for index in start..<text.count where text[index] == UInt8(ascii: "<") {
      if text.hasWord("<table", at: index) {
        open.append(index)
      } else if text.hasWord("</table", at: index), let first = open.popLast() {
        ends[first] = index
      }
    }
    return ends
  }
}
