internal import IR

extension Correction: JSONObject {
  static var definitionName: String { "correction" }
  static var definitionText: String { "A change of one value by a person." }
  static var example: Correction { Correction(pointer: "", before: "", after: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.text("date", date, "When it was corrected, in ISO 8601.")
    visitor.text("is", after, "The text it has now; absent where the value was taken away.")
    visitor.text(
      "pointer", pointer, "The JSON pointer of the value.", isRequired: true, as: .pointer)
    visitor.text("was", before, "The text as read; absent where there was no value.")
    visitor.text("who", who, "Who corrected it.")
    visitor.text("why", why, "Why it was corrected.")
  }
}
