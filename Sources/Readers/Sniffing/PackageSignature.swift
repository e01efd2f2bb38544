internal import IR

/// Tells workbooks, and files that people take for them, by their first bytes.
enum PackageSignature {
  /// A compound file (MS-CFB), which old Office files are, and encrypted new ones.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether bytes are a package, or an encrypted one.
  static func isPackage(_ bytes: [UInt8]) -> Bool {
    isZIP(bytes) || isEncrypted(bytes)
  }

  /// The error for what is no package.
  static func error(for bytes: [UInt8]) -> ReadError? {
    if isZIP(bytes) { return nil }
    if isEncrypted(bytes) { return .encryptedPackage }
    if let error = BinarySignature.error(for: bytes) { return error }
    return .package(
      "this is not an XLSX file: it does not begin like a ZIP archive; leave out '--from xlsx'",
      "这不是 XLSX 文件（开头不是 ZIP）；请去掉 --from xlsx")
  }

  /// An archive begins with its first entry, or with the end of its directory where it has none.
  private static func isZIP(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// An encrypted package is a stream of a compound file, named in UTF-16.
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: compound) else { return false }
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    // The directory may lie anywhere, but its entries begin at multiples of 128 bytes.
    return stride(from: 0, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: name) }
  }
}
