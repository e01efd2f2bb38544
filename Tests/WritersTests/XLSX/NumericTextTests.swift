import Testing

@testable import Writers

struct NumericTextTests {
  private static func number(_ text: String) -> NumericText? {
    NumericText(number: text.utf8.span)
  }

  private static func date(_ text: String) -> NumericText? { NumericText(date: text.utf8.span) }

  @Test(
    arguments: [
      ("0", "0", "0"), ("5", "5", "0"), ("-5", "-5", "0"), ("0.5", "0.5", "0.0"),
      ("-0.50", "-0.5", "0.00"), ("225,000.00", "225000", "#,##0.00"),
      ("1,234", "1234", "#,##0"), ("12,345,678.9", "12345678.9", "#,##0.0"),
      ("98%", "0.98", "0%"), ("98.00%", "0.98", "0.00%"), ("100%", "1", "0%"),
      ("0.05%", "0.0005", "0.00%"), ("-3%", "-0.03", "0%"), ("1,000%", "10", "#,##0%"),
      ("999999999999999", "999999999999999", "0"), ("0.00", "0", "0.00"),
      ("1234567890123.45", "1234567890123.45", "0.00"), ("0%", "0", "0%"),
    ])
  func aFormatShowsTheNumber(text: String, value: String, format: String) throws {
    let number = try #require(Self.number(text))
    #expect(String(decoding: number.value, as: UTF8.self) == value)
    #expect(number.format == format)
  }

  @Test(
    arguments: [
      "", "-", "007", "00", "01.5", "+5", "-0", "-0.00", "-0%", "1E5", ".5", "5.", "1,23",
      "1234,567",
      "1,2345", ",123", "0,123", "1,234,", "1.2.3", "5%%", "5 %", "%", "１２", "−5", "1 000",
      "1234567890123456", "123456789012345.0", "310101199001011234", "1,234,567,890,123,456",
      "0.1234567890123456", "0.00000000000000001", "五", "=1", "--5", "5-", "0x1F", "NaN",
    ])
  func anythingElseIsText(_ text: String) {
    #expect(Self.number(text) == nil)
  }

  // The serials are those of LibreOffice's DATEVALUE and of ECMA-376-1, 18.17.4.1.
  @Test(
    arguments: [
      ("2024-01-01", "45292", "yyyy-mm-dd"), ("2024-1-1", "45292", "yyyy-m-d"),
      ("2024/1/1", "45292", "yyyy\"/\"m\"/\"d"), ("2024.01.01", "45292", "yyyy\".\"mm\".\"dd"),
      ("2024年1月1日", "45292", "yyyy\"年\"m\"月\"d\"日\""),
      ("2024年01月01日", "45292", "yyyy\"年\"mm\"月\"dd\"日\""), ("2024年1月", "45292", "yyyy\"年\"m\"月\""),
      ("2024-01", "45292", "yyyy-mm"), ("2024-12-31", "45657", "yyyy-mm-dd"),
      ("2024-12-1", "45627", "yyyy-m-d"), ("2024-1-31", "45322", "yyyy-m-d"),
      ("2024-01-5", "45296", "yyyy-mm-d"), ("1900-03-01", "61", "yyyy-mm-dd"),
      ("9999-12-31", "2958465", "yyyy-mm-dd"), ("2000-02-29", "36585", "yyyy-mm-dd"),
    ])
  func aFormatShowsTheDate(text: String, value: String, format: String) throws {
    let date = try #require(Self.date(text))
    #expect(String(decoding: date.value, as: UTF8.self) == value)
    #expect(date.format == format)
  }

  @Test(
    arguments: [
      "", "2024", "2024年", "2024-13-01", "2024-02-30", "2023-02-29", "1900-02-28", "1899-12-31",
      "24-01-01", "2024-1-1 ", "2024-001-1", "2024-1月", "2024年1月1", "2024-01-01T00:00",
      "20240101", "2024--1", "2024-0-1", "2024-1-0", "2024-01-", "2024年1-1日", "１２-1-1",
      "12024-01-01",
    ])
  func anythingElseIsNoDate(_ text: String) {
    #expect(Self.date(text) == nil)
  }
}
