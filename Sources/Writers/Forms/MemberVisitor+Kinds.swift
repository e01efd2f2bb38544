internal import IR

// The kinds of members there are. Keys are literals: written in line, their bytes are constants.
extension MemberVisitor {
  /// A text; left out when it is empty.
  @inline(__always)
  mutating func text(
    _ key: String, _ value: String?, _ text: @autoclosure () -> String,
    isRequired: Bool = false, as node: @autoclosure () -> SchemaNode = .text
  ) {
    member(
      key, node(), text(), isRequired: isRequired, isPresent: value?.isEmpty == false
    ) { emitter in
      if let value { emitter.json.string(value) }
    }
  }

  /// A whole number.
  @inline(__always)
  mutating func integer(
    _ key: String, _ value: Int?, _ text: @autoclosure () -> String,
    isRequired: Bool = false, as node: @autoclosure () -> SchemaNode = .count
  ) {
    member(key, node(), text(), isRequired: isRequired, isPresent: value != nil) { emitter in
      if let value { emitter.json.integer(value) }
    }
  }

  /// `true` or `false`.
  @inline(__always)
  mutating func boolean(_ key: String, _ value: Bool, _ text: @autoclosure () -> String) {
    member(key, .boolean, text(), isRequired: true, isPresent: true) { emitter in
      emitter.json.boolean(value)
    }
  }

  /// `true`; `false` is left out.
  @inline(__always)
  mutating func flag(_ key: String, _ value: Bool, _ text: @autoclosure () -> String) {
    member(key, .flag, text(), isRequired: false, isPresent: value) { emitter in
      emitter.json.boolean(true)
    }
  }

  /// An object; left out when it has no members.
  @inline(__always)
  mutating func object<Value: JSONObject>(
    _ key: String, _ value: Value?, _ text: @autoclosure () -> String
  ) {
    object(key, value, text(), isRequired: false)
  }

  /// Objects of one kind; left out when there are none.
  @inline(__always)
  mutating func objects<Value: JSONObject>(
    _ key: String, _ values: [Value], _ text: @autoclosure () -> String,
    isRequired: Bool = false
  ) {
    member(
      key, .array(.object(Value.schema)), text(), isRequired: isRequired,
      isPresent: !values.isEmpty
    ) { emitter in
      emitter.array(values)
    }
  }

  /// Texts; left out when there are none.
  @inline(__always)
  mutating func texts(
    _ key: String, _ values: [String], _ text: @autoclosure () -> String,
    as node: @autoclosure () -> SchemaNode = .text
  ) {
    member(
      key, .array(node()), text(), isRequired: false, isPresent: !values.isEmpty
    ) { emitter in
      emitter.json.beginArray()
      for value in values {
        emitter.json.buffer.closeFullChunk()
        emitter.json.string(value)
      }
      emitter.json.endArray()
    }
  }

  /// A text that is valid UTF-8; left out when it is empty.
  @inline(__always)
  mutating func text(
    _ key: String, utf8: ArraySlice<UInt8>, _ text: @autoclosure () -> String
  ) {
    member(key, .text, text(), isRequired: false, isPresent: !utf8.isEmpty) { emitter in
      emitter.json.string(utf8.span)
    }
  }
}
