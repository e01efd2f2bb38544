/// The HTML elements that readers tell apart.
enum HTMLElement: UInt8, Sendable {
  /// No element of HTML.
  case unknown
  /// An element within a line of text.
  case inline
  /// An element that begins and ends a line of text.
  case block
  case lineBreak, input
  case heading1, heading2, heading3, heading4, heading5, heading6
  case table, caption, columnGroup, tableBody, tableHead, tableFoot, row, dataCell, headerCell
  /// An element whose content is no text of the page: `script`, `style`.
  case rawText
  /// An element within a line whose content is text, tags included: `textarea`.
  case literal
  /// The same as a block: `xmp`.
  case literalBlock
  /// A block of text to the end of the document, tags included.
  case plainText
  case template, title, head
  /// Links to the parts of a page.
  case navigation

  /// Whether it begins and ends a line of text.
  var isBlock: Bool {
    switch self {
    case .unknown, .inline, .lineBreak, .input, .rawText, .literal, .template, .title: false
    case .block, .literalBlock, .plainText, .heading1, .heading2, .heading3, .heading4, .heading5,
      .heading6:
      true
    case .table, .caption, .columnGroup, .tableBody, .tableHead, .tableFoot, .row: true
    case .dataCell, .headerCell, .head, .navigation: true
    }
  }

  /// Whether there are no tags in its content, or none that count.
  var hidesTags: Bool {
    switch self {
    case .rawText, .literal, .literalBlock, .plainText, .template, .title: true
    default: false
    }
  }

  /// The level of a heading; 0 for every other element.
  var headingLevel: UInt8 {
    switch self {
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      rawValue - HTMLElement.heading1.rawValue + 1
    default: 0
    }
  }

  /// The number of letters that tell the names of HTML apart.
  static let keyCount = 8

  /// The element of a name in any case.
  init(_ text: Span<UInt8>, _ name: Range<Int>) { self.init(key: Self.key(text, name)) }

  /// The element whose first letters, in lower case, make up a key.
  init(key: UInt64) { self = HTMLElementTable.shared.element(key) }

  /// The first letters of a name in lower case.
  static func key(_ text: Span<UInt8>, _ name: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    let end = min(name.upperBound, name.lowerBound + keyCount)
    for index in name.lowerBound..<end {
      let byte = text[index]
      key = key << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return key
  }

  /// The first letters of a name that is in lower case.
  static func key(_ name: Substring) -> UInt64 {
    name.utf8.prefix(keyCount).reduce(0) { $0 << 8 | UInt64($1) }
  }

  fileprivate static let names: [(HTMLElement, String)] = [
    (
      .inline,
      """
      a abbr acronym audio b bdi bdo big blink button canvas cite code data datalist del dfn em \
      embed font i img ins kbd label link map mark meta meter noscript nobr object \
      output picture progress q rb rp rt rtc ruby s samp select slot small source span strike \
      strong sub sup svg text time tt u var video wbr param area option optgroup math
      """
    ),
    (
      .block,
      """
      address article aside base blockquote body center dd details dialog dir div dl dt fieldset \
      figcaption figure footer form frame frameset header hgroup hr html legend li listing main \
      menu ol p pre search section summary ul
      """
    ),
    (.lineBreak, "br"), (.input, "input"), (.heading1, "h1"), (.heading2, "h2"),
    (.heading3, "h3"), (.heading4, "h4"), (.heading5, "h5"), (.heading6, "h6"),
    (.table, "table"), (.caption, "caption"), (.columnGroup, "colgroup col"),
    (.tableBody, "tbody"), (.tableHead, "thead"), (.tableFoot, "tfoot"), (.row, "tr"),
    (.dataCell, "td"), (.headerCell, "th"), (.rawText, "script style"),
    (.literal, "iframe noembed noframes textarea"), (.literalBlock, "xmp"),
    (.plainText, "plaintext"), (.template, "template"), (.title, "title"), (.head, "head"),
    (.navigation, "nav"),
  ]
}

/// The elements by the keys of their names, in a hash table of their own: every tag needs it.
private struct HTMLElementTable: Sendable {
  static let shared = HTMLElementTable()

  private static let slotBits = 9
  private var keys = [UInt64](repeating: 0, count: 1 << slotBits)
  private var elements = [HTMLElement](repeating: .unknown, count: 1 << slotBits)

  private init() {
    for (element, names) in HTMLElement.names {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let key = HTMLElement.key(name)
        var slot = Self.slot(key)
        while keys[slot] != 0 { slot = (slot + 1) % keys.count }
        keys[slot] = key
        elements[slot] = element
      }
    }
  }

  func element(_ key: UInt64) -> HTMLElement {
    var slot = Self.slot(key)
    // The table is never full, so there is always an empty slot to stop at.
    while keys[slot] != 0 {
      if keys[slot] == key { return elements[slot] }
      slot = (slot + 1) % keys.count
    }
    return .unknown
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
  }
}
