internal import IR

extension ConversionRun {
  /// The format to write: the one that is named, or else that of the output's name; JSON where that
  /// has no ending.
  func format(for list: InputList) throws(UsageError) -> OutputFormat {
    if let format { return format }
    guard let output, !list.isBatch else { return .json }
    if let format = OutputFormat(output: output) { return format }
    // JSON under the name of a document of another kind would be opened as that.
    if let ending = Self.ending(of: output),
      (try? CLibrary.status(of: output))?.kind != .folder
    {
      throw Self.unknownEnding(ending)
    }
    return .json
  }

  /// What stands behind the last dot of a file's name, where that looks like the name of a format.
  private static func ending(of output: String) -> Substring? {
    guard let dot = output.lastIndex(of: "."), dot != output.startIndex else { return nil }
    let ending = output[dot...]
    let isName = ending.dropFirst().utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isName && ending.count > 1 && output[..<dot].last != "/" ? ending : nil
  }

  private static func unknownEnding(_ ending: Substring) -> UsageError {
    let endings = OutputFormat.allCases.map(\.ending)
    return UsageError(
      en: """
        '\(ending)' does not say what to write; end the name in \
        \(endings.joined(separator: " ")), or name the format with --to
        """,
      zh: """
        从后缀「\(ending)」看不出写成什么格式；请以 \(endings.joined(separator: " ")) 结尾，或用 --to 指定格式
        """)
  }

  /// Makes sure that no workbook is written on a terminal.
  func checkTerminal(_ outputs: OutputPlan, _ format: OutputFormat) throws(UsageError) {
    guard case .standardOutput = outputs, format == .xlsx,
      CurrentProcess.isTerminal(.standardOutput)
    else { return }
    throw UsageError(
      en: "a workbook cannot be shown on a terminal; name a file, such as '-o forms.xlsx'",
      zh: "工作簿不能显示在终端里；请指定文件，例如「-o 表.xlsx」")
  }
}
