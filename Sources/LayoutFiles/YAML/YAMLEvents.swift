internal import CLibYAML
internal import IR

/// What libyaml says about a text, piece by piece.
struct YAMLEvent {
  /// What a piece is.
  enum Kind {
    /// The beginning of a document.
    case document
    /// The anchor of a value that stands here again.
    case alias(String)
    /// A scalar; a plain one is written without quotes.
    case scalar(String, isPlain: Bool)
    /// The beginning of a list.
    case list
    /// The beginning of a mapping.
    case mapping
    /// The end of the list or mapping.
    case end
  }

  var kind: Kind
  /// The anchor the value is given.
  var anchor: String?
  /// The tag the value is given.
  var tag: String?
  /// Where it begins.
  var position: LineTable.Position
}

/// Why libyaml cannot go on.
struct YAMLFailure {
  /// What is wrong, in libyaml's words.
  var problem: String
  /// Where it is wrong.
  var position: LineTable.Position
}

/// YAML texts as events, through libyaml; the only file that touches its memory.
enum YAMLEvents {
  /// Passes the events of a UTF-8 text on until `use` returns `false`.
  ///
  /// - Returns: Why the text ends before its end; `nil` when it does not.
  static func read(_ utf8: [UInt8], _ use: (YAMLEvent) -> Bool) -> YAMLFailure? {
    var parser = unsafe yaml_parser_t()
    // The parser keeps a pointer to itself, and one to the text: neither leaves these closures.
    return unsafe withUnsafeMutablePointer(to: &parser) { parser in
      guard unsafe yaml_parser_initialize(parser) == 1 else { return outOfMemory }
      defer { unsafe yaml_parser_delete(parser) }
      return unsafe utf8.withUnsafeBufferPointer { text in
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        return unsafe readAll(of: parser, text, use)
      }
    }
  }

  private static let outOfMemory = YAMLFailure(
    problem: "out of memory", position: .init(line: 1, column: 1))

  private static func readAll(
    of parser: UnsafeMutablePointer<yaml_parser_t>, _ text: UnsafeBufferPointer<UInt8>,
    _ use: (YAMLEvent) -> Bool
  ) -> YAMLFailure? {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        return unsafe failure(of: parser, text)
      }
      // What the event points to is copied before it is freed.
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT { return nil }
      if let event = unsafe copied(event), !use(event) { return nil }
    }
  }

  /// An event with its texts copied; `nil` for those that say nothing.
  private static func copied(_ event: yaml_event_t) -> YAMLEvent? {
    let position = unsafe position(event.start_mark)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(kind: .document, position: position)
    case YAML_ALIAS_EVENT:
      let name = unsafe text(event.data.alias.anchor) ?? ""
      return YAMLEvent(kind: .alias(name), position: position)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = unsafe String(decoding: bytes, as: UTF8.self)
      return unsafe YAMLEvent(
        kind: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        anchor: self.text(scalar.anchor), tag: self.text(scalar.tag), position: position)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .list, anchor: text(start.anchor), tag: text(start.tag), position: position)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mapping, anchor: text(start.anchor), tag: text(start.tag), position: position)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .end, position: position)
    default:
      return nil
    }
  }

  /// A text of an event, which ends with a zero.
  private static func text(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let start = unsafe start else { return nil }
    return unsafe String(cString: start)
  }

  private static func position(_ mark: yaml_mark_t) -> LineTable.Position {
    .init(line: mark.line + 1, column: mark.column + 1)
  }

  private static func failure(
    of parser: UnsafeMutablePointer<yaml_parser_t>, _ text: UnsafeBufferPointer<UInt8>
  ) -> YAMLFailure {
    let state = unsafe parser.pointee
    // libyaml's messages are texts of its own that are always there.
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "unknown"
    guard unsafe state.error == YAML_READER_ERROR else {
      return unsafe YAMLFailure(problem: problem, position: position(state.problem_mark))
    }
    // What cannot be read as characters has no mark, but an offset.
    let bytes = unsafe Array(text)
    let offset = unsafe UInt32(clamping: min(state.problem_offset, bytes.count))
    return YAMLFailure(
      problem: problem, position: LineTable(bytes).position(at: offset, in: bytes))
  }
}
