internal import IR

/// A value of a form that a check is about.
enum FormPath: Hashable {
  case title
  case field(FieldKey)
  case components
  case fundingRow(Int, Layout.FundingColumn)
  case indicator(Int, Layout.Column? = nil)
  case total(Layout.Column)
  case emptyLevel(Int)

  /// The pointer from the form, without the slash at its beginning.
  var text: String {
    switch self {
    case .title: "title"
    case .field(let key): key.rawValue
    case .components: "funding/components"
    case .fundingRow(let number, let column): "funding/rows/\(number)/\(column.jsonKey)"
    case .indicator(let number, nil): "indicators/\(number)"
    case .indicator(let number, let column?): "indicators/\(number)/\(column.jsonKey)"
    case .total(let column): "total/\(column.jsonKey)"
    case .emptyLevel(let number): "emptyLevels/\(number)"
    }
  }
}

/// Something that does not hold in a form.
struct CheckFinding {
  var code: DiagnosticCode
  var path: FormPath
  var arguments: [Diagnostic.Argument]

  init(_ code: DiagnosticCode, _ path: FormPath, _ arguments: Diagnostic.Argument...) {
    self.code = code
    self.path = path
    self.arguments = arguments
  }

  /// A number that differs from what others give.
  init(_ code: DiagnosticCode, _ path: FormPath, expected: String, actual: String) {
    self.init(code, path, .text("expected", expected), .text("actual", actual))
  }
}
