internal import IR

/// Every label of a set of layouts, found by its key: the text without white space, with
/// full-width forms folded.
///
/// A class, because every form refers to it on every thread: as a value, each of its lists would
/// have its references counted with every copy.
final class Vocabulary: Sendable {
  /// The number of a label; it fits the tokens of a grid.
  typealias LabelID = Int16

  /// The layouts, in the order meanings are numbered by.
  let layouts: [Layout]
  private let list: LabelList
  /// What the layouts use labels for, the labels of these uses, and where the uses of each layout stand.
  private let uses: [LabelUse]
  private let usedLabels: [LabelID]
  private let usesOfLayouts: [Range<Int>]
  /// What rows are told by of each label, by the number of the layout, and in any of them.
  let facts: [[LabelFacts]]
  private let factsOfAnyLayout: [LabelFacts]
  /// What texts of a form are compared with, by the number of the layout.
  private let readings: [Lazy<LayoutLabels>]
  /// The titles each layout names, by its number.
  private let titles: [[[UInt8]]]
  /// Those of them that are not told by their words.
  private let unusualTitles: [[UInt8]]
  /// The most bytes a key of a label has.
  let longestKey: Int

  /// However short all labels are, the pointers of an appendix have keys.
  private static let leastLongestKey = 32

  /// Collects the labels of layouts.
  init(_ layouts: [Layout]) {
    self.layouts = layouts
    titles = layouts.map { $0.titles.map(LabelKey.key(of:)) }
    unusualTitles = titles.joined().filter { !$0.isEmpty && !TitleRule.isTitle($0[...]) }
    var collector = LabelUseCollector()
    usesOfLayouts = layouts.map { collector.add($0) }
    let (list, uses, labels) = (collector.list, collector.uses, collector.labels)
    let count = list.labels.count
    self.list = list
    self.uses = uses
    usedLabels = labels
    longestKey = max(Self.leastLongestKey, list.longestKey)
    facts = usesOfLayouts.map { LabelUse.facts(of: uses[$0], labels, labelCount: count) }
    factsOfAnyLayout = facts.reduce(into: Array(repeating: [], count: count)) { any, facts in
      for label in facts.indices { any[label].formUnion(facts[label]) }
    }
    readings = layouts.map { _ in Lazy() }
  }

  /// The labels, by their numbers.
  var labels: [LabelList.Label] { list.labels }

  /// What the texts of a form of a layout are compared with; made when the first one is read.
  func labels(of layout: Int) -> LayoutLabels {
    readings[layout].value {
      let uses = uses[usesOfLayouts[layout]]
      let meanings = LabelMeanings(uses, usedLabels, labelCount: labels.count)
      return LayoutLabels(list, meanings, facts[layout], layouts[layout].taxonomy)
    }
  }

  /// Whether a key is a form's title: by its words, or because a layout names it.
  func isTitle(_ key: ArraySlice<UInt8>) -> Bool {
    if TitleRule.isTitle(key) { return true }
    return !unusualTitles.isEmpty && Self.contains(unusualTitles, TitleRule.core(key))
  }

  /// Whether a layout names a title.
  func isTitle(_ key: ArraySlice<UInt8>, of layout: Int) -> Bool {
    Self.contains(titles[layout], TitleRule.core(key))
  }

  private static func contains(_ titles: [[UInt8]], _ title: ArraySlice<UInt8>) -> Bool {
    titles.contains { $0[...] == title }
  }

  /// What a label stands for in a layout.
  func meanings(_ label: LabelID, in layout: Int) -> ArraySlice<Meaning> {
    label < 0 ? [] : labels(of: layout).meanings[label]
  }

  /// What a label stands for in one layout or another.
  func meanings(ofAnyLayout label: LabelID) -> [Meaning] {
    layouts.indices.flatMap { meanings(label, in: $0) }
  }

  /// What rows are told by of a label in one layout or another.
  func facts(ofAnyLayout label: LabelID) -> LabelFacts {
    label < 0 ? [] : factsOfAnyLayout[Int(label)]
  }

  /// Whether a label is what a layout itself prints.
  func isOwnWording(_ label: Int, of layout: Int) -> Bool {
    facts[layout][label].contains(.ownWording)
  }

  /// The label with a key, or -1.
  func find(_ key: Span<UInt8>) -> LabelID {
    guard key.count > 0, key.count <= longestKey else { return -1 }
    let label = list.find(key)
    // Nearly all texts begin and end with other bytes than U+4E13 and U+8BA1.
    guard label < 0, key[0] == 0xE4 || key[key.count - 1] == 0xA1 else { return label }
    return reworded(key)
  }

  /// The label that a key says in other words: many offices print 专项 wherever others have 项目 (专项负责人), or
  /// that money is the sum of what stands below it (财政拨款小计).
  private func reworded(_ key: Span<UInt8>) -> LabelID {
    if let length = Self.fund.prefixLength(of: key) {
      var project = Self.project
      project.append(copying: key.extracting(length...))
      return list.find(project.span)
    }
    guard Self.sum.containsSuffix(of: key) else { return -1 }
    let label = list.find(key.extracting(droppingLast: Self.sumLength))
    return facts(ofAnyLayout: label).contains(.aboveIndicators) ? label : -1
  }

  private static let fund = WordSet("专项")
  private static let project = Array("项目".utf8)
  private static let sum = WordSet("小计")
  private static let sumLength = "小计".utf8.count

  /// The label that a key begins with, before a colon; -1 where there is none.
  func head(of key: Span<UInt8>) -> LabelID {
    for index in key.indices where key[index] == UInt8(ascii: ":") {
      // A label may hold a colon itself: 其中：当年财政拨款：90.00.
      let label = find(key.extracting(..<index))
      if label >= 0 { return label }
    }
    return -1
  }

  /// Whether a text is one character from a label of a level in one layout or another.
  func isNearLevel(_ key: Span<UInt8>) -> Bool {
    layouts.indices.contains { !labels(of: $0).nearLevels.near(key).isEmpty }
  }
}
