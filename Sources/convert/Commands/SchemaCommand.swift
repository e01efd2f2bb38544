internal import ArgumentParser
internal import LayoutFiles
internal import Writers

/// `formconvert schema`: prints the JSON Schema of the output, or of layout files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.schema.rawValue,
    abstract: "Print the JSON Schema (draft 2020-12) of what 'convert' writes.",
    discussion: """
      With '--for layouts', the schema of layout files: an editor that knows it completes their \
      keys and words.
      """)

  /// What a schema is for.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    /// What `convert` writes.
    case forms
    /// What `--layouts` reads.
    case layouts
  }

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("What to print the schema of.", valueName: "subject"))
  var subject = Subject.forms

  func run() throws {
    let schema =
      switch subject {
      case .forms: JSONSchema.document
      case .layouts: LayoutSchema.document
      }
    try OutputStream.standardOutput.printWhole(ByteBuffer(indenting: schema.buffer))
  }
}
