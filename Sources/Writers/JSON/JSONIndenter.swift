extension ByteBuffer {
  /// The same canonical JSON with a line for every member and element, indented by two spaces,
  /// and a line end after the last one.
  ///
  /// Takes the chunks out of `json` as it goes, so the two are never in memory whole.
  public init(indenting json: consuming ByteBuffer) {
    self.init(store: json.store)
    var indenter = JSONIndenter()
    var chunks = [Chunk](json.chunks().reversed())
    while let chunk = chunks.popLast()?.bytes {
      var lines: [UInt8] = []
      lines.reserveCapacity(chunk.count + chunk.count / 2)
      indenter.append(chunk.span, to: &lines)
      append(chunk: lines)
    }
    append(UInt8(ascii: "\n"))
  }
}

/// Adds white space to canonical JSON, byte by byte.
private struct JSONIndenter {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether an object or array was just begun; an empty one stays on its line.
  private var isAtStart = false

  mutating func append(_ json: Span<UInt8>, to output: inout [UInt8]) {
    for index in json.indices {
      let byte = json[index]
      if isInString {
        output.append(byte)
        advanceInString(byte)
      } else {
        appendStructure(byte, to: &output)
      }
    }
  }

  private mutating func advanceInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  private mutating func appendStructure(_ byte: UInt8, to output: inout [UInt8]) {
    let wasAtStart = isAtStart
    isAtStart = false
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if !wasAtStart { beginLine(&output) }
      output.append(byte)
      return
    default:
      if wasAtStart { beginLine(&output) }
      output.append(byte)
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      isAtStart = true
    case UInt8(ascii: ","): beginLine(&output)
    case UInt8(ascii: ":"): output.append(UInt8(ascii: " "))
    case UInt8(ascii: "\""): isInString = true
    default: break
    }
  }

  private func beginLine(_ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }
}
