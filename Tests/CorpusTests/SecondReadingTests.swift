import Foundation
import Testing

/// Documents say what their second reading says; see ``SecondReading``.
struct SecondReadingTests {
  @Test(
    .enabled(
      if: !SecondReading.all.isEmpty,
      "there is no second reading; name its folder in FORMCONVERT_TRUTH"))
  func documentsAgreeWithIt() throws {
    for reading in SecondReading.all {
      let file = try #require(SecondReading.source(of: reading), "\(reading.lastPathComponent)")
      let json = try JSONValue(parsing: Array(Data(contentsOf: reading)))
      let expected = json["forms"]?.elements ?? []
      let actual = try JSONValue(parsing: file.json())["forms"]?.elements ?? []
      #expect(expected.count == actual.count, "forms of \(reading.lastPathComponent)")
      for (number, (expectedForm, form)) in zip(expected, actual).enumerated() {
        let differences = Difference.all(
          .object(SecondForm(reading: expectedForm).values), .object(SecondForm(form: form).values),
          at: "/\(reading.lastPathComponent)/\(number)")
        #expect(differences.isEmpty, "\(differences.report)")
      }
    }
  }
}
