internal import Forms
internal import IR

/// What the mappings of a layout file may hold.
enum MappingShapes {
  static let mapping = ObjectShape(
    name: "mapping", title: LocalizedText(en: "a mapping", zh: "映射"),
    members: [
      .required("from", .text, en: "The id of the layout forms come from.", zh: "原版式的标识。"),
      .required("to", .text, en: "The id of the layout they go to.", zh: "新版式的标识。"),
      .optional(
        "replaces", .flag, en: "Whether it takes the place of the built-in mapping between them.",
        zh: "是否替换同样两个版式之间的内置映射。"),
      .required(
        "title", .text, en: "The title forms of the target are printed under.", zh: "新表的标题。"),
      .required(
        "fields", .list(.object(fieldRule), atLeast: 1),
        en: "The fields that have a place in the target; others are carried.",
        zh: "在新版式中有位置的栏目；其余随表保留。"),
      .optional(
        "absent", .list(.word(Words<FieldKey>.fields.all)),
        en: "The fields of the target that stay empty, since the source has none of them.",
        zh: "原版式没有、在新版式中留空的栏目。"),
      .optional(
        "levels", .list(.object(levelRule)),
        en: "The levels that have a place in the target; leave it out where both have the same.",
        zh: "在新版式中有位置的级别；两个版式级别相同时不写。"),
      .optional(
        "targets", .word(Words<LayoutMapping.TargetStyle>.targetStyles.all),
        en: "How targets of indicators are printed; as-printed where it is left out.",
        zh: "指标值怎样写；不写就是 as-printed。"),
    ])

  private static let fieldRule = ObjectShape(
    name: "fieldRule", title: LocalizedText(en: "a rule for a field", zh: "栏目规则"),
    members: [
      .required(
        "from", .word(Words<FieldKey>.fields.all), en: "The field in the source.",
        zh: "原版式的栏目。"),
      .required(
        "to", .word(Words<FieldKey>.fields.all), en: "The field in the target.",
        zh: "新版式的栏目。"),
      .optional(
        "style", .word(Words<LayoutMapping.FieldStyle>.fieldStyles.all),
        en: "How its value is printed there; as-printed where it is left out.",
        zh: "值怎样写；不写就是 as-printed。"),
    ])

  private static let levelRule = ObjectShape(
    name: "levelRule", title: LocalizedText(en: "a rule for levels", zh: "级别规则"),
    members: [
      .required("from", .levels, en: "The levels in the source.", zh: "原版式的一、二级。"),
      .required("to", .levels, en: "The levels in the target.", zh: "新版式的一、二级。"),
    ])
}
