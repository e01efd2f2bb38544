public import IR

extension Layout {
  /// How a form of a layout is drawn: one grid of columns that all its blocks share.
  ///
  /// It says where labels stand, not what they are called; that is in the layout's other members.
  /// A form prints a label only where it has the field, with a value or without.
  public struct Print: Sendable {
    /// The number of columns of the grid.
    public var columnCount: Int
    /// The lines of text between the title and the grid.
    public var lines: [Line]
    /// Where the unit of amounts is printed.
    public var unit: UnitPlace
    /// The blocks of the grid, from top to bottom.
    public var blocks: [Block]

    /// Creates a description from its parts.
    public init(columnCount: Int, lines: [Line], unit: UnitPlace, blocks: [Block]) {
      self.columnCount = columnCount
      self.lines = lines
      self.unit = unit
      self.blocks = blocks
    }
  }

  /// A line of text between the title and the grid.
  public enum Line: Sendable, Hashable {
    /// The year between two texts, such as `（2024年度）`.
    case year(before: String, after: String)
    /// The label of a field, a colon and the value.
    case field(FieldKey)
  }

  /// Where the unit of amounts is printed.
  public enum UnitPlace: Sendable, Hashable {
    /// Behind the caption of the block that has the amounts: 项目资金（元）.
    case caption
    /// Behind the label of each amount: 项目总预算（元）.
    case labels
    /// On a line of its own: 单位：元.
    case line
  }

  /// A block of the grid: some rows, and perhaps a caption at their left.
  public struct Block: Sendable {
    /// The caption in the first column, merged over all rows of the block.
    public var caption: String?
    /// What the block holds.
    public var content: Content

    /// Creates a block.
    public init(caption: String? = nil, _ content: Content) {
      self.caption = caption
      self.content = content
    }

    /// What a block holds.
    public enum Content: Sendable {
      /// Labels with their values beside them.
      case fields([[Slot]])
      /// Labels side by side, with their values below them.
      case goals([Slot])
      /// The table of sub-projects, with the number of columns of names and of amounts.
      case components(name: Int, amount: Int)
      /// The funding table, with the number of columns of row labels and of each kind of amount.
      case fundingTable(label: Int, columns: [Int])
      /// A caption over the whole width.
      case heading(String)
      /// The indicators and the row of totals, with the number of columns of each column.
      case indicators([Int])
    }
  }

  /// The place of a field in a row of a block.
  public struct Slot: Sendable, Hashable {
    /// The field; `nil` leaves the place empty.
    public var key: FieldKey?
    /// The number of columns of the label.
    public var label: Int
    /// The number of columns of the value; of no account where it stands below.
    public var value: Int

    /// Creates the place of a field.
    public init(_ key: FieldKey?, label: Int = 1, value: Int = 1) {
      self.key = key
      self.label = label
      self.value = value
    }
  }
}

extension Layout {
  /// The caption beside the table of sub-projects.
  var componentCaption: String? {
    print?.blocks.lazy.compactMap { block in
      if case .components = block.content { block.caption } else { nil as String? }
    }.first
  }
}
