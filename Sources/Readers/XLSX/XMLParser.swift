internal import CLibXML2
internal import IR

/// The name of an element or attribute without its prefix, as a number that is compared at once.
struct XMLName: Hashable {
  /// The last eight bytes, which tell apart all names that are asked for.
  private let key: UInt64

  /// The name spelled so.
  init(_ name: String) { key = name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

  fileprivate init(_ name: UnsafePointer<xmlChar>) {
    var key: UInt64 = 0
    var index = 0
    while unsafe name[index] != 0 {
      key = unsafe key << 8 | UInt64(name[index])
      index += 1
    }
    self.key = key
  }
}

/// The attributes of one element.
///
/// Their room is used again for the next element, so that nothing is freed or taken for each.
struct XMLAttributes {
  private struct Attribute {
    var name: XMLName
    /// Where its value ends in the bytes.
    var end: Int
  }

  private var attributes: [Attribute] = []
  private var count = 0
  private var byteCount = 0
  /// The values of all attributes, followed by what is left of longer ones before.
  private(set) var bytes: [UInt8] = []

  /// Where the value of an attribute stands in ``bytes``.
  func range(_ name: XMLName) -> Range<Int>? {
    for index in 0..<count where attributes[index].name == name {
      return (index == 0 ? 0 : attributes[index &- 1].end)..<attributes[index].end
    }
    return nil
  }

  /// Forgets all attributes.
  fileprivate mutating func removeAll() {
    count = 0
    byteCount = 0
  }

  /// Appends an attribute.
  fileprivate mutating func append(_ name: XMLName, _ value: Span<UInt8>) {
    let start = byteCount
    let end = start + value.count
    if end > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: max(end - bytes.count, 64)))
    }
    var room = bytes.mutableSpan
    for index in value.indices { room[start &+ index] = value[index] }
    byteCount = end
    let attribute = Attribute(name: name, end: end)
    if count < attributes.count {
      attributes[count] = attribute
    } else {
      attributes.append(attribute)
    }
    count += 1
  }

  /// The value of an attribute as text.
  func string(_ name: XMLName) -> String? {
    range(name).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The value of an attribute as a number without a sign; at most nine digits.
  func integer(_ name: XMLName) -> Int? {
    range(name).flatMap { bytes.span.integer(in: $0) }
  }

  /// Whether an attribute says yes, as `xsd:boolean`.
  func flag(_ name: XMLName, default missing: Bool = false) -> Bool {
    guard let value = string(name) else { return missing }
    return value == "1" || value == "true"
  }
}

/// Takes what a parser finds in one part.
protocol XMLHandler: AnyObject {
  /// Why the part cannot be read any further.
  var failure: ReadError? { get }
  /// An element of the part's own namespace begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element of the part's own namespace ends.
  func end(_ name: XMLName)
  /// Text within an element.
  func text(_ text: Span<UInt8>)
}

/// The push parser of libxml2; the only file that touches its memory for XML.
///
/// Elements of other namespaces than the root's are passed over: extensions repeat the names of
/// those they extend.
@safe final class XMLParser {
  private let handler: any XMLHandler
  private let parser: xmlParserCtxtPtr
  private var attributes = XMLAttributes()
  /// The parser's own copy of the root's namespace; every use of it is the same pointer.
  private var namespace: UnsafePointer<xmlChar>?
  private var hasRoot = false
  private var hasDeclaration = false
  private var hasTooManyAttributes = false
  private let limits: Limits

  /// Starts a parser; `nil` when there is no memory.
  init?(_ handler: any XMLHandler, limits: Limits) {
    self.handler = handler
    self.limits = limits
    // The handlers are given this object as a plain pointer; it outlives the parser.
    guard
      let parser = unsafe formconvert_xml_create(
        nil, startElement, endElement, characters, declaration)
    else { return nil }
    unsafe self.parser = parser
    unsafe namespace = nil
    unsafe parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { unsafe xmlFreeParserCtxt(parser) }

  /// Parses further bytes.
  ///
  /// - Parameter part: What the part is called in errors.
  func feed(_ bytes: Span<UInt8>, part: String) throws(ReadError) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // libxml2 copies the bytes before it returns.
      unsafe buffer.baseAddress?.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        code = unsafe formconvert_xml_parse(
          parser, $0, Int32(clamping: buffer.count), 0)
      }
    }
    try check(code, part)
  }

  /// Ends the part.
  func finish(part: String) throws(ReadError) {
    try check(unsafe formconvert_xml_parse(parser, "", 0, 1), part)
  }

  private func check(_ code: Int32, _ part: String) throws(ReadError) {
    if hasDeclaration { throw .documentType(part) }
    if hasTooManyAttributes {
      throw .packageLimit("xml-attributes", limits.xmlAttributes, part)
    }
    if let failure = handler.failure { throw failure }
    guard unsafe formconvert_xml_open_tag(parser) <= limits.xmlTagBytes else {
      throw .packageLimit("xml-tag-bytes", limits.xmlTagBytes, part)
    }
    if code != 0 { throw .badXML(part, line: unsafe Int(formconvert_xml_line(parser))) }
  }

  /// Whether there are no more attributes, and no more namespaces around an element, than may be: the
  /// library compares each with all others.
  ///
  /// Where there are, the parser is stopped, which frees what the attributes are in.
  fileprivate func allows(attributes: Int, namespaces: Int) -> Bool {
    guard attributes > limits.xmlAttributes || namespaces > 0 else { return true }
    let declared = unsafe Int(formconvert_xml_namespaces(parser))
    guard max(attributes, declared) > limits.xmlAttributes else { return true }
    hasTooManyAttributes = true
    unsafe xmlStopParser(parser)
    return false
  }

  fileprivate func start(
    _ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    if !hasRoot {
      hasRoot = true
      unsafe namespace = uri
    }
    guard unsafe uri == namespace else { return }
    // Taken out meanwhile: what stays in the object is copied, and counted, for every use.
    var attributes = XMLAttributes()
    swap(&attributes, &self.attributes)
    attributes.removeAll()
    if let values = unsafe values {
      // Five pointers each: name, prefix, namespace, start and end of the value.
      for index in 0..<count {
        guard let key = unsafe values[5 * index], let start = unsafe values[5 * index + 3],
          let end = unsafe values[5 * index + 4]
        else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
        unsafe attributes.append(XMLName(key), value.span)
      }
    }
    unsafe handler.start(XMLName(name), attributes)
    swap(&attributes, &self.attributes)
  }

  fileprivate func end(_ name: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) {
    guard unsafe uri == namespace else { return }
    unsafe handler.end(XMLName(name))
  }

  fileprivate func text(_ start: UnsafePointer<xmlChar>, _ count: Int) {
    let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
    unsafe handler.text(buffer.span)
  }

  fileprivate func refuseDeclaration() {
    hasDeclaration = true
    unsafe xmlStopParser(parser)
  }

  fileprivate static func from(_ user: UnsafeMutableRawPointer) -> XMLParser {
    unsafe Unmanaged<XMLParser>.fromOpaque(user).takeUnretainedValue()
  }
}

private func startElement(
  user: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?,
  uri: UnsafePointer<xmlChar>?, namespaceCount: Int32,
  namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32, defaultCount: Int32,
  attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let user = unsafe user, let name = unsafe name else { return }
  let parser = unsafe XMLParser.from(user)
  guard parser.allows(attributes: Int(count), namespaces: Int(namespaceCount)) else { return }
  unsafe parser.start(name, uri, Int(count), attributes)
}

private func endElement(
  user: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?,
  uri: UnsafePointer<xmlChar>?
) {
  guard let user = unsafe user, let name = unsafe name else { return }
  unsafe XMLParser.from(user).end(name, uri)
}

private func characters(
  user: UnsafeMutableRawPointer?, text: UnsafePointer<xmlChar>?, count: Int32
) {
  guard let user = unsafe user, let text = unsafe text else { return }
  unsafe XMLParser.from(user).text(text, Int(count))
}

private func declaration(
  user: UnsafeMutableRawPointer?, name: UnsafePointer<xmlChar>?,
  externalID: UnsafePointer<xmlChar>?, systemID: UnsafePointer<xmlChar>?
) {
  guard let user = unsafe user else { return }
  unsafe XMLParser.from(user).refuseDeclaration()
}
