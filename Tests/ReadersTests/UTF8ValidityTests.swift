import IR
import Readers
import Testing

/// What is taken for UTF-8, beside what Swift's own `String` takes for it.
@Suite struct UTF8ValidityTests {
  /// Bytes at both sides of every limit of Unicode's table 3-7.
  private static let bytes: [UInt8] = [
    0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  /// How many bytes of Chinese and of ASCII stand before; the longest go over several runs of what
  /// is looked at together.
  private static let leads = [0, 1, 2, 3, 4, 126, 127, 128, 129, 130, 131, 132, 255]

  private static func text(_ sequence: [UInt8], after count: Int, before next: Int) -> [UInt8] {
    let chinese = Array("预算绩效目标".utf8)
    let lead = (0..<count / 3 * 3).map { chinese[$0 % chinese.count] }
    return lead + [UInt8](repeating: 0x62, count: count % 3) + sequence
      + [UInt8](repeating: 0x63, count: next)
  }

  private static func isRead(_ text: [UInt8]) -> Bool {
    var options = ReadOptions()
    options.encoding = .utf8
    return (try? SourceText(reading: text, name: nil, options: options)) != nil
  }

  private static func isValid(_ text: [UInt8]) -> Bool {
    String(validating: text, as: UTF8.self) != nil
  }

  private static func expect(_ sequence: [UInt8], after lead: Int, before next: Int) {
    let text = text(sequence, after: lead, before: next)
    #expect(isRead(text) == isValid(text), "\(sequence) after \(lead) bytes, before \(next)")
  }

  @Test(arguments: bytes)
  func threeBytesAnywhere(first: UInt8) {
    for (number, second) in Self.bytes.enumerated() {
      for (other, third) in Self.bytes.enumerated() {
        // Each sequence at one of the places, each place with many sequences.
        let lead = Self.leads[(number * 7 + other) % Self.leads.count]
        for next in [0, 300] { Self.expect([first, second, third], after: lead, before: next) }
      }
    }
  }

  @Test(arguments: leads)
  func fourBytes(lead: Int) {
    for first in [0xE0, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5] as [UInt8] {
      for second in [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2] as [UInt8] {
        for third in [0x61, 0x80, 0xBF, 0xE4] as [UInt8] {
          for fourth in [0x61, 0x80, 0xBF, 0xF0] as [UInt8] {
            Self.expect([first, second, third, fourth], after: lead, before: 200)
          }
        }
      }
    }
  }

  @Test func scalarsThatAreCutOff() {
    for scalar in ["é", "预", "\u{1F600}"] {
      for count in 1..<scalar.utf8.count {
        #expect(!Self.isRead(Self.text(Array(scalar.utf8.prefix(count)), after: 127, before: 0)))
      }
    }
  }
}
