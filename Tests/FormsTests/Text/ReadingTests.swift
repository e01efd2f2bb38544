import Forms
import IR
import Testing

/// The rules of the model's section Readings; every expected value was written down from them.
@Suite struct ReadingTests {
  struct MeasureCase: Sendable, CustomTestStringConvertible {
    let text: String
    let relation: String?
    let number: String
    let unit: String?

    init(_ text: String, _ relation: String?, _ number: String, _ unit: String?) {
      self.text = text
      self.relation = relation
      self.number = number
      self.unit = unit
    }

    var testDescription: String { text }
  }

  private func measure(_ text: String) -> Measure { Measure(reading: Array(text.utf8).span) }
  private func amount(_ text: String) -> Amount { Amount(reading: Array(text.utf8).span) }
  private func date(_ text: String) -> DateReading { DateReading(reading: Array(text.utf8).span) }

  @Test(arguments: [
    MeasureCase("=90.00(套)", "=", "90.00", "套"), MeasureCase("≥2.00(小时)", "≥", "2.00", "小时"),
    MeasureCase("=5.00(万人次)", "=", "5.00", "万人次"), MeasureCase("<4.97元/分钟", "<", "4.97", "元/分钟"),
    MeasureCase("11%", nil, "11", "%"), MeasureCase(">=50人", "≥", "50", "人"),
    MeasureCase("<=20%", "≤", "20", "%"), MeasureCase("=36000", "=", "36000", nil),
    MeasureCase("≥98 (%)", "≥", "98", "%"), MeasureCase("=100 (%)", "=", "100", "%"),
    MeasureCase("＞＝５０（人）", "≥", "50", "人"), MeasureCase("＝１００％", "=", "100", "%"),
    MeasureCase("0", nil, "0", nil), MeasureCase("95.6", nil, "95.6", nil),
    MeasureCase("15", nil, "15", nil),
    MeasureCase("9,100,024.2", nil, "9100024.2", nil), MeasureCase("≥1，000人", "≥", "1000", "人"),
    MeasureCase("≠0", "≠", "0", nil), MeasureCase(">98%", ">", "98", "%"),
    MeasureCase("6套", nil, "6", "套"),
    MeasureCase("≤0.8‰", "≤", "0.8", "‰"), MeasureCase("3亿元", nil, "3", "亿元"),
    MeasureCase("5万(人次)", nil, "5", "万人次"), MeasureCase("=935人次", "=", "935", "人次"),
    MeasureCase("≤25℃", "≤", "25", "℃"), MeasureCase("≥100㎡", "≥", "100", "㎡"),
    MeasureCase("=180000.00(元)", "=", "180000.00", "元"), MeasureCase("≤60dB", "≤", "60", "dB"),
    MeasureCase("≥5(人·天)", "≥", "5", "人·天"), MeasureCase("≥12( 次 )", "≥", "12", "次"),
    MeasureCase("≧3次", "≥", "3", "次"), MeasureCase("⩽3次", "≤", "3", "次"),
    MeasureCase("═100%", "=", "100", "%"),
    MeasureCase("≥5%/年", "≥", "5", "%/年"),
    MeasureCase("40万", nil, "40", "万"), MeasureCase("≤7个工作日", "≤", "7", "个工作日"),
    MeasureCase("96.00%", nil, "96.00", "%"), MeasureCase("> 5 次", ">", "5", "次"),
  ])
  func measuresAreRead(_ expected: MeasureCase) {
    let measure = measure(expected.text)
    #expect(measure.text == expected.text)
    #expect(measure.relation == expected.relation)
    #expect(measure.number == expected.number)
    #expect(measure.unit == expected.unit)
  }

  @Test(arguments: [
    "及时", "三级", "原4面广告牌钢架", "一级故障≤90分钟，二级故障≤180分钟", "10-20个", "2024-01-01", "3000,5", "—", "",
    "=", "≥", "≥%", "98%以上", "40万左右", "12月底前完成", "30分钟内", "1,00", "1,0000", "0,123", "1,234,56",
    "12,3456", "5.", ".5", "1.2.3", "5,", "1,", "1,234,", "≥≥5", "=>5", "-5%", "90()", "90(套",
    "90套)", "90(套)(次)",
    "5%(套)", "5m2", "5、6", "5。", "5(一二三四五六七八九十一二三)", "≥5次≥6次", "100%，及时", "约5人", "5 6", "100%合格",
    "5一二三四五六七八九十一二三", "1:2",
  ])
  func otherTextsHaveTextAlone(text: String) {
    #expect(measure(text) == Measure(text: text))
  }

  @Test(arguments: [
    ("225,000.00", "225000.00"), ("71387200", "71387200"), ("9,100,024.2", "9100024.2"),
    ("0.00", "0.00"),
    ("0", "0"), ("¥1,000", "1000"), ("￥ 12.50", "12.50"), ("１，２３４．５", "1234.5"),
    ("401732300.00", "401732300.00"),
  ])
  func amountsAreRead(text: String, expected: String) {
    #expect(amount(text) == Amount(text: text, amount: expected))
  }

  @Test(arguments: [
    ("100元", "100", "元"), ("298.8万元", "298.8", "万元"), ("1,234.50 （万元）", "1234.50", "万元"),
    ("￥3亿元", "3", "亿元"), ("298.8万", "298.8", "万"), ("3.5亿", "3.5", "亿"), ("１，２００ 万", "1200", "万"),
  ])
  func anAmountMayPrintItsUnit(text: String, expected: String, unit: String) {
    #expect(amount(text) == Amount(text: text, amount: expected, unit: unit))
  }

  @Test(arguments: [
    "—", "", "100元整", "5万人", "万", "5千万", "元", "3套", "100元/人", "1,00", "3000,5", "-5", "¥", "12 34",
    "无", "1.",
    "≥5", "1.2.3", "10%",
    "1,2345",
  ])
  func otherAmountsHaveTextAlone(text: String) {
    #expect(amount(text) == Amount(text: text))
  }

  @Test(arguments: [
    ("2019-1-1", "2019-01-01"), ("2019. 1. 1", "2019-01-01"), ("2019. 12. 31", "2019-12-31"),
    ("2019.1.1", "2019-01-01"), ("2019/1/1", "2019-01-01"), ("2019年1月", "2019-01"),
    ("2019年12月", "2019-12"), ("2019年1月1日", "2019-01-01"), ("2019年", "2019"), ("2019", "2019"),
    ("20190101", "2019-01-01"), ("2019-01-01 00:00:00", "2019-01-01"),
    ("2019-01-01T23:59:59", "2019-01-01"),
    ("2024-01-01 00:00:00.0", "2024-01-01"), ("2019-01", "2019-01"), ("2019.1", "2019-01"),
    ("201912", "2019-12"),
    ("２０１９－１－１", "2019-01-01"), ("2020-02-29", "2020-02-29"), ("2000-2-29", "2000-02-29"),
    ("2019年 1月 1日", "2019-01-01"), ("2019年1月1号", "2019-01-01"), ("2019-1-1 8:30", "2019-01-01"),
    ("2019 . 1 . 1", "2019-01-01"), ("2019年1月1日00:00", "2019-01-01"),
    ("20190101 00:00", "2019-01-01"), ("2019年度", "2019"), ("二〇一九年", "2019"),
    ("二○一九年度", "2019"), ("二〇一九年一月", "2019-01"), ("二零一九年十二月三十一日", "2019-12-31"),
    ("二〇一九年十月二十日", "2019-10-20"), ("二〇二〇年2月二十九日", "2020-02-29"),
  ])
  func datesAreRead(text: String, expected: String) {
    #expect(date(text) == DateReading(text: text, date: expected))
  }

  @Test(arguments: [
    "", "2019-13-1", "2019-0-1", "2019-1-0", "2019-2-29", "1900-2-29", "2019-4-31", "2019-1.1",
    "2019-1-1-1", "219-1-1",
    "0999", "20191301", "20190132", "2019年13月", "2019年1月32日", "2019年1月1", "2019年1", "2019年1月-12月",
    "2019-1-",
    "2019-", "全年", "2019-1-1 24:00", "2019-1-1 10:60", "2019-1-1 10", "2019-1-1a", "20191",
    "2019010",
    "2019-1-110:00", "二〇一九", "一月", "二〇一九年十三月", "二〇一九年一月一日起", "2019年1月1日起", "2019-001-01",
  ])
  func otherDatesHaveTextAlone(text: String) {
    #expect(date(text) == DateReading(text: text))
  }

  /// Any cut of a real text, at any byte, must not trap.
  @Test func brokenBytesDoNoHarm() {
    for sample in ["＞＝５，０００（万人次）", "2019年1月1日 00:00:00.0", "￥ 1，234.5"] {
      let text = Array(sample.utf8)
      for start in text.indices {
        for end in start...text.count {
          _ = Measure(reading: text[start..<end].span)
          _ = Amount(reading: text[start..<end].span)
          _ = DateReading(reading: text[start..<end].span)
        }
      }
    }
    let long = Array(repeating: UInt8(ascii: "9"), count: 100_000)
    #expect(Measure(reading: long.span).number == nil)
  }
}
