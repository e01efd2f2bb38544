internal import IR

/// What was read of an input, or of all of them, in figures.
struct Coverage {
  var formCount = 0
  var formsToLookAt = 0
  var cellCount = 0
  var byteCount = 0
  var unplacedCount = 0
  var outsideCount = 0
  var failureCount = 0
  private(set) var severities: [Severity: Int] = [:]

  /// Counts a diagnostic.
  mutating func count(_ severity: Severity) { severities[severity, default: 0] += 1 }

  /// Adds the figures of another input.
  mutating func add(_ other: Coverage) {
    formCount += other.formCount
    formsToLookAt += other.formsToLookAt
    cellCount += other.cellCount
    byteCount += other.byteCount
    unplacedCount += other.unplacedCount
    outsideCount += other.outsideCount
    failureCount += other.failureCount
    severities.merge(other.severities, uniquingKeysWith: +)
  }
}

extension TidyTables {
  static func coverageColumns(_ language: Language) -> [String] {
    [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "format", zh: "格式"),
      LocalizedText(en: "forms", zh: "表数"),
      LocalizedText(en: "forms to look at", zh: "待核对的表"),
      LocalizedText(en: "cells read", zh: "读取的单元格"),
      LocalizedText(en: "texts without a place", zh: "未归位的文字"),
      LocalizedText(en: "texts outside forms", zh: "表外文字"),
      LocalizedText(en: "errors", zh: "错误"), LocalizedText(en: "warnings", zh: "警告"),
      LocalizedText(en: "repairs", zh: "修复"), LocalizedText(en: "notes", zh: "说明"),
      LocalizedText(en: "bytes", zh: "字节"), LocalizedText(en: "not read", zh: "未能读取"),
    ].map { $0(language) }
  }

  func row(_ input: Input, _ coverage: Coverage) -> [DataTable.Value] {
    let counts: [Severity] = [.error, .warning, .repair, .note]
    let head: [DataTable.Value] = [
      .text(input.name), .init(input.format?.rawValue), .init(coverage.formCount),
      .init(coverage.formsToLookAt), .init(coverage.cellCount), .init(coverage.unplacedCount),
      .init(coverage.outsideCount),
    ]
    let failure =
      coverage.failureCount == 0 ? DataTable.Value.nothing : .init(coverage.failureCount)
    return head + counts.map { .init(coverage.severities[$0] ?? 0) } + [
      .init(coverage.byteCount), input.failure.map { .text($0(columnLanguage)) } ?? failure,
    ]
  }
}
