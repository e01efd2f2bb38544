internal import IR

/// The way from a form's own layout to another.
struct ForwardNormalization {
  private let source: Form
  private let mapping: PreparedMapping
  private var result: Normalization
  private var carried: Carried

  /// Brings a form into the target of a mapping.
  static func read(_ form: Form, _ mapping: PreparedMapping) -> Normalization {
    var normalization = ForwardNormalization(form, mapping)
    normalization.addHead()
    normalization.addFields()
    normalization.addMoney()
    normalization.addIndicators()
    normalization.addEmptyLevels()
    normalization.addBlank()
    normalization.result.form.carried = normalization.carried
    return normalization.result
  }

  private init(_ form: Form, _ mapping: PreparedMapping) {
    source = form
    self.mapping = mapping
    carried = Carried(layout: form.layout)
    result = Normalization(Form(kind: mapping.kind, layout: mapping.rules.target))
  }

  private mutating func addHead() {
    result.form.title = mapping.rules.title
    result.form.year = source.year
    result.form.further = source.further
    result.form.furtherTables = source.furtherTables
    result.form.unplaced = source.unplaced
    carried.title = source.title
    if let title = source.title {
      result.fates.append(
        .init(
          kind: .reformatted, source: "/title", target: "/title", before: title,
          after: mapping.rules.title))
    }
  }

  // MARK: Fields

  private mutating func addFields() {
    for field in source.fields { add(field) }
    for key in mapping.rules.absent where source[key] == nil || mapping.rule(to: key) == nil {
      guard result.form[key] == nil else { continue }
      result.form.blank.append(key.pointer)
      result.fates.append(.init(kind: .absent, target: key.pointer))
      report(.absentInSource, key.pointer, [.text("field", mapping.label(of: key))])
    }
  }

  private mutating func add(_ field: Field) {
    guard let rule = mapping.rule(from: field.key) else { return carry(field) }
    let pointer = rule.target.pointer
    guard let value = ValueStyles.reversible(field, rule) else {
      carry(field)
      result.form.blank.append(pointer)
      report(
        .optionUndecided, pointer,
        [.text("field", mapping.label(of: rule.target)), .text("text", field.value.text)])
      return
    }
    result.form.set(rule.target, value)
    // The boxes that are not ticked have no place.
    if rule.style == .tickedOption {
      carried.fields.append(field)
      result.move("\(field.key.pointer)/", to: "/carried\(field.key.pointer)/")
    }
    let before = field.value.text
    let after = value.text
    let isSame = before == after
    if !isSame, rule.style != .tickedOption {
      carried.printed.append(PrintedValue(pointer: pointer, text: before))
    }
    result.fates.append(
      .init(
        kind: isSame ? .mapped : .reformatted, source: field.key.pointer, target: pointer,
        before: before, after: after))
    reportStyle(rule, before, after, field.value)
  }

  private mutating func carry(_ field: Field) {
    carried.fields.append(field)
    result.fates.append(
      .init(
        kind: .carried, source: field.key.pointer, target: "/carried" + field.key.pointer,
        before: field.value.text))
  }

  private mutating func reportStyle(
    _ rule: LayoutMapping.FieldRule, _ before: String, _ after: String, _ value: FieldValue
  ) {
    guard before != after else { return }
    switch (rule.style, value) {
    case (.firstDay, .date(let date)), (.lastDay, .date(let date)):
      guard let iso = date.date, iso.utf8.count < 10 else { return }
      report(.dateCompleted, rule.target.pointer, before: before, after: after)
    case (.withoutStamp, _):
      report(.stampCarried, rule.target.pointer, before: before, after: after)
    default: break
    }
  }

  private mutating func addMoney() {
    result.form.fundingUnit = source.fundingUnit
    carried.components = source.components
    carried.fundingRows = source.fundingRows
    carried.total = source.total
    for pointer in ["/funding/components", "/funding/rows", "/total"] {
      result.move(pointer, to: "/carried" + pointer)
    }
    for (number, component) in source.components.enumerated() {
      let pointer = "/funding/components/\(number)"
      result.fates.append(
        .init(
          kind: .carried, source: pointer, target: "/carried" + pointer,
          before: [component.name, component.amount?.text].compactMap(\.self)
            .joined(separator: " ")))
    }
  }

  /// The labels that are printed without a value; those without a place are carried.
  private mutating func addBlank() {
    for pointer in source.blank {
      let key = FieldKey(rawValue: String(pointer.dropFirst()))
      if let key, let rule = mapping.rule(from: key) {
        result.form.blank.append(rule.target.pointer)
        result.fates.append(.init(kind: .mapped, source: pointer, target: rule.target.pointer))
      } else {
        carried.blank.append(pointer)
        result.fates.append(.init(kind: .carried, source: pointer, target: "/carried/blank"))
      }
    }
    var seen: Set<String> = []
    result.form.blank.removeAll { !seen.insert($0).inserted }
  }

  // MARK: Indicators

  private mutating func addIndicators() {
    var mapped: [(number: Int, indicator: Indicator)] = []
    for (number, indicator) in source.indicators.enumerated() {
      if let levels = mapping.levels.translated(indicator.levels) {
        var translated = indicator
        translated.levels = levels
        mapped.append((number, translated))
      } else {
        carry(indicator, number)
      }
    }
    // The sort is stable: indicators of one level keep their order.
    mapped.sort {
      mapping.levels.placeInTarget($0.indicator.levels)
        < mapping.levels.placeInTarget($1.indicator.levels)
    }
    for (number, indicator) in mapped { add(indicator, number) }
    addUntold(mapped.map(\.number))
    let levels = mapped.map { source.indicators[$0.number].levels }
    let numbers = mapped.map(\.number)
    let isTold = IndicatorOrder.restored(levels, carried, mapping.levels) == numbers
    carried.order = isTold ? [] : numbers
  }

  private mutating func add(_ indicator: Indicator, _ number: Int) {
    let original = source.indicators[number]
    let place = result.form.indicators.count
    let pointer = "/indicators/\(place)"
    var printed = indicator
    if let target = indicator.target {
      let styled = ValueStyles.reversible(target, mapping.rules.targets)
      printed.target = styled
      if styled != target {
        carried.printed.append(PrintedValue(pointer: pointer + "/target", text: target.text))
      }
      if target.number != nil, target.relation == nil, mapping.rules.targets != .asPrinted {
        report(.relationAbsent, pointer + "/target", [.text("target", styled.text)])
      }
    }
    if indicator.name == nil { report(.nameAbsent, pointer) }
    result.form.indicators.append(printed)
    result.fates.append(
      .init(
        kind: printed == original ? .mapped : .reformatted, source: "/indicators/\(number)",
        target: pointer, before: original.summary, after: printed.summary))
  }

  /// Records what was printed of the indicators whose new texts do not tell it: levels that the
  /// way back would take for others, and targets that are now the same as others.
  ///
  /// All indicators of such a text are recorded, with their names: so each is known even when
  /// others have been added or taken away.
  private mutating func addUntold(_ numbers: [Int]) {
    let originals = numbers.map { source.indicators[$0] }
    let pairs = Array(zip(result.form.indicators, originals))
    let levels = Set(
      pairs.filter { mapping.levels.restored($0.levels) != $1.levels }.map(\.0.levels))
    var texts: [String: Set<String>] = [:]
    for (new, original) in pairs {
      if let text = new.target?.text {
        texts[text, default: []].insert(original.target?.text ?? "")
      }
    }
    for (place, (new, original)) in pairs.enumerated() {
      let isUntoldLevel = levels.contains(new.levels)
      let isUntoldTarget = new.target.map { (texts[$0.text]?.count ?? 0) > 1 } ?? false
      if isUntoldLevel {
        record(original.level1, "level1", place)
        record(original.level2, "level2", place)
      }
      if isUntoldTarget, new.target == original.target {
        record(original.target?.text, "target", place)
      }
      if isUntoldLevel || isUntoldTarget { record(original.name, "name", place) }
    }
  }

  private mutating func record(_ text: String?, _ key: String, _ place: Int) {
    guard let text else { return }
    carried.printed.append(PrintedValue(pointer: "/indicators/\(place)/\(key)", text: text))
  }

  private mutating func carry(_ indicator: Indicator, _ number: Int) {
    let pointer = "/carried/indicators/\(carried.indicators.count)"
    carried.indicators.append(CarriedIndicator(index: number, indicator: indicator))
    result.fates.append(
      .init(
        kind: .carried, source: "/indicators/\(number)", target: pointer,
        before: indicator.summary))
    if indicator.level1 == nil || indicator.level2 == nil {
      report(.levelAbsent, pointer)
    } else {
      report(
        .indicatorCarried, pointer,
        [
          .text("name", indicator.name ?? indicator.target?.text ?? ""),
          .text(
            "level",
            [indicator.level1, indicator.level2].compactMap(\.self).joined(separator: " / ")),
        ])
    }
  }

  /// The levels without an indicator: those that are empty in the target too.
  private mutating func addEmptyLevels() {
    var used = Set(result.form.indicators.map(\.levels))
    for empty in source.emptyLevels {
      guard let levels = mapping.levels.translated(empty.levels), used.insert(levels).inserted
      else { continue }
      result.form.emptyLevels.append(EmptyLevel(levels))
    }
    result.form.emptyLevels.sort {
      mapping.levels.placeInTarget($0.levels) < mapping.levels.placeInTarget($1.levels)
    }
    let restored = result.form.emptyLevels.compactMap { mapping.levels.restored($0.levels) }
    if restored.map(EmptyLevel.init) != source.emptyLevels {
      carried.emptyLevels = source.emptyLevels
      result.move("/emptyLevels", to: "/carried/emptyLevels")
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ pointer: String, _ arguments: [Diagnostic.Argument] = [],
    before: String? = nil, after: String? = nil
  ) {
    result.diagnostics.append(
      Diagnostic(code, pointer: pointer, arguments: arguments, before: before, after: after))
  }
}

extension Indicator {
  /// The indicator in one line, for reports.
  var summary: String {
    [level1, level2, name, target?.text].compactMap(\.self).joined(separator: " / ")
  }
}
