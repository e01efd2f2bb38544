internal import IR
internal import LayoutFiles
internal import Readers

extension ConvertCommand {
  /// The digest of everything but an input that its output depends on: the program, the options,
  /// and the files they name.
  func settings(_ format: OutputFormat) throws(CommandError) -> String {
    let options: [(String, String?)] = [
      ("to", format.rawValue), ("as", content.rawValue), ("dialect", dialect?.rawValue),
      ("guard-formulas", "\(guardFormulas)"), ("keep-merged", "\(keepMerged)"),
      ("pretty", "\(pretty)"), ("provenance", "\(provenance)"), ("lang", messages.lang?.rawValue),
      ("from", reading.from?.rawValue), ("encoding", reading.encoding),
      ("max-input-bytes", "\(reading.maxInputBytes)"), ("layout", change.layout),
    ]
    var parts = options.map { "\($0.0)=\($0.1 ?? "")" }
    parts += change.values.map { "set=\($0)" }
    parts.append("program=\(try Self.digest(ofFile: Self.program))")
    for path in [correcting.corrections, change.setFile] {
      parts.append("file=\(try path.map(Self.digest(ofFile:)) ?? "")")
    }
    for file in LayoutFileList(paths: layouts.paths).files {
      parts.append("layouts=\(SHA256.hexDigest(of: file.bytes))")
    }
    // No part can hold the NUL between them.
    return SHA256.hexDigest(of: Array(parts.joined(separator: "\0").utf8))
  }

  /// The program itself: every build counts as another one, whatever it calls its version.
  private static let program = "/proc/self/exe"

  private static func digest(ofFile path: String) throws(CommandError) -> String {
    do throws(SystemError) {
      return SHA256.hexDigest(of: try InputFile.readBytes(ofFile: path, limit: Int(Int32.max)))
    } catch {
      throw CommandError(
        status: .unreadableInput, subject: path, message: error.message(reading: path))
    }
  }
}
