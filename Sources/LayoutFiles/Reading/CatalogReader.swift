internal import Forms
internal import IR

/// Reads layout files together: what one of them says may be about what another one says.
struct CatalogReader {
  /// The problems of each file.
  private(set) var problems: [ProblemList]
  /// The layouts of all files, then the built-in ones they leave in place.
  private(set) var layouts: [Layout] = []
  /// The mappings of all files, then the built-in ones they leave in place.
  private(set) var mappings: [LayoutMapping] = []
  private(set) var ownLayoutCount = 0
  private(set) var ownMappingCount = 0

  private var values: [ShapedValue?]
  private var known: [String: MappingBuilder.KnownLayout] = [:]
  /// Where the built-in layouts are replaced: the number of the file, and the place in it.
  private var replaced: [String: (file: Int, position: LineTable.Position)] = [:]

  /// Reads the values of files.
  init(_ files: [LayoutFile]) {
    problems = files.map { ProblemList(file: $0.name) }
    values = []
    for (number, file) in files.enumerated() {
      guard number < LayoutFileLimits.files else {
        problems[number].add(
          nil, en: "more than \(LayoutFileLimits.files) layout files",
          zh: "版式文件超过 \(LayoutFileLimits.files) 个")
        values.append(nil)
        continue
      }
      values.append(Self.read(file, &problems[number]))
    }
  }

  private static func read(_ file: LayoutFile, _ problems: inout ProblemList) -> ShapedValue? {
    guard file.bytes.count <= LayoutFileLimits.bytes else {
      problems.add(
        nil, en: "more than \(LayoutFileLimits.bytes) bytes; a layout takes a few thousand",
        zh: "超过 \(LayoutFileLimits.bytes) 字节；一个版式只要几千字节")
      return nil
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: file.bytes.span)
    } catch {
      let offset = UInt32(clamping: error.byteOffsets.lowerBound)
      problems.add(
        LineTable(file.bytes).position(at: offset, in: file.bytes),
        en: "not UTF-8; save the file as UTF-8", zh: "不是 UTF-8 编码；请另存为 UTF-8")
      return nil
    }
    guard let node = YAMLTreeReader.read(file.bytes, &problems) else { return nil }
    var reader = ShapeReader(problems: problems)
    let value = reader.read(node, as: .object(LayoutShapes.file))
    problems = reader.problems
    if let value, problems.isEmpty, value["layouts"].items.isEmpty, value["mappings"].items.isEmpty
    {
      problems.add(
        value.position, en: "no layout and no mapping; expected 'layouts' or 'mappings'",
        zh: "没有版式，也没有映射；应有 layouts 或 mappings")
    }
    return value
  }

  // MARK: Layouts

  /// Reads the layouts of all files, and finds which built-in ones remain.
  mutating func readLayouts() {
    var places: [String: (file: Int, position: LineTable.Position)] = [:]
    for (file, value) in values.enumerated() {
      for source in (value?["layouts"]).items {
        let read = LayoutBuilder.layout(source, &problems[file])
        guard !read.layout.id.isEmpty else { continue }
        if let first = places[read.layout.id] {
          tellDuplicate(
            of: "layout '\(read.layout.id)'", "版式「\(read.layout.id)」", file, read.position, first)
          continue
        }
        places[read.layout.id] = (file, read.position)
        checkReplacement(read, file)
        layouts.append(read.layout)
        known[read.layout.id] = .init(layout: read.layout, isWhole: read.isWhole)
      }
    }
    ownLayoutCount = layouts.count
    layouts += Layout.builtIn.filter { known[$0.id] == nil }
    for layout in layouts where known[layout.id] == nil { known[layout.id] = .init(layout: layout) }
    checkSize()
  }

  /// A built-in layout is replaced only on purpose.
  private mutating func checkReplacement(_ read: FileLayout, _ file: Int) {
    let id = read.layout.id
    let isBuiltIn = Layout.builtIn.contains { $0.id == id }
    if isBuiltIn, !read.replaces {
      problems[file].add(
        read.position,
        en: "'\(id)' is a built-in layout; choose another id, or say 'replaces: true'",
        zh: "「\(id)」是内置版式；请换一个 id，或写 replaces: true")
    } else if !isBuiltIn, read.replaces {
      let listed = Layout.builtIn.map(\.id)
      problems[file].add(
        read.replacesPosition,
        en: "no built-in layout '\(id)' to replace; take 'replaces' out, "
          + "or give an id of \(ShapeReader.listed(listed, or: "or"))",
        zh: "没有内置版式「\(id)」可替换；请去掉 replaces，或把 id 写成 \(listed.joined(separator: "、")) 之一")
    }
    if isBuiltIn, read.replaces { replaced[id] = (file, read.position) }
  }

  private mutating func tellDuplicate(
    of english: String, _ chinese: String, _ file: Int, _ position: LineTable.Position,
    _ first: (file: Int, position: LineTable.Position)
  ) {
    let name = first.file == file ? nil : problems[first.file].file
    problems[file].add(
      position,
      en: "\(english) stands here again; the first is in line \(first.position.line)"
        + (name.map { " of \($0)" } ?? ""),
      zh: "\(chinese)重复；第一次在" + (name.map { "文件 \($0) 的" } ?? "")
        + "第 \(first.position.line) 行")
  }

  /// The recogniser compares every text with every label, and numbers them.
  private mutating func checkSize() {
    guard !problems.isEmpty else { return }
    if layouts.count > LayoutFileLimits.layouts {
      problems[0].add(
        nil, en: "\(layouts.count) layouts in all; at most \(LayoutFileLimits.layouts)",
        zh: "共有 \(layouts.count) 个版式；最多 \(LayoutFileLimits.layouts) 个")
    }
    let count = Set(layouts.flatMap(\.allLabels).map(LabelKey.key(of:))).count
    if count > LayoutFileLimits.labels {
      problems[0].add(
        nil, en: "\(count) different labels in all; at most \(LayoutFileLimits.labels)",
        zh: "共有 \(count) 个不同的标签；最多 \(LayoutFileLimits.labels) 个")
    }
  }

  // MARK: Mappings

  /// Reads the mappings of all files, and finds which built-in ones remain.
  mutating func readMappings() {
    var places: [String: (file: Int, position: LineTable.Position)] = [:]
    for (file, value) in values.enumerated() {
      for source in (value?["mappings"]).items {
        let read = MappingBuilder.mapping(source, layouts: known, &problems[file])
        let mapping = read.mapping
        guard !mapping.source.isEmpty, !mapping.target.isEmpty else { continue }
        let title = "\(mapping.source) → \(mapping.target)"
        if let first = places[title] {
          tellDuplicate(of: "mapping \(title)", "映射 \(title) ", file, read.position, first)
          continue
        }
        places[title] = (file, read.position)
        checkReplacement(read, title, file)
        mappings.append(mapping)
      }
    }
    ownMappingCount = mappings.count
    for mapping in LayoutMapping.builtIn {
      guard places["\(mapping.source) → \(mapping.target)"] == nil else { continue }
      checkFit(of: mapping)
      mappings.append(mapping)
    }
  }

  private mutating func checkReplacement(_ read: FileMapping, _ title: String, _ file: Int) {
    let isBuiltIn = LayoutMapping.builtIn.contains {
      $0.source == read.mapping.source && $0.target == read.mapping.target
    }
    if isBuiltIn, !read.replaces {
      problems[file].add(
        read.position,
        en: "there is a built-in mapping \(title); say 'replaces: true' to use this one instead",
        zh: "已有内置映射 \(title)；要改用这一个，请写 replaces: true")
    } else if !isBuiltIn, read.replaces {
      problems[file].add(
        read.position, en: "no built-in mapping \(title) to replace; take 'replaces' out",
        zh: "没有内置映射 \(title) 可替换；请去掉 replaces")
    }
  }

  /// A built-in mapping must fit the layouts that replace the ones it was made for.
  private mutating func checkFit(of mapping: LayoutMapping) {
    guard let place = replaced[mapping.source] ?? replaced[mapping.target],
      let source = known[mapping.source], let target = known[mapping.target],
      source.isWhole, target.isWhole,
      let missing = mapping.firstMisfit(from: source.layout, to: target.layout)
    else { return }
    problems[place.file].add(
      place.position,
      en: "the built-in mapping \(mapping.source) → \(mapping.target) needs '\(missing)', which "
        + "this layout does not have; add it, or a mapping with 'replaces: true'",
      zh: "内置映射 \(mapping.source) → \(mapping.target) 要用到「\(missing)」，而这个版式没有；"
        + "请补上，或写一个 replaces: true 的映射")
  }
}

extension Layout {
  /// Every label.
  fileprivate var allLabels: [String] {
    var labels = fields.flatMap(\.labels) + captions + totals + columns.flatMap(\.labels)
    labels += (components?.name ?? []) + (components?.amount ?? [])
    labels += fundingTable?.allRows.flatMap(\.labels) ?? []
    labels += fundingTable?.columns.flatMap(\.labels) ?? []
    for group in taxonomy.groups {
      labels += [group.label] + group.synonyms
      labels += group.classes.flatMap { [$0.label] + $0.synonyms }
    }
    return labels
  }
}

extension LayoutMapping {
  /// The first field or level the mapping names that a layout does not have.
  fileprivate func firstMisfit(from source: Layout, to target: Layout) -> String? {
    for rule in fields {
      if !source.fields.contains(where: { $0.key == rule.source }) { return rule.source.rawValue }
      if !target.fields.contains(where: { $0.key == rule.target }) { return rule.target.rawValue }
    }
    for key in absent where !target.fields.contains(where: { $0.key == key }) {
      return key.rawValue
    }
    for rule in levels ?? [] {
      let ends = [(rule.source, source), (rule.target, target)]
      for (levels, layout) in ends where !layout.taxonomy.has(levels.level1, levels.level2) {
        return levels.level2
      }
    }
    guard levels == nil else { return nil }
    for group in source.taxonomy.groups {
      for level2 in group.classes where !target.taxonomy.has(group.label, level2.label) {
        return level2.label
      }
    }
    return nil
  }
}
