internal import IR
internal import Readers

/// What earlier runs into a folder have done, so that a batch can be resumed.
///
/// An output is up to date when a record says that it was made of the same bytes, with the same
/// options, by the same build of the program, and when it still has the bytes it got. Records are
/// the lines of a hidden file in the folder; each is appended when its output has its name. A line
/// that is damaged counts for nothing, and an output without a record is made again.
struct BatchRecord: Sendable {
  /// The name of the file.
  static let fileName = ".formconvert-done"

  private let folder: String
  /// The digest of everything but the input that an output depends on.
  private let settings: String
  private var entries: [String: Entry] = [:]

  private struct Entry: Sendable {
    let input: String
    let output: String
    let severity: Severity?
  }

  /// The most bytes the file may have: a line of some 300 for each of a million outputs.
  private static let mostBytes = 512 << 20
  /// The fields of a line: four digests and a severity.
  private static let fieldCount = 5
  private static let digestLength = 64
  private static let noSeverity = "none"

  /// Reads the records of a folder, if it has any.
  init(of folder: String, settings: String) throws(CommandError) {
    self.folder = folder
    self.settings = settings
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile.readBytes(ofFile: path, limit: Self.mostBytes)
    } catch  where error.isAbsence {
      return
    } catch {
      throw CommandError(
        status: .unreadableInput, subject: path, message: error.message(reading: path))
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") { read(line) }
  }

  private var path: String { Path.join(folder, Self.fileName) }

  private mutating func read(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == Self.fieldCount, fields[1] == settings,
      fields.dropLast().allSatisfy({ $0.utf8.count == Self.digestLength })
    else { return }
    let severity = Severity(rawValue: fields[4])
    guard severity != nil || fields[4] == Self.noSeverity else { return }
    entries[fields[0]] = Entry(input: fields[2], output: fields[3], severity: severity)
  }

  /// Whether an output is up to date, and the highest severity of what was said about its input.
  ///
  /// - Parameter input: The digest of the input.
  func state(of output: String, madeOf input: String) -> (isDone: Bool, severity: Severity?) {
    guard let entry = entries[key(of: output)], entry.input == input,
      let bytes = try? InputFile.readBytes(ofFile: output, limit: Int(Int32.max)),
      SHA256.hexDigest(of: bytes) == entry.output
    else { return (false, nil) }
    return (true, entry.severity)
  }

  /// Records an output that has its name.
  ///
  /// - Parameters:
  ///   - input: The digest of the input.
  ///   - severity: The highest severity of what was said about the input.
  func append(
    _ output: String, madeOf input: String, severity: Severity?
  ) throws(SystemError) {
    let bytes = try InputFile.readBytes(ofFile: output, limit: Int(Int32.max))
    let fields = [
      key(of: output), settings, input, SHA256.hexDigest(of: bytes),
      severity?.rawValue ?? Self.noSeverity,
    ]
    // The line end comes first too, so that a line that was cut off spoils no other one; and all
    // in one call, so that runs at the same time do not mix their lines.
    let line = "\n" + fields.joined(separator: "\t") + "\n"
    let descriptor = try CLibrary.openFile(path, .append)
    defer { try? CLibrary.closeFile(descriptor) }
    try OutputStream(descriptor: descriptor).write(Array(line.utf8)[...])
  }

  /// What an output is known by: its path below the folder, as a digest, which fits into a line
  /// whatever is in the path.
  private func key(of output: String) -> String {
    SHA256.hexDigest(of: Array(output.utf8.dropFirst(folder.utf8.count)))
  }
}
