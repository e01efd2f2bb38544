internal import IR

extension DiagnosticCode {
  /// The message with an ellipsis for each value it is filled with.
  func messageOutline(_ language: Language) -> String {
    var bytes: [UInt8] = []
    forEachMessagePart(language) { part in
      for index in part.indices { bytes.append(part[index]) }
    } value: { _ in
      bytes += Array("…".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
