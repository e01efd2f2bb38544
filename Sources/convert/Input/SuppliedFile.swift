internal import Forms
internal import IR
internal import Readers
internal import Writers

/// The file of `--set-file`: tab-separated text whose first row has 项目名称 and labels, and each
/// further row the name of a project and the values of its forms.
///
/// Nothing in it is passed over: what cannot be understood is an error with its place.
struct SuppliedFile: Sendable {
  /// The path, as it was given.
  let path: String
  /// The values for the forms of a project, by its name.
  private(set) var values: [String: [SuppliedValue]] = [:]
  /// The projects in the order of the file, with their places.
  private(set) var projects: [(name: String, position: LineTable.Position)] = []

  /// Reads a file.
  ///
  /// - Parameter key: The field a label stands for.
  /// - Throws: ``CommandError`` for a file that cannot be read or understood.
  init(
    _ path: String, _ options: ReadOptions,
    key: (String) throws(NormalizationError) -> FieldKey
  ) throws(CommandError) {
    self.path = path
    var options = options
    options.format = .tsv
    options.encoding = nil
    let source: SourceText
    let document: Document
    do throws(InputError) {
      let input = InputFile(path: path)
      let bytes = try input.readBytes(limit: options.limits.inputBytes)
      do throws(ReadError) {
        source = try SourceText(reading: bytes, name: input.name, options: options)
        document = try Document(reading: source, limits: options.limits)
      } catch {
        throw InputError(error)
      }
    } catch {
      throw CommandError.input(path, error)
    }
    var places = SourcePlaces(source)
    let rows = try rows(of: document, &places)
    try read(rows, key)
  }

  /// A text of the file and where it stands.
  private struct Entry {
    var column: Int
    var text: String
    var position: LineTable.Position
  }

  // MARK: Rows

  /// The cells of the only table that are not empty, row by row.
  private func rows(
    of document: Document, _ places: inout SourcePlaces
  ) throws(CommandError) -> [[Entry]] {
    for diagnostic in document.diagnostics where diagnostic.severity > .note {
      let position = diagnostic.source.map { places.position(of: $0) }
      throw error(position, diagnostic.message(.english), diagnostic.message(.chinese))
    }
    var rows: [[Entry]] = []
    for block in document.blocks {
      switch block {
      case .heading(let text), .paragraph(let text):
        // One column alone is no table.
        let position = places.position(of: text.source)
        throw error(position, Self.noColumns.english, Self.noColumns.chinese)
      case .table(let table):
        let first = rows.count
        for cell in document.cells[table.cells] {
          while rows.count <= first + Int(cell.row) { rows.append([]) }
          let text = document.string(cell.text)
          guard !text.isEmpty else { continue }
          rows[first + Int(cell.row)].append(
            Entry(
              column: Int(cell.column), text: text, position: places.position(of: cell.source)))
        }
      }
    }
    return rows.filter { !$0.isEmpty }
  }

  // MARK: Meaning

  private mutating func read(
    _ rows: [[Entry]], _ key: (String) throws(NormalizationError) -> FieldKey
  ) throws(CommandError) {
    guard let header = rows.first else {
      throw error(nil, Self.noColumns.english, Self.noColumns.chinese)
    }
    let keys = try keys(header, key)
    for row in rows.dropFirst() { try add(row, keys) }
  }

  /// The field of each column of the header but the first.
  private func keys(
    _ header: [Entry], _ key: (String) throws(NormalizationError) -> FieldKey
  ) throws(CommandError) -> [Int: FieldKey] {
    var keys: [Int: FieldKey] = [:]
    for entry in header {
      let field: FieldKey
      do throws(NormalizationError) {
        field = try key(entry.text)
      } catch {
        throw self.error(entry.position, error.message.english, error.message.chinese)
      }
      guard !keys.values.contains(field) else {
        throw error(
          entry.position, "two columns are for '\(entry.text)'", "有两列都是「\(entry.text)」")
      }
      keys[entry.column] = field
    }
    guard keys[0] == .name else {
      throw error(
        header.first?.position, "the first column must be 项目名称, which the rows are known by",
        "第一列必须是「项目名称」，各行由它识别")
    }
    keys[0] = nil
    guard !keys.isEmpty else {
      throw error(header.first?.position, Self.noColumns.english, Self.noColumns.chinese)
    }
    return keys
  }

  private mutating func add(_ row: [Entry], _ keys: [Int: FieldKey]) throws(CommandError) {
    guard let first = row.first, first.column == 0 else {
      throw error(row.first?.position, "a row without a project's name", "这一行没有项目名称")
    }
    let project = first.text
    guard values[project] == nil else {
      throw error(
        first.position, "the project '\(project)' has a row already",
        "项目「\(project)」已有一行")
    }
    var supplied: [SuppliedValue] = []
    for entry in row.dropFirst() {
      guard let key = keys[entry.column] else {
        throw error(
          entry.position, "'\(entry.text)' stands in a column without a label",
          "「\(entry.text)」所在的列没有标签")
      }
      supplied.append(SuppliedValue(key, entry.text))
    }
    values[project] = supplied
    projects.append((project, first.position))
  }

  private static let noColumns = LocalizedText(
    en: """
      no columns; the first row names 项目名称 and the labels, with tabs between them
      """,
    zh: "没有列；第一行应写项目名称和各标签，用制表符分隔")

  private func error(
    _ position: LineTable.Position?, _ english: String, _ chinese: String
  ) -> CommandError {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return CommandError(
      status: .wrongUse, subject: path + place,
      message: LocalizedText(en: english, zh: chinese))
  }
}

// MARK: Projects that no form has

extension SuppliedFile {
  /// What there is to say after a run: the projects of the file that no form has.
  ///
  /// - Parameters:
  ///   - found: The names of the projects of all forms.
  ///   - severity: The lowest severity the person is told of.
  func report(
    _ found: Set<String>, _ language: Language, minimumSeverity severity: Severity
  ) -> InputReport {
    var report = InputReport(
      InputFile(path: path), language: language, minimumSeverity: severity)
    for project in projects where !found.contains(project.name) {
      let diagnostic = Diagnostic(
        .projectNotFound, arguments: [.text("project", project.name)])
      report.append([diagnostic]) { _ in project.position }
    }
    return report
  }
}
