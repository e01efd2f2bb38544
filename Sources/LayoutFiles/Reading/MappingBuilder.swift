internal import Forms
internal import IR

/// A mapping of a file.
struct FileMapping {
  var mapping: LayoutMapping
  /// Where it begins.
  var position: LineTable.Position
  /// Whether it takes the place of a built-in mapping.
  var replaces: Bool
}

/// Makes a mapping of what a file says, and compares it with the layouts it is for.
struct MappingBuilder {
  private let source: ShapedValue
  /// Both layouts, as far as they are known.
  private let from: KnownLayout?
  private let to: KnownLayout?
  private var problems: ProblemList

  /// A layout of a mapping.
  struct KnownLayout {
    var layout: Layout
    /// Whether nothing of it was left out.
    var isWhole = true
  }

  /// The mapping a value describes; what is wrong with it is told.
  static func mapping(
    _ source: ShapedValue, layouts: [String: KnownLayout], _ problems: inout ProblemList
  ) -> FileMapping {
    var builder = MappingBuilder(source, layouts: layouts, problems)
    builder.checkEnds(among: layouts.keys.sorted())
    let mapping = LayoutMapping(
      from: source["from"]?.text ?? "", to: source["to"]?.text ?? "",
      title: source["title"]?.text ?? "", fields: builder.fields(), absent: builder.absent(),
      levels: builder.levels(),
      targets: Words<LayoutMapping.TargetStyle>.targetStyles[source["targets"]] ?? .asPrinted)
    problems = builder.problems
    return FileMapping(
      mapping: mapping, position: source.position, replaces: source["replaces"].flag)
  }

  private init(
    _ source: ShapedValue, layouts: [String: KnownLayout], _ problems: ProblemList
  ) {
    self.source = source
    from = source["from"].flatMap { layouts[$0.text] }
    to = source["to"].flatMap { layouts[$0.text] }
    self.problems = problems
  }

  private mutating func checkEnds(among known: [String]) {
    for end in [source["from"], source["to"]] {
      guard let end, !known.contains(end.text) else { continue }
      let question = Suggestion.question(Suggestion.word(meantBy: end.text, among: known))
      problems.add(
        end.position,
        en: "unknown layout '\(end.text)'\(question.english); "
          + "known are \(ShapeReader.listed(known, or: "and"))",
        zh: "不认识版式「\(end.text)」\(question.chinese)；已有：\(known.joined(separator: "、"))")
    }
    guard let from, let to, let place = source["to"]?.position else { return }
    if from.layout.id == to.layout.id {
      problems.add(
        place, en: "'from' and 'to' name the same layout", zh: "from 和 to 是同一个版式")
    }
    if from.layout.kind != to.layout.kind {
      let kinds = [from, to].map { $0.layout.kind.rawValue }
      problems.add(
        place,
        en: "'\(from.layout.id)' is a \(kinds[0]) and '\(to.layout.id)' a \(kinds[1]); "
          + "forms of one kind never become forms of the other",
        zh: "「\(from.layout.id)」是 \(kinds[0])，「\(to.layout.id)」是 \(kinds[1])；两类表不能互转")
    }
  }

  // MARK: Fields

  private mutating func fields() -> [LayoutMapping.FieldRule] {
    var sources: [String: LineTable.Position] = [:]
    var targets: [String: LineTable.Position] = [:]
    return source["fields"].items.compactMap { item in
      guard let fromName = item["from"], let toName = item["to"],
        let from = Words<FieldKey>.fields[fromName], let to = Words<FieldKey>.fields[toName]
      else { return nil }
      checkField(fromName, from, in: self.from, &sources)
      checkField(toName, to, in: self.to, &targets)
      let style = Words<LayoutMapping.FieldStyle>.fieldStyles[item["style"]] ?? .asPrinted
      check(style, from: from, to: to, at: item["style"]?.position ?? toName.position)
      return LayoutMapping.FieldRule(from, to: to, style)
    }
  }

  private mutating func absent() -> [FieldKey] {
    var places: [String: LineTable.Position] = [:]
    return source["absent"].items.compactMap { item in
      guard let key = Words<FieldKey>.fields[item] else { return nil }
      checkField(item, key, in: to, &places)
      return key
    }
  }

  /// A field stands once on each side, and its layout has it.
  private mutating func checkField(
    _ name: ShapedValue, _ key: FieldKey, in known: KnownLayout?,
    _ places: inout [String: LineTable.Position]
  ) {
    if let first = places[name.text] {
      problems.addRepetition(of: name.text, at: name.position, first: first)
    }
    places[name.text] = places[name.text] ?? name.position
    guard let known, known.isWhole, !known.layout.fields.contains(where: { $0.key == key }) else {
      return
    }
    let listed = known.layout.fields.map(\.key.rawValue)
    problems.add(
      name.position,
      en: "layout '\(known.layout.id)' has no field '\(name.text)'; "
        + "it has \(ShapeReader.listed(listed, or: "and"))",
      zh: "版式「\(known.layout.id)」没有栏目「\(name.text)」；有：\(listed.joined(separator: "、"))")
  }

  /// What a style makes of a value must be what the other field holds.
  private mutating func check(
    _ style: LayoutMapping.FieldStyle, from: FieldKey, to: FieldKey, at place: LineTable.Position
  ) {
    let ends = (Self.content(of: from), Self.content(of: to))
    let takes: [(Content, Content)] =
      switch style {
      case .asPrinted: Content.allCases.map { ($0, $0) }
      case .firstDay, .lastDay: [(.date, .date)]
      case .groupedAmount: [(.amount, .amount)]
      case .tickedOption: [(.options, .text)]
      case .withoutStamp: [(.text, .text)]
      }
    guard !takes.contains(where: { $0 == ends }) else { return }
    problems.add(
      place,
      en: "style '\(style.rawValue)' cannot make \(ends.1.title.english) ('\(to.rawValue)') "
        + "of \(ends.0.title.english) ('\(from.rawValue)')",
      zh: "写法「\(style.rawValue)」不能把\(ends.0.title.chinese)（\(from.rawValue)）"
        + "变成\(ends.1.title.chinese)（\(to.rawValue)）")
  }

  /// What a field holds.
  private enum Content: CaseIterable {
    case text, date, amount, options

    var title: LocalizedText {
      switch self {
      case .text: LocalizedText(en: "a text", zh: "文字")
      case .date: LocalizedText(en: "a date", zh: "日期")
      case .amount: LocalizedText(en: "an amount", zh: "金额")
      case .options: LocalizedText(en: "options", zh: "勾选项")
      }
    }
  }

  private static func content(of key: FieldKey) -> Content {
    switch key.kind {
    case .text, .prose: .text
    case .date: .date
    case .amount: .amount
    case .options: .options
    }
  }

  // MARK: Levels

  private mutating func levels() -> [LayoutMapping.LevelRule]? {
    guard let list = source["levels"] else {
      checkSameLevels()
      return nil
    }
    var places: [[UInt8]: LineTable.Position] = [:]
    return list.items.compactMap { item in
      guard let fromPair = item["from"], let toPair = item["to"],
        let from = Self.levels(fromPair), let to = Self.levels(toPair)
      else { return nil }
      checkLevels(fromPair, from, in: self.from)
      checkLevels(toPair, to, in: self.to)
      let key = LabelKey.key(of: from.level1) + [0] + LabelKey.key(of: from.level2)
      if let first = places[key] {
        problems.add(
          fromPair.position,
          en: "a rule for these levels is in line \(first.line) already",
          zh: "第 \(first.line) 行已有这两级的规则")
      }
      places[key] = places[key] ?? fromPair.position
      return LayoutMapping.LevelRule(from, to: to)
    }
  }

  private static func levels(_ pair: ShapedValue) -> LayoutMapping.Levels? {
    guard pair.items.count == 2 else { return nil }
    return LayoutMapping.Levels(pair.items[0].text, pair.items[1].text)
  }

  /// The taxonomy of a layout has both labels, the second under the first.
  private mutating func checkLevels(
    _ pair: ShapedValue, _ levels: LayoutMapping.Levels, in known: KnownLayout?
  ) {
    guard let known, known.isWhole else { return }
    let groups = known.layout.taxonomy.groups
    guard let group = groups.first(where: { $0.isCalled(levels.level1) }) else {
      tell(
        levels.level1, at: pair.items[0].position, of: known.layout.id,
        groups.map(\.label))
      return
    }
    guard !group.classes.contains(where: { $0.isCalled(levels.level2) }) else { return }
    tell(
      levels.level2, at: pair.items[1].position, of: known.layout.id, group.classes.map(\.label),
      under: group.label)
  }

  private mutating func tell(
    _ label: String, at place: LineTable.Position, of id: String, _ known: [String],
    under group: String? = nil
  ) {
    let question = Suggestion.question(Suggestion.word(meantBy: label, among: known))
    let container = group.map {
      LocalizedText(en: "under '\($0)' of layout '\(id)'", zh: "版式「\(id)」的「\($0)」下")
    }
    let subject = container ?? LocalizedText(en: "of layout '\(id)'", zh: "版式「\(id)」")
    problems.add(
      place,
      en: "unknown level '\(label)' \(subject.english)\(question.english); "
        + "known are \(ShapeReader.listed(known, or: "and"))",
      zh: "\(subject.chinese)没有级别「\(label)」\(question.chinese)；"
        + "有：\(known.joined(separator: "、"))")
  }

  /// Without rules for levels, the target must have every level of the source.
  private mutating func checkSameLevels() {
    guard let from, let to, from.isWhole, to.isWhole else { return }
    for group in from.layout.taxonomy.groups {
      for level2 in group.classes where !to.layout.taxonomy.has(group.label, level2.label) {
        problems.add(
          source.position,
          en: "key 'levels' is missing: layout '\(to.layout.id)' has no '\(level2.label)' "
            + "under '\(group.label)' as '\(from.layout.id)' has",
          zh: "缺少键「levels」：版式「\(from.layout.id)」的「\(group.label)」下有"
            + "「\(level2.label)」，而版式「\(to.layout.id)」没有")
        return
      }
    }
  }
}

extension Taxonomy {
  /// Whether it has a level-2 label under a level-1 label.
  func has(_ level1: String, _ level2: String) -> Bool {
    groups.contains { group in
      group.isCalled(level1) && group.classes.contains { $0.isCalled(level2) }
    }
  }
}

extension Taxonomy.Group {
  /// Whether a label or synonym of it is a text.
  func isCalled(_ text: String) -> Bool { LabelKey.isAny(of: [label] + synonyms, text) }
}

extension Taxonomy.Class {
  /// Whether a label or synonym of it is a text.
  func isCalled(_ text: String) -> Bool { LabelKey.isAny(of: [label] + synonyms, text) }
}

extension LabelKey {
  /// Whether a text is one of several labels.
  fileprivate static func isAny(of labels: [String], _ text: String) -> Bool {
    let key = key(of: text)
    return labels.contains { self.key(of: $0) == key }
  }
}
