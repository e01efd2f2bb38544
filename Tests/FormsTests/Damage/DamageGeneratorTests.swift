import Forms
import Testing

/// Whether the generator itself does what its figures rely on.
@Suite struct DamageGeneratorTests {
  @Test func aSeedAlwaysGivesTheSameBytes() {
    for layout in PrintLayout.allCases {
      for seed in 0..<20 as Range<UInt64> {
        let first = DamageVariant(layout: layout, seed: seed, isDamaged: true)
        let second = DamageVariant(layout: layout, seed: seed, isDamaged: true)
        #expect(first.bytes == second.bytes)
        #expect(first.log == second.log)
      }
    }
  }

  @Test func everyClassHasManyIndicators() {
    for kind in IndicatorPool.Class.allCases {
      #expect((IndicatorPool.entries[kind]?.count ?? 0) >= 150, "\(kind)")
    }
    #expect(IndicatorPool.management.count > 25)
  }

  @Test func undamagedPagesHoldEveryText() {
    for layout in PrintLayout.allCases {
      for seed in 0..<60 as Range<UInt64> {
        let variant = DamageVariant(layout: layout, seed: seed, isDamaged: false)
        let page = Comparison.key(
          String(decoding: variant.bytes, as: UTF8.self).replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("$", with: "").replacing("\\geq", with: "≥")
            .replacing("\\leq", with: "≤").replacing("\\%", with: "%"))
        #expect(variant.log.isEmpty)
        for expected in variant.expected {
          #expect(!expected.isTouched && !expected.hasLostLevel && expected.places.count == 1)
          for text in expected.texts.values { #expect(page.contains(Comparison.key(text))) }
          #expect(page.contains(expected.level1 ?? "?") && page.contains(expected.level2 ?? "?"))
        }
      }
    }
  }

  @Test func damageIsDoneAndEveryKindOccurs() {
    var kinds: Set<DamageKind> = []
    for layout in PrintLayout.allCases {
      for seed in 0..<100 as Range<UInt64> {
        let variant = DamageVariant(layout: layout, seed: seed, isDamaged: true)
        #expect((1...3).contains(variant.log.count))
        kinds.formUnion(variant.kinds)
        #expect(!variant.expected.isEmpty)
        for expected in variant.expected {
          #expect(!expected.places.isEmpty)
          for place in expected.places { #expect(variant.bytes.indices.contains(place.lowerBound)) }
        }
      }
    }
    #expect(kinds == Set(DamageKind.allCases))
  }
}
