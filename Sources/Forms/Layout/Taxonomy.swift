/// The levels of the indicators of a layout, in printed order.
public struct Taxonomy: Sendable {
  /// The level-1 groups.
  public var groups: [Group]

  /// Creates a taxonomy.
  public init(_ groups: [Group]) { self.groups = groups }

  /// A level-1 label and the level-2 labels that may stand under it.
  public struct Group: Sendable {
    /// The label.
    public var label: String
    /// Other words for the label.
    public var synonyms: [String]
    /// The level-2 labels, in printed order.
    public var classes: [Class]
    /// Whether any text may stand in the level-2 column, in any order.
    public var isOpen: Bool

    /// Creates a group.
    public init(_ label: String, synonyms: [String] = [], isOpen: Bool = false, _ classes: [Class])
    {
      self.label = label
      self.synonyms = synonyms
      self.isOpen = isOpen
      self.classes = classes
    }
  }

  /// A level-2 label.
  public struct Class: Sendable {
    /// The label.
    public var label: String
    /// Other words for the label.
    public var synonyms: [String]
    /// What kind of indicator it is for, whatever the layout calls it.
    public var topic: Topic
    /// How often a form has it.
    public var frequency: Frequency

    /// Creates a class.
    public init(
      _ label: String, _ topic: Topic, synonyms: [String] = [], frequency: Frequency = .common
    ) {
      self.label = label
      self.topic = topic
      self.synonyms = synonyms
      self.frequency = frequency
    }
  }

  /// How often the forms of a layout have a class.
  public enum Frequency: Sendable {
    /// Nearly always.
    case expected
    /// Often.
    case common
    /// Seldom.
    case rare
  }

  /// What an indicator is about; the words of its name and target tell.
  public enum Topic: Int, Sendable, CaseIterable {
    case quantity, quality, timeliness, cost
    case economicBenefit, socialBenefit, ecologicalBenefit, sustainability
    case satisfaction
    /// Inputs and management: budgets, rules, procedures (2019).
    case management
    /// Costs to society and to the environment.
    case socialCost, ecologicalCost
  }
}
