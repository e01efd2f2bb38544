internal import ArgumentParser
internal import Writers

/// Whom tab-separated text is for.
enum TSVDialect: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Other programs: UTF-8 with escapes (IANA text/tab-separated-values).
  case iana
  /// Excel: UTF-16 with quotes.
  case excel
}

/// The formats that can be written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Canonical JSON (RFC 8785).
  case json
  /// Canonical JSON, a form or a table a line.
  case ndjson
  /// GitHub Flavored Markdown.
  case markdown
  /// One HTML page.
  case html
  /// Tab-separated text.
  case tsv
  /// Comma-separated text for spreadsheets (RFC 4180).
  case csv
  /// An Office Open XML workbook.
  case xlsx

  /// The endings of names that ask for the format; the first is given to outputs.
  var endings: [String] {
    switch self {
    case .json: [".json"]
    case .ndjson: [".ndjson", ".jsonl"]
    case .markdown: [".md", ".markdown"]
    case .html: [".html", ".htm"]
    case .tsv: [".tsv", ".tab"]
    case .csv: [".csv"]
    case .xlsx: [".xlsx"]
    }
  }

  /// The ending of an output's name after its input's name.
  var ending: String { endings[0] }

  /// The format of a name: its own, or an ending of its files, such as `md`.
  init?(argument: String) {
    guard let format = Self(rawValue: argument) ?? Self(fileName: "." + argument) else {
      return nil
    }
    self = format
  }

  /// The format that the name of a file asks for.
  init?(fileName: String) {
    let name = fileName.lowercased()
    let format = Self.allCases.first { $0.endings.contains { name.hasSuffix($0) } }
    guard let format else { return nil }
    self = format
  }

  /// The format that the value of `-o` asks for: a file's name, or that of a folder for the parts
  /// of a workbook, such as `out.xlsx/`.
  init?(output: String) {
    guard output.hasSuffix("/") else {
      self.init(fileName: output)
      return
    }
    self.init(fileName: Path.withoutSlashes(output))
    if self != .xlsx { return nil }
  }
}
