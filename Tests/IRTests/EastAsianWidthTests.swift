import IR
import Testing

/// Values from EastAsianWidth.txt of Unicode 17.0.0.
@Suite struct EastAsianWidthTests {
  @Test(
    arguments: [
      "中", "，", "（", "）", "：", "Ａ", "～", "、", "《", "》", "【", "한", "ア", "㎡", "㈠", "\u{3000}", "𠀀",
      "😀", "￥", "⌚",
    ] as [Unicode.Scalar])
  func wide(scalar: Unicode.Scalar) {
    #expect(EastAsianWidth.isWide(scalar))
  }

  @Test(
    arguments: [
      "a", "1", " ", "≥", "≤", "“", "”", "—", "…", "·", "①", "℃", "%", "×", "ｱ", "é", "\u{303F}",
      "\u{A48D}", "\u{FF61}", "\u{10FFFF}",
    ] as [Unicode.Scalar])
  func narrow(scalar: Unicode.Scalar) {
    #expect(!EastAsianWidth.isWide(scalar))
  }

  /// The number of code points with width W or F, counted with python3's `unicodedata2` 17.0.1,
  /// surrogates left out (none is wide).
  @Test func asManyAsInTheStandard() {
    let count = (0...0x10FFFF as ClosedRange<UInt32>).count { value in
      Unicode.Scalar(value).map(EastAsianWidth.isWide) ?? false
    }
    #expect(count == 182_876)
  }
}
