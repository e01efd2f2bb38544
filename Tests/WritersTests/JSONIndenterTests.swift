import Testing
import Writers

struct JSONIndenterTests {
  private func indented(_ value: CanonicalJSON) -> String {
    String(decoding: ByteBuffer(indenting: value.buffer).bytes, as: UTF8.self)
  }

  @Test func membersAndElementsStandOnLinesOfTheirOwn() {
    let value: CanonicalJSON = ["b": [1, ["c": true]], "a": "x"]
    #expect(
      indented(value) == """
        {
          "a": "x",
          "b": [
            1,
            {
              "c": true
            }
          ]
        }

        """)
  }

  @Test func whatIsEmptyStaysOnItsLine() {
    #expect(indented(["a": [], "b": .object([])]) == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
  }

  @Test func stringsAreNotTouched() {
    let text = "{\"a\": [1, 2]}\\ \" :,"
    #expect(indented([.string(text)]) == "[\n  \"{\\\"a\\\": [1, 2]}\\\\ \\\" :,\"\n]\n")
  }
}
