import IR
import Testing

@testable import Forms

/// A value that is dropped, doubled or changed after reading does not go unnoticed.
struct ConservationTests {
  private static let page = Page.declaration.indicators(
    """
    | 产出指标 | 数量指标 | 培训场次 | =5(场)
    | | 质量指标 | 验收合格率 | ≥95(%)
    """)

  private func reading() throws -> FormReading {
    var reading = try FormReading(unread: Self.page, layout: "2024")
    FormAssembly.read(&reading)
    return reading
  }

  @Test func aFormHoldsWhatItsCellsSay() throws {
    let reading = try reading()
    #expect(Conservation.holds(for: reading))
    #expect(reading.form.indicators.count == 2)
    #expect(!reading.diagnostics.contains { $0.code == .conservationFailed })
  }

  @Test(arguments: [
    "drop a name", "drop a target", "drop an indicator", "drop a field", "double an indicator",
    "double a field", "change a digit", "invent a text",
  ])
  func aBrokenFormDoesNot(change: String) throws {
    var reading = try reading()
    switch change {
    case "drop a name": reading.form.indicators[0].name = nil
    case "drop a target": reading.form.indicators[1].target = nil
    case "drop an indicator": reading.form.indicators.removeLast()
    case "drop a field": reading.form.fields.removeFirst()
    case "double an indicator": reading.form.indicators.append(reading.form.indicators[0])
    case "double a field": reading.form.fields.append(reading.form.fields[0])
    case "change a digit": reading.form.indicators[0].target?.text = "=6(场)"
    default: reading.form.unplaced.append(PlacedText(text: "多", source: nil))
    }
    #expect(!Conservation.holds(for: reading))
  }

  @Test func aTokenThatIsForgottenIsNoticed() throws {
    var reading = try reading()
    let label = try #require(reading.tokens.first { reading[fate: $0] == .label })
    reading[fate: label] = .open
    #expect(!Conservation.holds(for: reading))
  }
}

/// The fingerprint of texts tells collections of characters apart.
struct FingerprintTests {
  private func fingerprint(_ texts: String...) -> Fingerprint {
    var sum = Fingerprint()
    for text in texts { sum.add(text) }
    return sum
  }

  @Test func orderAndWhiteSpaceDoNotCount() {
    #expect(fingerprint("项目", "名称") == fingerprint("名称", "项目"))
    #expect(fingerprint("项目名称") == fingerprint("名称", "项目"))
    #expect(fingerprint("项 目\n名\t称") == fingerprint("项目名称"))
    #expect(fingerprint() == fingerprint("", " "))
  }

  @Test(arguments: [
    ("项目", "项目项目"), ("项目", "项"), ("100", "1000"), ("=5", "=6"), ("12", "3"), ("a", "b"),
    ("é", "e"), ("🀀", "🀁"), ("项目", ""),
  ])
  func differentCharactersDo(left: String, right: String) {
    #expect(fingerprint(left) != fingerprint(right))
  }

  @Test func whatIsTakenOutIsGone() {
    var sum = fingerprint("项目", "2023年")
    sum.remove("2023年")
    #expect(sum == fingerprint("项目"))
  }
}
