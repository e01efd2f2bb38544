/// Something worth saying about one place of a document: a repair, a doubt, a failed sum.
public struct Diagnostic: Sendable, Hashable {
  /// What kind of thing it is; fixes the severity and the wording.
  public var code: DiagnosticCode
  /// The values the message is filled with.
  public var arguments: [Argument]
  /// The text as printed, where something was repaired.
  public var before: String?
  /// The text as read, where something was repaired.
  public var after: String?
  /// Other readings of the place, where it is ambiguous.
  public var alternatives: [String]
  /// The JSON pointer (RFC 6901) of the value it is about, from the root of the canonical JSON.
  public var pointer: String?
  /// Where it is in the source; `nil` when it is about the document as a whole.
  public var source: SourceRange?

  /// A named value of a message.
  public struct Argument: Sendable, Hashable {
    /// The name, as it stands in braces in the message.
    public var name: String
    /// The value.
    public var value: Value

    /// A text or a number.
    public enum Value: Sendable, Hashable {
      /// A text.
      case text(String)
      /// A count or a position.
      case number(Int)
    }

    /// A text argument.
    public static func text(_ name: String, _ value: String) -> Argument {
      Argument(name: name, value: .text(value))
    }

    /// A number argument.
    public static func number(_ name: String, _ value: Int) -> Argument {
      Argument(name: name, value: .number(value))
    }
  }

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, at source: SourceRange? = nil, pointer: String? = nil,
    arguments: [Argument] = [], before: String? = nil, after: String? = nil,
    alternatives: [String] = []
  ) {
    self.code = code
    self.source = source
    self.pointer = pointer
    self.arguments = arguments
    self.before = before
    self.after = after
    self.alternatives = alternatives
  }

  /// How much it matters.
  public var severity: Severity { code.severity }

  /// The message in a language, filled with the arguments.
  public func message(_ language: Language) -> String {
    var bytes: [UInt8] = []
    forEachMessagePart(language) { bytes.append(copying: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Passes the message in a language on, piece by piece, as UTF-8.
  public func forEachMessagePart(_ language: Language, _ body: (Span<UInt8>) -> Void) {
    code.forEachMessagePart(language, body) { name in
      passValue(name, to: body)
    }
  }

  private func passValue(_ name: Span<UInt8>, to body: (Span<UInt8>) -> Void) {
    if name.isEqual(to: "before") {
      if let before { body(before.utf8.span) }
      return
    }
    if name.isEqual(to: "after") {
      if let after { body(after.utf8.span) }
      return
    }
    for argument in arguments where name.isEqual(to: argument.name) {
      switch argument.value {
      case .text(let text): body(text.utf8.span)
      case .number(let number): body(String(number).utf8.span)
      }
      return
    }
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(to text: String) -> Bool { isEqual(to: text.utf8.span) }
}
