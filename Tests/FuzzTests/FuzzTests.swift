import Foundation
import Fuzzing
import Testing

/// What the fuzzers found stays mended, and a few thousand more inputs find nothing new.
///
/// `FORMCONVERT_FUZZ_COUNT` asks for more inputs, `FORMCONVERT_FUZZ_SEED` for others.
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["FORMCONVERT_FUZZ_COUNT"].flatMap { Int($0) } ?? 100
  private static let seed = environment["FORMCONVERT_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

  @Test(arguments: FuzzTarget.allCases)
  func whatIsKeptHolds(_ target: FuzzTarget) throws {
    let seeds = try target.seeds
    #expect(!seeds.isEmpty)
    for seed in seeds { Self.check(seed, target) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func changedInputsHold(_ target: FuzzTarget) throws {
    let seeds = try target.seeds.filter { $0.count <= 1 << 14 }
    var mutator = Mutator(seed: Self.seed, words: try target.words)
    for number in 0..<Self.count where !seeds.isEmpty {
      Self.check(mutator.mutated(seeds[number % seeds.count], with: seeds), target)
    }
  }

  private static func check(_ bytes: [UInt8], _ target: FuzzTarget) {
    do throws(Finding) {
      try target.check(bytes)
    } catch {
      Issue.record("\(target.rawValue): \(error)\nof\n\(Data(bytes).base64EncodedString())")
    }
  }
}
