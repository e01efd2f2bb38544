internal import Forms
internal import IR

/// What the drawing of a layout may hold.
enum PrintShapes {
  static let print = ObjectShape(
    name: "print", title: LocalizedText(en: "a drawing", zh: "画法"),
    members: [
      .required(
        "columns", widths, en: "The number of columns of the grid.", zh: "网格的列数。"),
      .optional(
        "lines", .list(.object(line)), en: "The lines of text between the title and the grid.",
        zh: "标题和网格之间的文字行。"),
      .required(
        "unit", .word(Words<Layout.UnitPlace>.unitPlaces.all),
        en: "Where the unit of amounts is printed: behind the caption of their block, behind each "
          + "label, or on a line of its own.",
        zh: "金额单位印在哪里：一块的说明（caption）之后、每个标签（labels）之后，或单独一行（line）。"),
      .required(
        "blocks", .list(.object(block), atLeast: 1),
        en: "The blocks of the grid, from top to bottom.", zh: "网格的各块，从上到下。"),
    ])

  /// A number of columns.
  private static let widths = Shape.number(1...100)

  static let line = ObjectShape(
    name: "line", title: LocalizedText(en: "a line", zh: "文字行"),
    members: [
      .optional(
        "year", .object(year), en: "The year between two texts.", zh: "年份，写在两段文字之间。"),
      .optional(
        "field", .word(Words<FieldKey>.fields.all), en: "A field: its label, a colon, its value.",
        zh: "一个栏目：标签、冒号、值。"),
    ])

  private static let year = ObjectShape(
    name: "year", title: LocalizedText(en: "the year", zh: "年份"),
    members: [
      .required("before", .anyText, en: "The text before it.", zh: "前面的文字。"),
      .required("after", .anyText, en: "The text behind it.", zh: "后面的文字。"),
    ])

  /// The keys of a block of which it has exactly one: what it holds.
  static let contents = [
    "fields", "goals", "components", "fundingTable", "heading", "indicators",
  ]

  static let block = ObjectShape(
    name: "block", title: LocalizedText(en: "a block", zh: "块"),
    members: [
      .optional(
        "caption", .label, en: "The caption in the first column, over all rows of the block.",
        zh: "第一列的说明，跨本块各行。"),
      .optional(
        "fields", .list(.list(slot, atLeast: 1), atLeast: 1),
        en: "Rows of fields, their values beside them.", zh: "栏目的各行，值在标签右边。"),
      .optional(
        "goals", .list(slot, atLeast: 1), en: "Fields side by side, their values below them.",
        zh: "并排的栏目，值在标签下面。"),
      .optional(
        "components", .object(components), en: "The table of sub-projects.", zh: "子项目表。"),
      .optional(
        "fundingTable", .object(fundingTable), en: "The funding table.", zh: "资金表。"),
      .optional(
        "heading", .label, en: "A caption over the whole width.", zh: "通栏的说明。"),
      .optional(
        "indicators", .list(widths, atLeast: 1),
        en: "The indicators: the number of grid columns of each column.",
        zh: "指标表：每列占几列网格。"),
    ])

  private static let slot = Shape.objectOrValue(
    ObjectShape(
      name: "slot", title: LocalizedText(en: "the place of a field", zh: "栏目的位置"),
      members: [
        .optional(
          "key", .word(Words<FieldKey>.fields.all), en: "The field; left out, the place is empty.",
          zh: "栏目；不写就空着。"),
        .optional(
          "label", widths, en: "The number of grid columns of the label; 1 if left out.",
          zh: "标签占几列；不写就是 1。"),
        .optional(
          "value", widths, en: "The number of grid columns of the value; 1 if left out.",
          zh: "值占几列；不写就是 1。"),
      ]), key: "key")

  private static let components = ObjectShape(
    name: "componentWidths", title: LocalizedText(en: "the table of sub-projects", zh: "子项目表"),
    members: [
      .required("name", widths, en: "The grid columns of names.", zh: "名称占几列。"),
      .required("amount", widths, en: "The grid columns of amounts.", zh: "金额占几列。"),
    ])

  private static let fundingTable = ObjectShape(
    name: "fundingWidths", title: LocalizedText(en: "the funding table", zh: "资金表"),
    members: [
      .required("label", widths, en: "The grid columns of the labels of rows.", zh: "行标签占几列。"),
      .required(
        "columns", .list(widths, atLeast: 1), en: "The grid columns of each of its columns.",
        zh: "每列占几列网格。"),
    ])
}
