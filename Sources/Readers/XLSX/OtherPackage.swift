internal import IR

/// What a package is that is no workbook.
enum OtherPackage {
  /// The error that says so.
  static func error(for archive: ZipArchive) -> ReadError {
    if archive.contains("word/document.xml") {
      return refusal(
        "a DOCX file", "DOCX 文件",
        "make markdown of it with pandoc -t gfm, or copy its tables into a workbook",
        "请用 pandoc -t gfm 转成 markdown，或把表格复制到工作簿中")
    }
    if archive.contains("xl/workbook.bin") {
      return refusal("an XLSB file", "XLSB 文件", "save it as XLSX", "请另存为 XLSX")
    }
    if archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") {
      return refusal(
        "an OpenDocument file, such as ODS", "OpenDocument 文件（如 ODS）", "save it as XLSX",
        "请另存为 XLSX")
    }
    return refusal(
      "a ZIP archive without a workbook", "不含工作簿的 ZIP 压缩包", "unpack it first", "请先解压")
  }

  private static func refusal(
    _ en: String, _ zh: String, _ advice: String, _ adviceZh: String
  ) -> ReadError {
    .package("this is \(en), not XLSX; \(advice)", "这是\(zh)，不是 XLSX；\(adviceZh)")
  }
}
