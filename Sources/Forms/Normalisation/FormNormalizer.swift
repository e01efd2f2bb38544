public import IR

/// Brings forms of one layout into another, exactly and reversibly.
///
/// What has no place in the other layout is carried; the way back gives the original form, edits
/// of the new form kept.
public struct FormNormalizer: Sendable {
  private let layouts: LayoutSet
  private let mappings: [PreparedMapping]

  /// Creates a normaliser for layouts and the mappings between them.
  public init(
    layouts: LayoutSet = .builtIn, mappings: [LayoutMapping] = LayoutMapping.builtIn
  ) {
    self.layouts = layouts
    self.mappings = mappings.compactMap { mapping in
      guard let source = layouts[mapping.source], let target = layouts[mapping.target] else {
        return nil
      }
      return PreparedMapping(mapping, from: source, to: target)
    }
  }

  /// Brings a form into a layout.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - layout: The identifier of the layout to bring it into.
  ///   - index: The number of the form in its document, for pointers of diagnostics.
  ///   - supplied: Values for fields that are empty in the new form.
  /// - Throws: ``NormalizationError`` when there is no way from one layout to the other.
  public func normalize(
    _ form: Form, to layout: String, index: Int = 0, supplied: [SuppliedValue] = []
  ) throws(NormalizationError) -> Normalization {
    guard let target = layouts[layout] else { throw .unknownLayout(layout) }
    guard target.kind == form.kind else { throw .otherKind(from: form.layout, to: layout) }
    var result = try converted(form, to: layout)
    for value in supplied { result.supply(value) }
    result.form.sortFields()
    result.form.sortBlank()
    for number in result.diagnostics.indices {
      result.diagnostics[number].pointer = result.diagnostics[number].pointer.map {
        "/forms/\(index)\($0)"
      }
    }
    return result
  }

  private func converted(
    _ form: Form, to layout: String
  ) throws(NormalizationError) -> Normalization {
    if form.layout == layout { return Normalization(form) }
    if let carried = form.carried {
      guard carried.layout == layout, let mapping = mapping(from: layout, to: form.layout) else {
        throw .noMapping(from: form.layout, to: layout)
      }
      return BackwardNormalization.read(form, carried, mapping)
    }
    guard let mapping = mapping(from: form.layout, to: layout) else {
      throw .noMapping(from: form.layout, to: layout)
    }
    return ForwardNormalization.read(form, mapping)
  }

  private func mapping(from source: String, to target: String) -> PreparedMapping? {
    mappings.first { $0.rules.source == source && $0.rules.target == target }
  }

  /// The field of a layout that a label stands for.
  ///
  /// - Throws: ``NormalizationError/unknownLabel(_:layout:)``.
  public func field(labelled label: String, in layout: String) throws(NormalizationError)
    -> FieldKey
  {
    guard let target = layouts[layout] else { throw .unknownLayout(layout) }
    let key = LabelKey.key(of: label)
    for field in target.fields where field.labels.contains(where: { LabelKey.key(of: $0) == key }) {
      return field.key
    }
    throw .unknownLabel(label, layout: layout)
  }
}

/// A mapping with its levels looked up.
struct PreparedMapping: Sendable {
  let rules: LayoutMapping
  let levels: LevelTranslation
  /// The kind of forms it is for.
  let kind: Form.Kind
  /// The labels of the target's fields, for messages.
  private let labels: [FieldKey: String]

  init(_ mapping: LayoutMapping, from source: Layout, to target: Layout) {
    rules = mapping
    kind = target.kind
    levels = LevelTranslation(mapping.levels, from: source.taxonomy, to: target.taxonomy)
    labels = Dictionary(
      target.fields.map { ($0.key, $0.labels.first ?? $0.key.rawValue) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the target calls a field.
  func label(of key: FieldKey) -> String { labels[key] ?? key.rawValue }

  /// The rule for a field of the source.
  func rule(from key: FieldKey) -> LayoutMapping.FieldRule? {
    rules.fields.first { $0.source == key }
  }

  /// The rule for a field of the target.
  func rule(to key: FieldKey) -> LayoutMapping.FieldRule? {
    rules.fields.first { $0.target == key }
  }
}

extension FieldKey {
  /// The JSON pointer from the form.
  var pointer: String { "/" + rawValue }
}

extension FieldValue {
  /// The value as one text.
  var text: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .options(let options):
      options.map { ($0.isChecked ? "☑" : "☐") + $0.label }.joined(separator: " ")
    }
  }

  /// Reads a text as the value of a field.
  init(reading text: String, as key: FieldKey) {
    switch key.kind {
    case .date: self = .date(DateReading(reading: text.utf8Span.span))
    case .amount: self = .amount(Amount(reading: text.utf8Span.span))
    case .text, .prose, .options: self = .text(text)
    }
  }
}

extension Form {
  /// Sets a field that has no value yet.
  mutating func set(_ key: FieldKey, _ value: FieldValue) {
    fields.append(Field(key, value))
    blank.removeAll { $0 == key.pointer }
  }
}
