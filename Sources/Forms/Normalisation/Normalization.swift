public import IR

/// A form in another layout, and what became of everything it said.
public struct Normalization: Sendable {
  /// The form in the other layout.
  public var form: Form
  /// What became of each field and indicator, in the order of the original form.
  public var fates: [Fate] = []
  /// What there is to say about it.
  public var diagnostics: [Diagnostic] = []

  init(_ form: Form) { self.form = form }

  /// What became of one value.
  public struct Fate: Sendable, Hashable {
    /// The kinds of fates.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// It has a place, and is printed there as it was.
      case mapped
      /// It has a place, and is printed there in another way.
      case reformatted
      /// It has no place, and is kept for the way back.
      case carried
      /// The target has the field, the source has not.
      case absent
      /// A person supplied it.
      case supplied
      /// It was supplied, and is dropped on the way back.
      case dropped
    }

    /// What became of it.
    public var kind: Kind
    /// The pointer of the value in the original form; `nil` when it was not there.
    public var source: String?
    /// The pointer of the value in the new form; `nil` when it has gone.
    public var target: String?
    /// The text in the original form.
    public var before: String?
    /// The text in the new form.
    public var after: String?
  }

  /// Where values are now that no fate tells of, by the beginnings of their pointers; the first
  /// that fits counts.
  private var places: [(source: String, target: String?)] = []

  /// Where a pointer of the original form (`/indicators/3/target`) leads to in the new one; `nil`
  /// where the value has gone.
  public func pointer(for original: String) -> String? {
    for (source, target) in places {
      guard let rest = original.below(source) else { continue }
      return target.map { $0 + rest }
    }
    for fate in fates {
      guard let source = fate.source, let rest = original.below(source) else { continue }
      return fate.target.map { $0 + rest }
    }
    return original
  }

  /// Says where a value, and all below it, is now; `nil` where it has gone.
  mutating func move(_ source: String, to target: String?) {
    places.append((source, target))
  }
}

extension String {
  /// What follows a pointer in one that is equal to it or leads below it; a pointer that ends in
  /// `/` stands only for what is below.
  fileprivate func below(_ pointer: String) -> Substring? {
    guard hasPrefix(pointer) else { return nil }
    let rest = self[pointer.endIndex...]
    return rest.isEmpty || rest.first == "/" || pointer.last == "/" ? rest : nil
  }
}

/// Why a form cannot be brought into a layout.
public enum NormalizationError: Error, Sendable, Hashable {
  /// No layout has this identifier.
  case unknownLayout(String)
  /// There is no mapping from the form's layout, and the form does not carry what the layout needs.
  case noMapping(from: String, to: String)
  /// The layout is for forms of another kind.
  case otherKind(from: String, to: String)
  /// A supplied value is for a label the layout does not have.
  case unknownLabel(String, layout: String)

  /// What is wrong, and what to do.
  public var message: LocalizedText {
    switch self {
    case .unknownLayout(let id):
      LocalizedText(
        en: "no layout '\(id)'; 'formconvert layouts' lists those there are",
        zh: "没有版式「\(id)」；用 formconvert layouts 查看已有的版式")
    case .noMapping(let source, let target):
      LocalizedText(
        en: """
          a form of layout '\(source)' cannot become one of '\(target)': there is no mapping, and \
          the form carries nothing of that layout
          """,
        zh: "版式「\(source)」的表不能转成「\(target)」：没有对应关系，表里也没有带着该版式的原信息")
    case .otherKind(let source, let target):
      LocalizedText(
        en: """
          '\(source)' and '\(target)' are forms of different kinds: a self-evaluation is no \
          declaration of targets
          """,
        zh: "「\(source)」与「\(target)」是两种不同的表：自评表不能转成目标申报表")
    case .unknownLabel(let label, let layout):
      LocalizedText(
        en: "layout '\(layout)' has no field '\(label)'",
        zh: "版式「\(layout)」没有「\(label)」这一项")
    }
  }
}

/// A value that a person supplies for a field the source does not have.
public struct SuppliedValue: Sendable, Hashable {
  /// The field.
  public var key: FieldKey
  /// The value as it is to be printed.
  public var text: String

  /// Creates a value.
  public init(_ key: FieldKey, _ text: String) {
    self.key = key
    self.text = text
  }
}
