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
  /// The states of each layout's taxonomy.
  let states: [[LevelState]]
  /// The slots of each layout's taxonomy.
  let slots: [[LevelSlot]]
  private let list: LabelList
  /// What each label stands for, by the number of the layout.
  private let meanings: [LabelMeanings]
  /// What rows are told by of each label, by the number of the layout.
  let facts: [[LabelFacts]]
  /// What texts of a form are compared with, by the number of the layout.
  private let readings: [Lazy<LayoutLabels>]
  /// Which labels may be that of the project's name, or of another field of the project, in any layout.
  let isName: [Bool]
  let isProjectField: [Bool]
  /// Which labels may be merged down over the rows of a block of fields, in any layout.
  let isOfBlock: [Bool]
  /// Which labels may head a column of the indicators, in any layout.
  let isIndicatorHeader: [Bool]
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
    states = layouts.map(\.taxonomy.states)
    slots = layouts.map(\.taxonomy.slots)
    titles = layouts.map { $0.titles.map(LabelKey.key(of:)) }
    unusualTitles = titles.joined().filter { !$0.isEmpty && !TitleRule.isTitle($0[...]) }
    var list = LabelList()
    let uses = layouts.map { Self.addLabels(of: $0, to: &list) }
    self.list = list
    let labels = list.labels
    meanings = uses.map { LabelMeanings($0, labelCount: labels.count) }
    longestKey = max(Self.leastLongestKey, list.longestKey)
    let facts = meanings.map(\.facts)
    self.facts = facts
    readings = layouts.map { _ in Lazy() }
    var isName = [Bool](repeating: false, count: labels.count)
    var (isProjectField, isOfBlock, isIndicatorHeader) = (isName, isName, isName)
    for facts in facts {
      // Most labels are those of other layouts.
      for label in facts.indices where facts[label].isKnown {
        if facts[label].isName { isName[label] = true }
        if facts[label].isProjectField { isProjectField[label] = true }
        if facts[label].isOfBlock { isOfBlock[label] = true }
        if facts[label].headerCount > 0 { isIndicatorHeader[label] = true }
      }
    }
    self.isName = isName
    self.isProjectField = isProjectField
    self.isOfBlock = isOfBlock
    self.isIndicatorHeader = isIndicatorHeader
  }

  /// The labels, by their numbers.
  var labels: [LabelList.Label] { list.labels }

  /// What the texts of a form of a layout are compared with; made when the first one is read.
  func labels(of layout: Int) -> LayoutLabels {
    readings[layout].value { LayoutLabels(list, meanings[layout], slots[layout]) }
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
    label < 0 ? [] : meanings[layout][label]
  }

  /// What a label stands for in one layout or another.
  func meanings(ofAnyLayout label: LabelID) -> [Meaning] {
    layouts.indices.flatMap { meanings(label, in: $0) }
  }

  /// What rows are told by of a label in one layout or another.
  func facts(ofAnyLayout label: LabelID) -> LabelFacts {
    LabelFacts(meanings(ofAnyLayout: label)[...], isOwnWording: false)
  }

  /// Whether a label is what a layout itself prints.
  func isOwnWording(_ label: Int, of layout: Int) -> Bool { facts[layout][label].isOwnWording }

  /// The label with a key, or -1.
  func find(_ key: Span<UInt8>) -> LabelID {
    guard key.count > 0, key.count <= longestKey else { return -1 }
    return list.find(key)
  }

  /// Whether a text is one character from a label of a level in one layout or another.
  func isNearLevel(_ key: Span<UInt8>) -> Bool {
    layouts.indices.contains { !labels(of: $0).nearLevels.near(key).isEmpty }
  }

  /// Adds the labels of a layout, and says what it uses them for.
  private static func addLabels(of layout: Layout, to list: inout LabelList) -> [LabelUse] {
    var uses: [LabelUse] = []
    layout.forEachLabel { texts, meaning in
      for (position, text) in texts.enumerated() {
        uses.append(
          LabelUse(label: list.add(text), meaning: meaning, isOwnWording: position == 0))
      }
    }
    return uses
  }
}
