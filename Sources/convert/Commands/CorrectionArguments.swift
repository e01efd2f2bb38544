internal import ArgumentParser
internal import IR
internal import Readers

/// The option of commands that apply corrections.
struct CorrectionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A list of corrections to apply, as 'formconvert report' lets a reviewer export it.",
      valueName: "file"))
  var corrections: String?

  /// The most bytes a list may have.
  private static let mostBytes = 64 << 20

  /// Reads the list; an empty one where none is named.
  ///
  /// - Throws: `CommandError` when it cannot be read; when it has mistakes, all of them are told
  ///   and the command ends as for an input that cannot be read.
  func list(_ language: Language) throws -> CorrectionList {
    guard let path = corrections else { return CorrectionList() }
    let bytes = try bytes(of: path)
    do throws(CorrectionList.Failure) {
      return try CorrectionList(reading: bytes)
    } catch {
      for mistake in error.mistakes {
        let place = "\(path):\(mistake.position.line):\(mistake.position.column)"
        OutputStream.standardError.print(Severity.error.line(place, mistake.message, language))
      }
      throw ExitCode(ExitStatus.unreadableInput.rawValue)
    }
  }

  private func bytes(of path: String) throws(CommandError) -> [UInt8] {
    do throws(InputError) {
      return try InputFile(path: path).readBytes(limit: Self.mostBytes)
    } catch {
      throw .input(path, error)
    }
  }
}

extension CorrectionArguments {
  /// Tells how many corrections are about documents that were not among the inputs.
  ///
  /// - Parameters:
  ///   - path: The list.
  ///   - digests: The digests of the inputs.
  static func tellUnused(
    _ list: CorrectionList, of path: String, _ digests: Set<String>, _ language: Language
  ) {
    let count = list.entries.count { !digests.contains($0.sha256) }
    guard count > 0 else { return }
    let message = LocalizedText(
      en: "corrections of documents that are not among the inputs: \(count)",
      zh: "有 \(count) 处改正所属的文件不在输入之中")
    OutputStream.standardError.print(Severity.note.line(path, message, language))
  }
}
