internal import IR

/// What `explain` says about a code: that of a diagnostic, or of an input or output that failed.
struct Explanation {
  /// The code, as it stands in reports.
  let code: String
  /// How much it matters.
  let severity: Severity
  /// What happened, in short; an ellipsis stands for each value.
  let outline: LocalizedText
  /// What happened, why, and what to do about it.
  let text: LocalizedText

  /// The explanations of all codes, by their name.
  static let all =
    (DiagnosticCode.allCases.map(Explanation.init)
    + InputReport.Failure.Kind.allCases.map(Explanation.init)).sorted { $0.code < $1.code }

  private init(_ code: DiagnosticCode) {
    self.code = code.rawValue
    severity = code.severity
    outline = LocalizedText(en: code.messageOutline(.english), zh: code.messageOutline(.chinese))
    text = code.explanation
  }

  private init(_ kind: InputReport.Failure.Kind) {
    code = kind.rawValue
    severity = .error
    outline = kind.outline
    text = kind.explanation
  }
}

extension InputReport.Failure.Kind: CaseIterable {
  static var allCases: [Self] { [.input, .output] }

  /// What could not be done.
  fileprivate var outline: LocalizedText {
    switch self {
    case .input: LocalizedText(en: "input that cannot be read", zh: "输入无法读取")
    case .output: LocalizedText(en: "output that cannot be written", zh: "结果无法写入")
    }
  }

  /// What happened, why, and what to do about it.
  fileprivate var explanation: LocalizedText {
    switch self {
    case .input:
      LocalizedText(
        en: """
          The file is missing, is too large, is no text, or cannot be decoded; the message says \
          which. Nothing was written for this input, the others were converted, and the exit \
          status is at least 3. Do what the message advises and convert the input again.
          """,
        zh: """
          文件不存在、太大、不是文本，或者无法解码，具体原因见提示。这个输入没有产生结果，其他输入照常转换，\
          退出状态至少为 3。请按提示处理后重新转换。
          """)
    case .output:
      LocalizedText(
        en: """
          The system refused to write the file, for instance because the disk is full or the \
          folder may not be written to; the message says why. No half-written file is left, an \
          older one is kept, and the exit status is 4. Remove the cause and convert the input again.
          """,
        zh: """
          系统不允许写入文件，例如磁盘已满，或者没有写入该文件夹的权限，具体原因见提示。不会留下写了一半的文件，\
          原有的文件保持不变，退出状态为 4。请排除原因后重新转换。
          """)
    }
  }
}
