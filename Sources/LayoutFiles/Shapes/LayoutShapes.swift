internal import Forms
internal import IR

/// What a layout file may hold; reading, the schema and exports go by it.
enum LayoutShapes {
  static let file = ObjectShape(
    name: "file", title: LocalizedText(en: "a layout file", zh: "版式文件"),
    members: [
      .optional(
        "layouts", .list(.object(layout)), en: "The layouts of forms.", zh: "表的版式。"),
      .optional(
        "mappings", .list(.object(MappingShapes.mapping)),
        en: "How forms of one layout become forms of another.", zh: "一种版式的表怎样转成另一种版式。"),
    ])

  static let layout = ObjectShape(
    name: "layout", title: LocalizedText(en: "a layout", zh: "版式"), members: head + blocks)

  private static let head: [ObjectShape.Member] = [
    .required(
      "id", .text, en: "The name of the layout, as it stands in the JSON.",
      zh: "版式的标识，写在 JSON 里。"),
    .optional(
      "replaces", .flag, en: "Whether it takes the place of the built-in layout of the same id.",
      zh: "是否替换同名的内置版式。"),
    .required(
      "kind", .word(Words<Form.Kind>.kinds.all), en: "What its forms are for.",
      zh: "表的用途：申报（target-declaration）或自评（self-evaluation）。"),
    .required(
      "summary", .translatedText, en: "What it is, for people.", zh: "给人看的说明。"),
    .required(
      "titles", .labels(), en: "The titles its forms are printed under.",
      zh: "表的标题。"),
  ]

  private static let blocks: [ObjectShape.Member] = [
    .required(
      "fields", .list(.object(field), atLeast: 1),
      en: "The fields with one value each.", zh: "只有一个值的栏目。"),
    .optional(
      "printedRows", .list(.list(.word(Words<FieldKey>.fields.all), atLeast: 1)),
      en: "The fields of each printed row above the indicators, from left to right.",
      zh: "指标表以上各行印的栏目，从左到右。"),
    .optional(
      "captions", .labels(atLeast: 0),
      en: "Labels that say what a block is about and have no value of their own.",
      zh: "只说明一块内容、本身没有值的标签。"),
    .optional(
      "components", .object(components), en: "The table of sub-projects.", zh: "子项目表。"),
    .optional(
      "fundingTable", .object(fundingTable),
      en: "The funding table: sources of money by row, kinds of amounts by column.",
      zh: "资金表：行是资金来源，列是金额种类。"),
    .required(
      "columns", .list(.object(column), atLeast: 1),
      en: "The columns of the indicator table, from left to right.", zh: "指标表的列，从左到右。"),
    .optional(
      "optionalColumns", .list(.object(optionalColumn)),
      en: "The columns of values that some forms print besides, at the place of their header.",
      zh: "有些表另外印的数值列，位置以表头为准。"),
    .required(
      "taxonomy", .list(.object(group), atLeast: 1),
      en: "The levels of the indicators, in printed order.", zh: "指标的一、二级，按印刷顺序。"),
    .optional(
      "totals", .labels(atLeast: 0), en: "The labels of the row of totals.", zh: "合计行的标签。"),
    .optional(
      "print", .object(PrintShapes.print),
      en: "How forms are drawn: one grid whose columns all blocks share. Left out, it follows "
        + "from the rest.",
      zh: "表怎样画：各块共用一个网格的列。不写就由其余内容推出。"),
  ]

  static let field = ObjectShape(
    name: "field", title: LocalizedText(en: "a field", zh: "栏目"),
    members: [
      .required(
        "key", .word(Words<FieldKey>.fields.all), en: "The field, by its place in the JSON.",
        zh: "栏目在 JSON 中的位置。"),
      .required(
        "labels", .labels(), en: "The labels it is printed under, the layout's own first.",
        zh: "印的标签，本版式自己的叫法在前。"),
      .optional(
        "place", .word(Words<Layout.FieldSpec.Place>.places.all),
        en: "Where its value stands: beside its label, or below it.", zh: "值在标签右边还是下面。"),
      .optional(
        "required", .flag, en: "Whether a form without its value is not complete.",
        zh: "没有值的表是否不完整。"),
    ])

  static let components = ObjectShape(
    name: "components", title: LocalizedText(en: "the table of sub-projects", zh: "子项目表"),
    members: [
      .required("name", .labels(), en: "The labels of the column of names.", zh: "名称列的标签。"),
      .required("amount", .labels(), en: "The labels of the column of amounts.", zh: "金额列的标签。"),
    ])

  static let fundingTable = ObjectShape(
    name: "fundingTable", title: LocalizedText(en: "the funding table", zh: "资金表"),
    members: [
      .required(
        "rows", .list(.object(fundingRow), atLeast: 1), en: "Its rows, from top to bottom.",
        zh: "各行，从上到下。"),
      .optional(
        "optionalRows", .list(.object(fundingRow)), en: "The rows that some forms print besides.",
        zh: "有些表另外印出的行。"),
      .required(
        "columns", .list(.object(fundingColumn), atLeast: 1),
        en: "Its columns, from left to right.",
        zh: "各列，从左到右。"),
    ])

  private static let fundingRow = ObjectShape(
    name: "fundingRow", title: LocalizedText(en: "a row of the funding table", zh: "资金表的行"),
    members: [
      .required(
        "key", .text,
        en: "The key of the row in the JSON: annualTotal, annualAppropriation, annualCarryover, "
          + "annualOther, or one of your own.",
        zh: "该行在 JSON 中的键：annualTotal、annualAppropriation、annualCarryover、annualOther，或自己起的键。"),
      .required("labels", .labels(), en: "Its labels.", zh: "标签。"),
    ])

  private static let fundingColumn = ObjectShape(
    name: "fundingColumn",
    title: LocalizedText(en: "a column of the funding table", zh: "资金表的列"),
    members: [
      .required(
        "key", .word(Words<Layout.FundingColumn>.fundingColumns.all), en: "What it holds.",
        zh: "这一列是什么。"),
      .required("labels", .labels(), en: "The labels of its header.", zh: "表头的标签。"),
    ])

  private static let column = ObjectShape(
    name: "column", title: LocalizedText(en: "a column of the indicator table", zh: "指标表的列"),
    members: [
      .required(
        "key", .word(Words<Layout.Column>.columns.all), en: "What it holds.", zh: "这一列是什么。"),
      .required("labels", .labels(), en: "The labels of its header.", zh: "表头的标签。"),
    ])

  private static let optionalColumn = ObjectShape(
    name: "optionalColumn",
    title: LocalizedText(en: "an optional column of the indicator table", zh: "指标表的可选列"),
    members: [
      .required(
        "key", .word(Words<Layout.Column>.values.all), en: "What it holds.", zh: "这一列是什么。"),
      .required("labels", .labels(), en: "The labels of its header.", zh: "表头的标签。"),
    ])

  private static let group = ObjectShape(
    name: "group", title: LocalizedText(en: "a level-1 label", zh: "一级标签"),
    members: [
      .required("label", .label, en: "The level-1 label.", zh: "一级标签。"),
      .optional("synonyms", .labels(atLeast: 0), en: "Other words for it.", zh: "同义词。"),
      .optional(
        "open", .flag, en: "Whether any text may stand in the level-2 column, in any order.",
        zh: "二级是否可以是任意文字、任意顺序。"),
      .optional(
        "classes", .list(.object(level2)), en: "The level-2 labels under it, in printed order.",
        zh: "其下的二级标签，按印刷顺序。"),
    ])

  private static let level2 = ObjectShape(
    name: "class", title: LocalizedText(en: "a level-2 label", zh: "二级标签"),
    members: [
      .required("label", .label, en: "The level-2 label.", zh: "二级标签。"),
      .optional("synonyms", .labels(atLeast: 0), en: "Other words for it.", zh: "同义词。"),
      .required(
        "topic", .word(Words<Taxonomy.Topic>.topics.all),
        en: "What its indicators are about, whatever the layout calls it.",
        zh: "这类指标说的是什么，与叫法无关。"),
      .optional(
        "frequency", .word(Words<Taxonomy.Frequency>.frequencies.all),
        en: "How often a form has it; common where it is left out.",
        zh: "表中出现的频率；不写就是 common。"),
    ])
}
