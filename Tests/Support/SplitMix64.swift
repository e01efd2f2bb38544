/// A small random number generator whose sequence follows from its seed alone.
///
/// Sebastiano Vigna's SplitMix64; the damage of a variant can be repeated from its seed anywhere.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to a bound.
  public mutating func next(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }

  /// Whether an event of this probability, in percent, happens.
  public mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}
