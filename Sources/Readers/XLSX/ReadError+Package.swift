internal import IR

/// What can be wrong with a package.
extension ReadError {
  static func package(_ en: String, _ zh: String) -> ReadError {
    ReadError(LocalizedText(en: en, zh: zh))
  }

  static let cutShort = package(
    "the XLSX file is cut short or damaged: it has no list of parts; get a whole copy of it",
    "XLSX 文件不完整或已损坏（没有部件目录）；请重新获取完整的文件")

  static func damaged(_ part: String) -> ReadError {
    package(
      "the XLSX file is damaged: part '\(part)' cannot be unpacked; get a whole copy of it",
      "XLSX 文件已损坏：部件「\(part)」无法解压；请重新获取完整的文件")
  }

  static func missingPart(_ part: String) -> ReadError {
    package(
      "the XLSX file is damaged: part '\(part)' is missing; open it in a spreadsheet program, "
        + "save it again",
      "XLSX 文件已损坏：缺少部件「\(part)」；请用电子表格软件打开后重新保存")
  }

  static func badXML(_ part: String, line: Int) -> ReadError {
    package(
      "the XLSX file is damaged: part '\(part)' is not well-formed XML (line \(line))",
      "XLSX 文件已损坏：部件「\(part)」不是合法的 XML（第 \(line) 行）")
  }

  static func documentType(_ part: String) -> ReadError {
    package(
      "part '\(part)' has a document type declaration, which no XLSX file may have; "
        + "it is not read because it could declare entities",
      "部件「\(part)」含有文档类型声明（DTD），XLSX 文件不允许这样；它可能声明实体，因此不予读取")
  }

  static func badPath(_ path: String) -> ReadError {
    package(
      "the XLSX file names a part '\(path)' outside of the package; it is not read",
      "XLSX 文件引用了包外的部件「\(path)」，不予读取")
  }

  static func duplicatePart(_ part: String) -> ReadError {
    package(
      "the XLSX file has two parts named '\(part)'; programs would read different ones",
      "XLSX 文件有两个名为「\(part)」的部件，不同软件会读到不同的内容，不予读取")
  }

  static func packageLimit(_ name: String, _ limit: Int, _ part: String) -> ReadError {
    package(
      "part '\(part)' goes beyond the limit \(name), \(limit); this may be a ZIP bomb, "
        + "and is not read any further",
      "部件「\(part)」超过限制 \(name)（\(limit)）；可能是压缩炸弹，停止读取")
  }

  static func sharedPart(_ part: String, _ sheet: String, _ other: String) -> ReadError {
    package(
      "the XLSX file is damaged: sheets '\(sheet)' and '\(other)' are one part, '\(part)'; open it in "
        + "a spreadsheet program, save it again",
      "XLSX 文件已损坏：工作表「\(sheet)」和「\(other)」是同一个部件「\(part)」；请用电子表格软件打开后重新保存")
  }

  static func tooMuchShown(sheet: String, limits: Limits) -> ReadError {
    package(
      "sheet '\(sheet)': the cells show far more text than the file has, beyond the limit "
        + "compression-ratio, \(limits.compressionRatio); this may be an attack, and is not read any "
        + "further",
      "工作表「\(sheet)」：单元格显示的文字远多于文件本身（限制 compression-ratio，\(limits.compressionRatio) 倍）；"
        + "可能是恶意文件，停止读取")
  }

  static func tooManyStyles(_ limit: Int) -> ReadError {
    package(
      "the XLSX file has more than \(limit) styles of cells, the limit cell-styles, which no "
        + "spreadsheet program can have written",
      "XLSX 文件的单元格样式超过 \(limit) 种（限制 cell-styles），不可能由电子表格软件写出")
  }

  static func beyondGrid(_ reference: String, sheet: String) -> ReadError {
    package(
      "sheet '\(sheet)': cell '\(reference)' is no cell of a spreadsheet (A1 to XFD1048576)",
      "工作表「\(sheet)」：「\(reference)」不是电子表格的单元格（A1 至 XFD1048576）")
  }

  static func cellOutsideRows(sheet: String) -> ReadError {
    package(
      "sheet '\(sheet)': a cell stands in no row; open the file in a spreadsheet and save it again",
      "工作表「\(sheet)」：有单元格不在任何行内；请用电子表格软件打开后重新保存")
  }

  static let encryptedPackage = package(
    "the file is encrypted; open it with its password and save it without one",
    "文件已加密；请用密码打开后另存为不加密的文件")
}
