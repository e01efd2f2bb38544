internal import IR

extension ConversionRun {
  /// The records of what earlier runs have done, where outputs that are up to date are left as
  /// they are.
  func record(_ list: InputList, format: OutputFormat) throws -> BatchRecord? {
    guard let settings else { return nil }
    guard list.isBatch, let output else {
      throw UsageError(
        en: "--skip-existing is for several inputs and a folder for their outputs",
        zh: "--skip-existing 只用于多个输入、结果存放在文件夹的情形")
    }
    return try BatchRecord(of: output, settings: settings(format))
  }

  /// Tells how many outputs were left as they are.
  func tellUpToDate(_ count: Int) {
    guard count > 0 else { return }
    let message = LocalizedText(
      en: "outputs that were up to date and left as they are: \(count)",
      zh: "已是最新、未重新生成的结果：\(count) 个")
    OutputStream.standardError.print(Severity.note.line(FormConvert.name, message, language))
  }
}
