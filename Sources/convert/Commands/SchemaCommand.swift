internal import ArgumentParser
internal import Writers

/// `formconvert schema`: prints the JSON Schema of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of what 'convert' writes.")

  func run() throws {
    try OutputStream.standardOutput.printWhole(
      ByteBuffer(indenting: JSONSchema.document.buffer))
  }
}
