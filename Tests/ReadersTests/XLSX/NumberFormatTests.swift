import Foundation
import TestSupport
import Testing

@testable import Readers

/// Numbers as they are shown, from ECMA-376-1, 18.8.30 and 18.8.31, and from what Excel shows.
struct NumberFormatTests {
  private static func shown(_ value: String, _ code: String, from1904: Bool = false) -> String {
    guard let number = DecimalNumber(Array(value.utf8).span) else { return "no number" }
    let text = NumberFormat(code).text(of: number, startsIn1904: from1904).text
    return String(decoding: text, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("0", "0"), ("1.50", "1.5"), ("-0", "0"), ("0.1", "0.1"), ("0.30000000000000004", "0.3"),
      ("1E5", "100000"), ("123456789012", "123456789012"),
      ("310101199001011234", "310101199001011000"),
      ("1.5E+300", "1.5E+300"), ("0.0001", "0.0001"), ("1E-7", "1E-07"), ("-2.5e-10", "-2.5E-10"),
      ("99.999999999999999", "100"), ("+7", "7"),
    ])
  func generalIsTheNumberItself(value: String, text: String) {
    #expect(Self.shown(value, "General") == text)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1e", "1e99999", "1E500", "0x1", "NaN", "INF", " 1", "1 ",
  ])
  func whatIsNoNumber(_ value: String) {
    #expect(DecimalNumber(Array(value.utf8).span) == nil)
  }

  @Test(
    arguments: [
      ("225000", "#,##0.00", "225,000.00"), ("1234567.891", "#,##0", "1,234,568"),
      ("0.5", "0", "1"), ("1.005", "0.00", "1.01"), ("2.5", "0", "3"), ("-2.5", "0", "-3"),
      ("0.985", "0.0%", "98.5%"), ("0.98", "0%", "98%"), ("5", "000", "005"), ("0", "#", ""),
      ("0.5", "#.##", ".5"), ("5", "0.##", "5."), ("12", "0.0#", "12.0"),
      ("1234.5", "0,0.0", "1,234.5"),
      ("1234567", "#,##0,", "1,235"), ("1234567890", "0.0,,", "1234.6"),
      ("-5", "0;(0)", "(5)"), ("0", "0;(0);\"-\"", "-"), ("5", "0\"件\"", "5件"), ("5", "\\a0", "a5"),
      ("5", "0_)", "5 "), ("5", "* 0", "5"), ("-1", "[Red]-0;[蓝色]0", "1"),
      ("5", "[>=10]\"多\";\"少\"", "少"), ("15", "[>=10]\"多\"0;\"少\"0", "多15"),
      ("5", "[$¥-804]#,##0.00", "¥5.00"), ("13800138000", "000 0000 0000", "138 0013 8000"),
      ("12345", "0.00E+00", "1.23E+04"), ("0.00012", "0.0E-0", "1.2E-4"),
      ("99999", "0.0E+0", "1.0E+5"),
      ("12345", "##0.0E+0", "12.3E+3"), ("0", "0.00E+00", "0.00E+00"),
      ("1.5", "# ?/?", "1 1/2"), ("0.333", "# ??/??", "1/3"), ("2", "# ?/?", "2"),
      ("0.125", "# ?/8", "1/8"),
      ("5", "@", "5"), ("1000000", "#,##0.00_ ;[Red]-#,##0.00 ", "1,000,000.00 "),
      ("-12.3", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", " -12.30 "),
      ("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", " -   "),
      ("123", "[DBNum1]General", "一百二十三"), ("1020.5", "[DBNum2]General\"元\"", "壹仟零贰拾.伍元"),
      ("100000000", "[DBNum2]0", "壹亿"), ("10", "[DBNum1]0", "十"), ("10001", "[DBNum1]0", "一万〇一"),
    ])
  func numbersAreShownByTheirFormat(value: String, code: String, text: String) {
    #expect(
      Self.shown(value, code).trimmingCharacters(in: .whitespaces)
        == text.trimmingCharacters(in: .whitespaces))
  }

  @Test(
    arguments: [
      ("45292", "yyyy-mm-dd", "2024-01-01"), ("45292", "yyyy\"年\"m\"月\"d\"日\"", "2024年1月1日"),
      ("45292", "yyyy/m/d", "2024/1/1"), ("45292.5", "yyyy/m/d h:mm", "2024/1/1 12:00"),
      ("45292", "yy.m.d", "24.1.1"), ("45292", "d-mmm-yy", "1-Jan-24"),
      ("45292", "mmmm yyyy", "January 2024"),
      ("45292", "[$-804]aaaa", "星期一"), ("45292", "aaa", "一"), ("45292", "dddd", "Monday"),
      ("45292", "[$-804]dddd", "星期一"),
      ("45292", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二四年一月一日"),
      ("45646", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二四年十二月二十日"),
      ("0.75", "h:mm AM/PM", "6:00 PM"), ("0.25", "上午/下午h\"时\"mm\"分\"", "上午6时00分"),
      ("0.0", "h:mm AM/PM", "12:00 AM"), ("1.5", "[h]:mm:ss", "36:00:00"),
      ("0.0007", "mm:ss.0", "01:00.5"),
      ("60", "yyyy-mm-dd", "1900-02-29"), ("59", "yyyy-mm-dd", "1900-02-28"),
      ("61", "yyyy-mm-dd", "1900-03-01"), ("1", "yyyy-mm-dd", "1900-01-01"),
      ("2958465", "yyyy-mm-dd", "9999-12-31"),
      ("45351", "m\"月\"d\"日\"", "2月29日"), ("45292", "e\"年\"", "2024年"),
      ("45292", "General", "45292"),
      ("0.5", "m/d h:mm", "1/0 12:00"), ("0.99999", "h:mm", "23:59"),
      ("0.3333333333", "h:mm", "8:00"), ("-1", "yyyy-mm-dd", "-1"),
    ])
  func daysAreShownByTheirFormat(value: String, code: String, text: String) {
    #expect(Self.shown(value, code) == text)
  }

  @Test func theEndOfADayIsRoundedIntoTheNext() {
    #expect(Self.shown("45292.999999", "yyyy-mm-dd h:mm:ss") == "2024-01-02 0:00:00")
    #expect(Self.shown("0", "yyyy-mm-dd", from1904: true) == "1904-01-01")
  }

  @Test(
    arguments: [
      ("甲", "General", "甲"), ("甲", "@", "甲"), ("甲", "0.00", "甲"), ("甲", "@\"元\"", "甲元"),
      ("甲", "0;0;0;\"（\"@\"）\"", "（甲）"), ("甲", "0;0;0;", ""), ("甲", "_ * #,##0_ ;_ @_ ", " 甲 "),
    ])
  func textsAreShownByTheFourthSection(text: String, code: String, shown: String) {
    let bytes = NumberFormat(code).text(of: Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == shown)
  }

  @Test func brokenFormatsDoNoHarm() {
    let codes = [
      "", ";", ";;;;;", "[", "[>", "[>=x]0", "\"", "\\", "_", "*", "[$", "[h", "0.0.0", "E+", "/",
      "?/", "#,", ",,,", "\u{0}", "yyyyyyyyyyyyy", "[hhhhhhhh]", "0/0/0", "E+0E+0", "AM/PM0",
    ]
    for code in codes {
      for value in ["0", "1.5", "-3", "1E+300", "1E-300", "45292.123"] {
        _ = Self.shown(value, code)
      }
    }
  }
}
