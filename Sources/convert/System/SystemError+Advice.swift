internal import IR

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a person is told of a failed call: what went wrong, and what to do about it.
extension SystemError {
  /// What is said about a file or a folder that cannot be read.
  func message(reading path: String) -> LocalizedText {
    // The bytes of a name in another encoding, as archives made on Windows give, are lost in a path.
    if isAbsence, path.unicodeScalars.contains("\u{FFFD}") {
      return LocalizedText(
        en: "the name is not UTF-8; rename it, for example with 'convmv -f gbk -t utf-8 --notest'",
        zh: "名字不是 UTF-8 编码；请先改名，例如用「convmv -f gbk -t utf-8 --notest」")
    }
    return message.followed(by: readingAdvice)
  }

  /// What could not be written, and why: a file, or standard output where it has no path.
  func message(writing path: String?) -> LocalizedText {
    LocalizedText(
      en: "cannot write \(path.map { "'\($0)'" } ?? "to standard output"): \(message(.english))",
      zh: "无法写\(path.map { "入「\($0)」" } ?? "到标准输出")：\(message(.chinese))"
    ).followed(by: writingAdvice)
  }

  private var readingAdvice: LocalizedText? {
    switch code {
    // A slip, a space, a pattern that fits nothing.
    case ENOENT:
      LocalizedText(
        en: "check the name, and put one with spaces in quotes", zh: "请检查名字，带空格的名字要加引号")
    case ENOTDIR: LocalizedText(en: "check the name", zh: "请检查名字")
    case EACCES, EPERM:
      LocalizedText(
        en: "allow reading it, such as with 'chmod u+r', or ask its owner to",
        zh: "请设置读取权限，例如用「chmod u+r」，或请文件的主人设置")
    case ELOOP:
      LocalizedText(
        en: "it is a link that leads back to itself; name the file that is meant",
        zh: "这个链接又指回了自己；请直接写要读的文件")
    default: nil
    }
  }

  private var writingAdvice: LocalizedText? {
    switch code {
    case ENOSPC, EDQUOT:
      LocalizedText(en: "make room, or write to another disk", zh: "请腾出空间，或写到别的磁盘")
    case EACCES, EPERM, EROFS:
      LocalizedText(
        en: "choose a place where you may write, or allow it there", zh: "请另选有写入权限的位置，或设置那里的写入权限")
    case ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG:
      LocalizedText(en: "choose another name or place", zh: "请另选名字或位置")
    default: nil
    }
  }
}

extension LocalizedText {
  /// The text, and what is said after it.
  fileprivate func followed(by advice: LocalizedText?) -> LocalizedText {
    guard let advice else { return self }
    return LocalizedText(
      en: "\(english); \(advice.english)", zh: "\(chinese)；\(advice.chinese)")
  }
}
