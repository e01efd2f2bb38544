internal import IR
internal import Readers
internal import Writers

/// The file beside an input that says what the input says: `expected.json` in a folder of its own,
/// where the input is called `source`, or else `NAME.expected.json`.
enum ExpectedFile {
  static let ending = ".expected.json"
  private static let name = "expected.json"

  /// Whether a file is an expectation, not an input.
  static func isExpectation(_ path: String) -> Bool {
    let name = Path.name(of: path)
    return name == Self.name || name.hasSuffix(ending)
  }

  /// Where the expectation for an input would be.
  static func place(for input: InputFile) -> String {
    let name = Path.name(of: input.path)
    let isAlone = name == "source" || name.hasPrefix("source.")
    return isAlone
      ? Path.join(Path.folder(of: input.path), Self.name) : input.path + ending
  }

  /// The expectation for an input, where there is one.
  static func path(for input: InputFile) -> String? {
    if input.isStandardInput { return nil }
    let place = place(for: input)
    return (try? CLibrary.status(of: place)) == nil ? nil : place
  }

  /// Reads an expectation.
  static func read(_ path: String, limits: Limits) throws(InputError) -> ExpectedContent {
    let file = InputFile(path: path)
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try file.readBytes(limit: limits.inputBytes)
    } catch {
      throw InputError(
        message: LocalizedText(
          en: "\(path): \(error.message.english)", zh: "\(path)：\(error.message.chinese)"))
    }
    var options = ReadOptions()
    options.format = .json
    do throws(ReadError) {
      return try ExpectedContent(
        reading: SourceText(reading: bytes, name: file.name, options: options), limits: limits)
    } catch {
      let place = path + (error.position.map { ":\($0.line):\($0.column)" } ?? "")
      throw InputError(
        message: LocalizedText(
          en: "\(place): \(error.message.english)", zh: "\(place)：\(error.message.chinese)"))
    }
  }

  /// Writes what an input says now as its expectation; keeps what a person allowed besides.
  static func update(
    _ input: InputFile, _ conversion: Conversion, number: Int
  ) throws(CommandError) {
    var conversion = conversion
    conversion.format = .json
    conversion.content = .forms
    conversion.writing.isIndented = true
    var output = ByteBuffer()
    let report = conversion.convert(input) { output.append($0) }
    if let failure = report.failure {
      throw CommandError(
        status: .unreadableInput, subject: input.path, message: failure.message)
    }
    if let path = Self.path(for: input) { keepAllowed(of: path, in: &output, conversion) }
    let path = place(for: input)
    do throws(SystemError) {
      try OutputFile.write(output, to: path, number: number)
    } catch {
      throw CommandError(
        status: .unwritableOutput, subject: path,
        message: LocalizedText(en: error.message(.english), zh: error.message(.chinese)))
    }
  }

  /// Puts the member `allowed` of the file that is replaced before the others of the new one.
  private static func keepAllowed(
    of path: String, in output: inout ByteBuffer, _ conversion: Conversion
  ) {
    guard let old = try? read(path, limits: conversion.reading.limits), old.allowed != nil else {
      return
    }
    let allowed = old.allowedText
    let rest = output.bytes.dropFirst(2)
    // Its key is the first in the order of canonical JSON.
    var kept = ByteBuffer()
    kept.append("{\n  \"allowed\": ")
    kept.append(allowed.span)
    kept.append(",\n")
    kept.append(rest.span)
    output = kept
  }
}
