import Forms
import Testing

@Suite struct ExactDecimalTests {
  private func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  @Test(arguments: [
    "0", "0.00", "9100024.2", "007", "0.0001", "99999999999999999999999999999999999999",
  ])
  func textComesBack(text: String) throws {
    #expect(try decimal(text).description == (text == "007" ? "7" : text))
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "1.2.3", "-1", "1,000", "a", "１",
    "999999999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
  ])
  func otherTextsAreNoNumbers(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func sumsAreExact() throws {
    #expect(try decimal("0.1").adding(decimal("0.2"))?.description == "0.3")
    #expect(try decimal("1").adding(decimal("0.25"))?.description == "1.25")
    #expect(try decimal("1").subtracting(decimal("1.5"))?.description == "-0.5")
    // The sub-projects of a real form: one 元 short of the printed 18,372,648.
    let parts = try ["4136800", "557200", "9280170", "581802", "87075", "3729600"].map(decimal)
    #expect(ExactDecimal.sum(parts)?.description == "18372647")
  }

  @Test func sumsThatDoNotFitAreNil() throws {
    let large = try decimal("99999999999999999999999999999999999999")
    #expect(large.adding(large) == nil)
    #expect(try large.adding(decimal("0.1")) == nil)
    #expect(ExactDecimal.sum([large, large]) == nil)
  }

  @Test func valuesCompareWhateverTheirDecimals() throws {
    #expect(try decimal("1.0") == decimal("1.00"))
    #expect(try decimal("1.01") > decimal("1"))
    #expect(try decimal("0.09") < decimal("0.1"))
    let large = try decimal("99999999999999999999999999999999999999")
    let small = try decimal("0.0000000000000000000000000000000000001")
    #expect(small < large)
    #expect(try small != decimal("0"))
    #expect(try #require(ExactDecimal.zero.subtracting(small)) < small)
    #expect(ExactDecimal(-2) < ExactDecimal(-1))
  }

  @Test(arguments: [
    ("2.345", 2, "2.35"), ("2.344", 2, "2.34"), ("2.3", 2, "2.30"), ("0.5", 0, "1"),
    ("0.49", 0, "0"),
    ("99.995", 2, "100.00"),
  ])
  func roundingIsHalfUp(text: String, decimals: Int, expected: String) throws {
    #expect(try decimal(text).rounded(toDecimals: decimals)?.description == expected)
  }

  @Test func roundingIsAwayFromZero() throws {
    let negative = try #require(try ExactDecimal.zero.subtracting(decimal("2.5")))
    #expect(negative.rounded(toDecimals: 0)?.description == "-3")
    #expect(negative.rounded(toDecimals: -1) == nil)
    #expect(negative.rounded(toDecimals: 99) == nil)
  }

  /// Executed, budget and rate of the three self-evaluations of a real document; python3's
  /// `decimal` module gives the same quotients.
  @Test(arguments: [
    ("9100024.2", "9480000.00", 2, "95.99"), ("9293977.05", "9577776.00", 2, "97.04"),
    ("9792857.31", "9900357.00", 2, "98.91"), ("1", "3", 0, "33"), ("2", "3", 1, "66.7"),
    ("0", "5", 2, "0.00"), ("1", "8", 1, "12.5"), ("1", "16", 1, "6.3"), ("5.00", "2", 0, "250"),
    ("1", "0.001", 0, "100000"),
  ])
  func percentagesAreRounded(part: String, whole: String, decimals: Int, expected: String) throws {
    #expect(
      try decimal(part).percentage(of: decimal(whole), decimals: decimals)?.description == expected)
  }

  @Test func percentagesOfNothingAndOverflowsAreNil() throws {
    #expect(try decimal("1").percentage(of: .zero, decimals: 2) == nil)
    #expect(ExactDecimal(1).percentage(of: ExactDecimal(-1), decimals: 2) == nil)
    #expect(
      try decimal("99999999999999999999999999999999999999").percentage(
        of: decimal("1"), decimals: 2)
        == nil)
    #expect(try decimal("1").percentage(of: decimal("1"), decimals: 36) == nil)
  }
}
