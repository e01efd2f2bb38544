internal import IR

/// The way back to the layout a form came from.
struct BackwardNormalization {
  private let form: Form
  private let carried: Carried
  private let mapping: PreparedMapping
  private var result: Normalization

  /// Gives the original of a form that carries it; what was edited since stays as edited.
  static func read(
    _ form: Form, _ carried: Carried, _ mapping: PreparedMapping
  ) -> Normalization {
    var normalization = BackwardNormalization(form, carried, mapping)
    normalization.addHead()
    normalization.addFields()
    normalization.addBlank()
    normalization.addIndicators()
    normalization.addEmptyLevels()
    normalization.addPlaces()
    return normalization.result
  }

  private init(_ form: Form, _ carried: Carried, _ mapping: PreparedMapping) {
    self.form = form
    self.carried = carried
    self.mapping = mapping
    result = Normalization(Form(kind: form.kind, layout: carried.layout))
  }

  private mutating func addHead() {
    let isEdited = form.title != nil && form.title != mapping.rules.title
    result.form.title = isEdited ? form.title : carried.title
    result.form.year = form.year
    result.form.further = form.further
    result.form.furtherTables = form.furtherTables
    result.form.unplaced = form.unplaced
    result.form.fundingUnit = form.fundingUnit
    result.form.components = carried.components
    result.form.fundingRows = carried.fundingRows
    result.form.total = carried.total
    if form.title != nil || carried.title != nil {
      result.fates.append(
        .init(
          kind: .reformatted, source: "/title", target: "/title", before: form.title,
          after: result.form.title))
    }
    for number in carried.components.indices {
      let pointer = "/funding/components/\(number)"
      result.fates.append(.init(kind: .mapped, source: "/carried" + pointer, target: pointer))
    }
  }

  // MARK: Fields

  private mutating func addFields() {
    for field in form.fields { add(field) }
    for field in carried.fields where result.form[field.key] == nil {
      result.form.set(field.key, field.value)
      result.fates.append(
        .init(
          kind: .mapped, source: "/carried" + field.key.pointer, target: field.key.pointer,
          before: field.value.text, after: field.value.text))
    }
  }

  private mutating func add(_ field: Field) {
    let pointer = field.key.pointer
    if carried.supplied.contains(pointer) { return drop(field) }
    guard let rule = mapping.rule(to: field.key) else {
      // The source has no such field: a person filled it in.
      return drop(field)
    }
    let value = original(of: field, rule)
    result.form.set(rule.source, value)
    result.fates.append(
      .init(
        kind: value.text == field.value.text ? .mapped : .reformatted, source: pointer,
        target: rule.source.pointer, before: field.value.text, after: value.text))
  }

  private mutating func drop(_ field: Field) {
    result.fates.append(
      .init(kind: .dropped, source: field.key.pointer, before: field.value.text))
    // The value is no longer there to point at.
    result.diagnostics.append(
      Diagnostic(
        .suppliedDropped, pointer: "",
        arguments: [
          .text("field", mapping.label(of: field.key)), .text("text", field.value.text),
        ]))
  }

  /// The value as it was printed where that still gives the current one; else the current one.
  private func original(of field: Field, _ rule: LayoutMapping.FieldRule) -> FieldValue {
    if rule.style == .tickedOption { return options(ticking: field.value.text, rule.source) }
    guard let text = carried.printedText(at: field.key.pointer) else { return field.value }
    let printed = FieldValue(reading: text, as: rule.source)
    return ValueStyles.value(printed, rule.style)?.text == field.value.text ? printed : field.value
  }

  /// The carried options with the one ticked that has a label; a new label is a new option.
  private func options(ticking label: String, _ key: FieldKey) -> FieldValue {
    let known = carried.fields.first { $0.key == key }?.value
    guard case .options(var options) = known else {
      return .options([Option(label: label, isChecked: true)])
    }
    if ValueStyles.value(.options(options), .tickedOption)?.text == label {
      return .options(options)
    }
    for index in options.indices { options[index].isChecked = options[index].label == label }
    if !options.contains(where: \.isChecked) {
      options.append(Option(label: label, isChecked: true))
    }
    return .options(options)
  }

  private mutating func addBlank() {
    result.form.blank = carried.blank.filter { !result.form.hasValue(at: $0) }
    for pointer in form.blank {
      guard let key = FieldKey(rawValue: String(pointer.dropFirst())),
        let source = mapping.rule(to: key)?.source, !result.form.has(source),
        !result.form.blank.contains(source.pointer)
      else { continue }
      result.form.blank.append(source.pointer)
    }
  }

  // MARK: Indicators

  private mutating func addIndicators() {
    let originals = IndicatorOrigins.indicators(of: form, carried, mapping)
    let count = originals.count
    let isKnownOrder = carried.order.count == count && Set(carried.order).count == count
    let numbers =
      isKnownOrder
      ? carried.order
      : IndicatorOrder.restored(originals.map(\.levels), carried, mapping.levels)
    var restored = form.indicators.indices.map { (number: numbers[$0], place: $0, carriedAt: -1) }
    for (place, indicator) in carried.indicators.enumerated() {
      restored.append((indicator.index, -1, place))
    }
    restored.sort { ($0.number, $0.carriedAt) < ($1.number, $1.carriedAt) }
    for item in restored {
      if item.carriedAt >= 0 {
        append(
          carried.indicators[item.carriedAt].indicator,
          from: "/carried/indicators/\(item.carriedAt)", .mapped)
      } else {
        append(originals[item.place], from: "/indicators/\(item.place)", .reformatted)
      }
    }
  }

  private mutating func append(
    _ indicator: Indicator, from source: String, _ kind: Normalization.Fate.Kind
  ) {
    result.fates.append(
      .init(
        kind: kind, source: source, target: "/indicators/\(result.form.indicators.count)",
        after: indicator.summary))
    result.form.indicators.append(indicator)
  }

  private mutating func addEmptyLevels() {
    result.form.emptyLevels = carried.emptyLevels
    guard carried.emptyLevels.isEmpty else { return }
    result.form.emptyLevels = form.emptyLevels.map {
      EmptyLevel(mapping.levels.restored($0.levels) ?? $0.levels)
    }
  }
}

// MARK: Pointers

extension BackwardNormalization {
  /// Where pointers into what was carried lead to, besides the fates.
  fileprivate mutating func addPlaces() {
    result.move("/carried/title", to: "/title")
    result.move("/carried/layout", to: "/layout")
    for field in carried.fields {
      result.move("/carried" + field.key.pointer, to: field.key.pointer)
    }
    for pointer in ["/funding/components", "/funding/rows", "/total", "/emptyLevels"] {
      result.move("/carried" + pointer, to: pointer)
    }
    if !carried.emptyLevels.isEmpty { result.move("/emptyLevels", to: nil) }
    for number in carried.indicators.indices {
      result.move("/carried/indicators/\(number)/index", to: nil)
    }
    for value in carried.printed {
      let token = value.pointer.replacing("~", with: "~0").replacing("/", with: "~1")
      result.move("/carried/printed/" + token, to: result.pointer(for: value.pointer))
    }
    result.move("/carried", to: nil)
  }
}

extension Form {
  /// Whether the field a pointer names has a value.
  fileprivate func hasValue(at pointer: String) -> Bool {
    FieldKey(rawValue: String(pointer.dropFirst())).map(has) ?? false
  }
}
