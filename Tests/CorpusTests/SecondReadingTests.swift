import Foundation
import Testing

/// Documents say what is on the answer sheets that readers made of them; see ``AnswerSheets``.
struct AnswerSheetTests {
  @Test(
    .enabled(
      if: !AnswerSheets.all.isEmpty,
      "there are no answer sheets; name their folder in FORMCONVERT_TRUTH"))
  func documentsAgreeWithTheirSheets() throws {
    for sheet in AnswerSheets.all {
      let file = try #require(AnswerSheets.source(of: sheet), "\(sheet.lastPathComponent)")
      let expected = try JSONValue(parsing: Array(Data(contentsOf: sheet)))["forms"]?.elements ?? []
      let actual = try JSONValue(parsing: file.json())["forms"]?.elements ?? []
      #expect(expected.count == actual.count, "forms of \(sheet.lastPathComponent)")
      for (number, (sheetForm, form)) in zip(expected, actual).enumerated() {
        let differences = Difference.all(
          .object(AnswerForm(sheet: sheetForm).values), .object(AnswerForm(form: form).values),
          at: "/\(sheet.lastPathComponent)/\(number)")
        #expect(differences.isEmpty, "\(differences.report)")
      }
    }
  }
}
