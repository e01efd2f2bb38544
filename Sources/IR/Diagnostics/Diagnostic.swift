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
    code.message(language, value(named:))
  }

  private func value(named name: Substring) -> String {
    switch name {
    case "before": return before ?? ""
    case "after": return after ?? ""
    default: break
    }
    switch arguments.first(where: { $0.name == name })?.value {
    case .text(let text): return text
    case .number(let number): return String(number)
    case nil: return ""
    }
  }
}
