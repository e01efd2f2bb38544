internal import IR

extension Carried: JSONObject {
  static var definitionName: String { "carried" }
  static var definitionText: String {
    "What has no place in the form's layout since it was changed, and what values were printed as."
  }
  static var example: Carried { Carried(layout: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.texts(
      "blank", blank, "Pointers to fields without a place whose value was empty.", as: .pointer)
    visitor.objects(
      "emptyLevels", emptyLevels, "The level labels without a place or any indicator.")
    visitor.object("funding", FundingPart(self), "What was said about money.")
    visitor.object("goals", GoalsPart(fields: fields), "What was said about goals.")
    visitor.objects(
      "indicators", indicators, "The indicators without a place, with their original numbers.")
    visitor.text("layout", layout, "The identifier of the original layout.", isRequired: true)
    visitor.integers(
      "order", order,
      "The original number of each indicator, where the levels do not tell it.")
    visitor.printed(printed)
    visitor.object("project", ProjectPart(fields: fields), "What was said about the project.")
    visitor.texts(
      "supplied", supplied, "Pointers to the values that a person supplied.", as: .pointer)
    visitor.text("title", title, "The title as printed.")
    visitor.object("total", total, "The row of totals.")
  }
}

extension CarriedIndicator: JSONObject {
  static var definitionName: String { "carriedIndicator" }
  static var definitionText: String { "An indicator without a place in the form's layout." }
  static var example: CarriedIndicator { CarriedIndicator(index: 0, indicator: Indicator()) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    indicator.visitFirstMembers(&visitor)
    visitor.integer(
      "index", index, "Its number in the original list, from 0.", isRequired: true)
    indicator.visitOtherMembers(&visitor)
  }
}

extension MemberVisitor {
  /// Whole numbers; left out when there are none.
  fileprivate mutating func integers(_ key: String, _ values: [Int], _ text: String) {
    member(key, .array(.count), text, isRequired: false, isPresent: !values.isEmpty) { emitter in
      emitter.json.beginArray()
      for value in values {
        emitter.json.buffer.closeFullChunk()
        emitter.json.integer(value)
      }
      emitter.json.endArray()
    }
  }

  /// The printed texts of reformatted values, by pointer.
  fileprivate mutating func printed(_ values: [PrintedValue]) {
    member(
      "printed", .map(keyPattern: "^/", .text),
      "What every value that was reformatted was printed as, by pointer.", isRequired: false,
      isPresent: !values.isEmpty
    ) { emitter in
      emitter.json.beginObject()
      for value in values.sorted(by: { precedesInUTF16($0.pointer, $1.pointer) }) {
        emitter.json.key(value.pointer)
        emitter.json.string(value.text)
      }
      emitter.json.endObject()
    }
  }
}
