import Forms
import IR
import LayoutFiles
import Testing

/// Mistakes that the shape of a file shows: each is told with its place and what is expected.
struct ShapeMistakeTests {
  @Test func theSmallLayoutIsRight() throws {
    #expect(LayoutText.small.problems() == [])
    let catalog = try LayoutCatalog(reading: [LayoutText.small.file])
    #expect(catalog.layouts.map(\.id) == ["own", "2024", "2023", "2020-self-evaluation", "2019"])
    #expect(catalog.layouts[0].fields.map(\.key) == [.name, .plannedGoal])
    #expect(catalog.layouts[0].summary(.chinese) == "My own layout")
  }

  @Test(arguments: [
    (
      "layouts:\n\t- id: x\n",
      "2:1: not YAML: found character that cannot start any token; "
        + "indent with spaces, not tabs, and put quotes around a text that begins with @ or `"
    ),
    (
      "layouts:\n  - id: 'x\n",
      "3:1: not YAML: found unexpected end of stream; "
        + "a quote that begins a text is not closed"
    ),
    (
      "layouts: [a, b\n",
      "2:1: not YAML: did not find expected ',' or ']'; "
        + "a list '[' ends with ']', its values apart by commas"
    ),
    (
      "a: b: c\n",
      "1:5: not YAML: mapping values are not allowed in this context; "
        + "put quotes around a text with ': ' in it, or check the indentation"
    ),
    ("", "nothing in this file; expected 'layouts' or 'mappings'"),
    ("# nothing\n", "nothing in this file; expected 'layouts' or 'mappings'"),
    ("layouts: []\n", "1:1: no layout and no mapping; expected 'layouts' or 'mappings'"),
    ("- 1\n", "1:1: a list; expected keys with values: layouts and mappings"),
    ("项目名称\n", "1:1: '项目名称'; expected keys with values: layouts and mappings"),
    (
      "layouts: []\n---\nlayouts: []\n",
      "2:1: a second document; put everything under one 'layouts' and one 'mappings'"
    ),
    ("layouts: !include x.yaml\n", "1:10: tag '!include' has no meaning here; take it out"),
    ("layouts: *x\n", "1:10: alias '*x' names no anchor above it"),
  ])
  func whatIsNoLayoutFile(_ text: String, _ problem: String) {
    #expect(LayoutText(text).problems().first == problem)
  }

  @Test(arguments: [
    // Unknown keys.
    (
      "titles: [项目支出绩效自评表]", "title: [项目支出绩效自评表]",
      "5:5: unknown key 'title' in a layout; did you mean 'titles'?; known are id, replaces, kind, "
        + "summary, titles, fields, printedRows, captions, components, fundingTable, columns, "
        + "optionalColumns, taxonomy, totals and print"
    ),
    (
      "place: below", "plaice: below",
      "11:9: unknown key 'plaice' in a field; did you mean 'place'?; known are key, labels, place "
        + "and required"
    ),
    (
      "place: below", "colour: red",
      "11:9: unknown key 'colour' in a field; known are key, labels, place and required"
    ),
    // Missing keys.
    (
      "kind: self-evaluation\n    ", "",
      "2:5: key 'kind' is missing; expected target-declaration or self-evaluation"
    ),
    (
      "{key: target, labels: [指标值]}", "{key: target}",
      "19:9: key 'labels' is missing; expected a list of labels as they are printed: [项目名称, …]"
    ),
    // Wrong types.
    (
      "titles: [项目支出绩效自评表]", "titles: {a: b}",
      "5:13: keys with values; expected a list of labels as they are printed: [项目名称, …]"
    ),
    (
      "- [project/name]", "- project/name",
      "13:9: 'project/name'; expected a list, each of it "
    ),
    ("place: below", "required: yes", "11:19: 'yes'; expected true or false"),
    ("id: own", "id: [own]", "2:9: a list; expected a text"),
    (
      "labels: [项目名称]", "labels:",
      "8:16: empty; expected a list of labels as they are printed: [项目名称, …]"
    ),
    // Unknown words.
    (
      "key: project/name", "key: project/nmae",
      "7:14: unknown word 'project/nmae'; did you mean 'project/name'?; expected "
    ),
    (
      "key: project/name", "key: name",
      "7:14: unknown word 'name'; did you mean 'project/name'?; expected "
    ),
    (
      "key: project/name", "key: project/bondTerm",
      "7:14: unknown word 'project/bondTerm'; a field that has no word is kept under 'further' and "
        + "not named here; expected project/basis, "
    ),
    (
      "key: target", "key: Target",
      "19:15: unknown word 'Target'; did you mean 'target'?; expected caption, level1, level2, "
        + "name, overallTarget, target, actual, weight, score, deviation or remark"
    ),
    (
      "topic: quality", "topic: qualty",
      "24:34: unknown word 'qualty'; did you mean 'quality'?; expected quantity, quality, "
    ),
    (
      "kind: self-evaluation", "kind: evaluation",
      "3:11: unknown word 'evaluation'; expected target-declaration or self-evaluation"
    ),
    // Empty labels.
    (
      "labels: [预期目标]", "labels: ['　 ']",
      "10:18: empty; expected a label as it is printed"
    ),
    (
      "labels: [预期目标]", "labels: [预期目标, ]\n        required: ~",
      "11:19: empty; expected true or false"
    ),
    (
      "labels: [预期目标]", "labels: []",
      "10:17: empty list; expected at least one: a label as it is printed"
    ),
    ("label: 产出指标", "label: ''", "21:16: empty; expected a label as it is printed"),
    // Keys given twice.
    (
      "place: below", "place: below\n        place: beside",
      "12:9: key 'place' stands here again; the first is in line 11"
    ),
  ])
  func oneMistakeIsToldOnce(_ part: String, _ mistake: String, _ problem: String) throws {
    let problems = LayoutText.small.replacing(part, with: mistake).problems()
    #expect(problems.count == 1)
    #expect(try #require(problems.first).hasPrefix(problem), "\(problems)")
  }

  @Test func messagesAreChineseToo() {
    let text = LayoutText.small.replacing("key: target", with: "key: taget")
      .replacing("place: below", with: "plaice: below")
    #expect(
      text.problems(.chinese) == [
        "11:9: 栏目里没有键「plaice」，是不是「place」？；可用的键：key、labels、place、required",
        "19:15: 不认识「taget」，是不是「target」？；可用：caption、level1、level2、name、"
          + "overallTarget、target、actual、weight、score、deviation、remark",
      ])
  }

  @Test func textsAreTextsWhateverYAMLTakesThemFor() throws {
    let text = LayoutText.small.replacing("id: own", with: "id: 2031")
      .replacing("labels: [项目名称]", with: "labels: [no, 1.0, 项目名称]")
    let layout = try LayoutCatalog(reading: [text.file]).layouts[0]
    #expect(layout.id == "2031" && layout.fields[0].labels == ["no", "1.0", "项目名称"])
  }

  @Test func anchorsSaveRepeating() throws {
    let text = LayoutText.small.replacing("labels: [项目名称]", with: "labels: &name [项目名称]")
      .replacing("labels: [预期目标]", with: "labels: *name")
      .replacing("- [project/name]", with: "- [project/name, goals/planned]")
    let layout = try LayoutCatalog(reading: [text.file]).layouts[0]
    #expect(layout.fields.map(\.labels) == [["项目名称"], ["项目名称"]])
  }
}
