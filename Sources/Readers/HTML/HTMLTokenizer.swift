internal import CLibXML2
internal import IR

/// The push parser of libxml2 as a source of tags; the only file that touches its memory.
///
/// libxml2 says which tags there are and how far it has read. The text itself is taken from the
/// source by those places, because this version knows only the entities of HTML 4.
@safe final class HTMLTokenizer {
  /// The tags reported since they were last taken.
  var tokens: [HTMLToken] = []
  /// The offset at which more elements were open than there may be.
  private(set) var overflowOffset: Int?

  private let parser: htmlParserCtxtPtr
  /// The offset in the source at which the parser began.
  let base: Int
  private var cleaner = TagCleaner()
  private let limits: Limits
  private var previous: Int
  /// The place before ``previous``: one end tag may end several elements.
  private var beforePrevious: Int

  /// Starts a parser for the bytes from an offset of the source; `nil` when there is no memory.
  init?(base: Int, limits: Limits) {
    self.base = base
    self.limits = limits
    previous = base
    beforePrevious = base
    // The handlers are given this object as a plain pointer; it outlives the parser, which is
    // freed in deinit.
    guard let parser = unsafe formconvert_html_create(nil, startElement, endElement) else {
      return nil
    }
    unsafe self.parser = parser
    unsafe parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { unsafe htmlFreeParserCtxt(parser) }

  /// How far the parser has read, as an offset in the source.
  var offset: Int { unsafe base + formconvert_html_offset(parser) }

  /// Whether the parser takes no more.
  var hasStopped: Bool { unsafe formconvert_html_stopped(parser) != 0 }

  /// Parses further bytes.
  func feed(_ text: Span<UInt8>, _ range: Range<Int>, isLast: Bool) {
    var cleaner = self.cleaner
    var isClean = true
    for index in range where cleaner.clean(text[index]) != text[index] { isClean = false }
    if isClean {
      self.cleaner = cleaner
      feed(text.extracting(range), isLast: isLast)
      return
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(self.cleaner.clean(text[index])) }
    feed(copy.span, isLast: isLast)
  }

  private func feed(_ bytes: Span<UInt8>, isLast: Bool) {
    // libxml2 copies the bytes before it returns.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let count = Int32(clamping: buffer.count)
      unsafe buffer.baseAddress?.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        _ = unsafe htmlParseChunk(parser, $0, count, 0)
      }
    }
    if isLast { unsafe _ = htmlParseChunk(parser, "", 0, 1) }
  }

  fileprivate func add(
    _ name: UnsafePointer<xmlChar>, isEnd: Bool,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let offset = self.offset
    let key = unsafe Self.key(name)
    let element = HTMLElement(key: key)
    if element != .inline, element != .unknown, element != .rawText {
      var token = HTMLToken(
        element: element, key: key, isEnd: isEnd, offset: offset,
        previous: offset == previous ? beforePrevious : previous)
      if let attributes = unsafe attributes, element == .dataCell || element == .headerCell {
        unsafe token.spans = spans(attributes)
      }
      tokens.append(token)
    }
    if !isEnd, element == .block || element == .head {
      // It may be one that libxml2 made up within the tag it is reading.
    } else if offset > previous, isTagComplete(isEnd: isEnd) {
      beforePrevious = previous
      previous = offset
    }
    if overflowOffset == nil, unsafe formconvert_html_depth(parser) >= Int32(clamping: limits.depth)
    {
      overflowOffset = offset
    }
  }

  /// Whether the parser stands at the end of a tag that is in the source.
  private func isTagComplete(isEnd: Bool) -> Bool {
    // The parser keeps a NUL after its buffer, so the current byte can always be read, and the
    // one before it when something was consumed.
    guard let input = unsafe parser.pointee.input, let current = unsafe input.pointee.cur else {
      return false
    }
    if isEnd {
      return unsafe current > input.pointee.base && current[-1] == UInt8(ascii: ">")
    }
    return unsafe current[0] == UInt8(ascii: ">") || current[0] == UInt8(ascii: "/")
  }

  private static func key(_ name: UnsafePointer<xmlChar>) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    while index < HTMLElement.keyCount, unsafe name[index] != 0 {
      key = unsafe key << 8 | UInt64(name[index])
      index += 1
    }
    return key
  }

  /// Reads the spans from pairs of names and values that end with a null pointer.
  private func spans(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) -> CellSpans {
    var spans = CellSpans()
    var index = 0
    while let name = unsafe attributes[index] {
      if let value = unsafe attributes[index + 1] {
        switch unsafe Self.key(name) {
        case Self.columnSpanKey:
          unsafe spans.setColumns(Self.integer(value), limit: limits.columnSpan)
        case Self.rowSpanKey:
          unsafe spans.setRows(Self.integer(value), limit: limits.rowSpan)
        default: break
        }
      }
      index += 2
    }
    return spans
  }

  private static let columnSpanKey = "colspan".utf8.reduce(0) { $0 << 8 | UInt64($1) }
  private static let rowSpanKey = "rowspan".utf8.reduce(0) { $0 << 8 | UInt64($1) }

  private static func integer(_ value: UnsafePointer<xmlChar>) -> Int? {
    var integer = AttributeInteger()
    var index = 0
    while unsafe value[index] != 0 {
      unsafe integer.append(value[index])
      index += 1
    }
    return integer.value
  }
}

private func startElement(
  user: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?,
  attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let user = unsafe user, let name = unsafe name else { return }
  let tokenizer = unsafe Unmanaged<HTMLTokenizer>.fromOpaque(user).takeUnretainedValue()
  unsafe tokenizer.add(name, isEnd: false, attributes: attributes)
}

private func endElement(user: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?) {
  guard let user = unsafe user, let name = unsafe name else { return }
  let tokenizer = unsafe Unmanaged<HTMLTokenizer>.fromOpaque(user).takeUnretainedValue()
  unsafe tokenizer.add(name, isEnd: true, attributes: nil)
}
