/// Something that must not be, shown by one input.
public struct Finding: Error, CustomStringConvertible {
  /// What it is.
  public let description: String

  /// Describes a finding.
  init(_ description: String) { self.description = description }

  /// Throws a finding unless a condition holds.
  static func require(
    _ condition: Bool, _ description: @autoclosure () -> String
  ) throws(Finding) {
    if !condition { throw Finding(description()) }
  }

  /// Throws a finding where two texts differ, with the first line that does.
  static func requireSame(
    _ was: some CustomStringConvertible, _ found: some CustomStringConvertible, _ what: String
  ) throws(Finding) {
    let lines = was.description.split(separator: "\n", omittingEmptySubsequences: false)
    let others = found.description.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines != others else { return }
    for (line, other) in zip(lines, others) where line != other {
      throw Finding("\(what): was\n\(line)\nis\n\(other)")
    }
    throw Finding("\(what): \(others.count) lines for \(lines.count)")
  }
}
