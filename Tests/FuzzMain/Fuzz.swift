import CFuzzer
import Foundation
import Fuzzing

/// Feeds a target with what libFuzzer makes up: `fuzz TARGET ARGUMENT-OF-LIBFUZZER…`.
@main
enum Fuzz {
  static func main() {
    let names = FuzzTarget.allCases.map(\.rawValue)
    guard let name = CommandLine.arguments.dropFirst().first, names.contains(name) else {
      print("usage: fuzz \(names.joined(separator: "|")) ARGUMENT-OF-LIBFUZZER...")
      exit(2)
    }
    // libFuzzer takes the first argument for the name of the program, so the target's name is that.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv + 1
    exit(unsafe LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
  }
}

/// The target, which is the name libFuzzer is called by.
private let target = FuzzTarget(rawValue: CommandLine.arguments[1])

/// Checks one input; what libFuzzer calls.
private func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer owns the bytes; they are copied before anything else.
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Finding) {
    try target?.check(bytes)
  } catch {
    // Standard output is not flushed when a process aborts.
    FileHandle.standardError.write(Data("FINDING: \(error)\n".utf8))
    abort()
  }
  return 0
}
