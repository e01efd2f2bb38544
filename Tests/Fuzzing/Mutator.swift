import TestSupport

/// Changes inputs at random, the same way for the same seed.
///
/// libFuzzer does better, since it sees what its changes reach; this needs nothing but Swift, so
/// that every run of the tests fuzzes a little.
public struct Mutator {
  private var random: SplitMix64
  private let words: [[UInt8]]

  /// Bytes that readers treat in their own ways.
  private static let bytes: [UInt8] =
    Array("|\\`*_<>&;\"'=:#-+ \t\n\r/[]{},0123456789".utf8) + [0, 0xEF, 0xFF, 0xFE, 0xFD, 0x80]

  /// Creates a mutator.
  ///
  /// - Parameter words: What is put in where a target keeps to text.
  public init(seed: UInt64, words: [[UInt8]]) {
    random = SplitMix64(seed: seed)
    self.words = words
  }

  /// An input with a few changes.
  ///
  /// - Parameter others: Inputs to take pieces from.
  public mutating func mutated(_ input: [UInt8], with others: [[UInt8]]) -> [UInt8] {
    var bytes = input
    for _ in 0..<Int.random(in: 1...5, using: &random) { change(&bytes, others) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
    case 1: bytes.replaceSubrange(range(of: bytes, upTo: 64), with: [])
    case 2: bytes.insert(contentsOf: bytes[range(of: bytes, upTo: 64)], at: place)
    case 3:
      let other = others.randomElement(using: &random) ?? []
      bytes.insert(contentsOf: other[range(of: other, upTo: 512)], at: place)
    case 4: bytes.removeLast(min(bytes.count, Int.random(in: 0...16, using: &random)))
    case 5: swapLines(&bytes)
    case 6 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: bytes.insert(Self.bytes.randomElement(using: &random) ?? 0, at: place)
    }
  }

  private mutating func range(of bytes: [UInt8], upTo count: Int) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<start + Int.random(in: 0...min(count, bytes.count - start), using: &random)
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = Int.random(in: 0..<lines.count, using: &random)
    lines.swapAt(first, Int.random(in: 0..<lines.count, using: &random))
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
