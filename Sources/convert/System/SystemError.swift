internal import IR

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Why a call of the system failed.
struct SystemError: Error, Hashable {
  /// The number of the error.
  let code: Int32

  /// Reading or writing failed.
  static let device = SystemError(code: EIO)

  /// There is no such file or folder.
  var isAbsence: Bool { code == ENOENT }
  /// There is such a file or folder already.
  var isPresence: Bool { code == EEXIST }
  /// Whoever read the output has gone.
  var isClosedPipe: Bool { code == EPIPE }

  /// What went wrong.
  var message: LocalizedText {
    LocalizedText(en: english, zh: Self.chinese[code] ?? english)
  }

  private var english: String {
    let text = CLibrary.text(of: code)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static let chinese: [Int32: String] = [
    EACCES: "没有权限",
    EPERM: "不允许这样做",
    ENOENT: "没有这个文件或文件夹",
    ENOTDIR: "路径中有一段不是文件夹",
    EISDIR: "这是文件夹，不是文件",
    EEXIST: "文件已经存在",
    ENOSPC: "磁盘已满",
    EDQUOT: "超出了磁盘配额",
    EFBIG: "文件太大",
    EROFS: "文件系统是只读的",
    EIO: "读写设备出错",
    EMFILE: "打开的文件太多",
    ENFILE: "打开的文件太多",
    ENAMETOOLONG: "文件名太长",
    ELOOP: "链接层数太多",
    ENOMEM: "内存不足",
    EXDEV: "不在同一个磁盘上",
    ETXTBSY: "文件正在使用",
  ]
}
