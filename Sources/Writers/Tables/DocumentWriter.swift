public import IR

/// Writes documents as the text of some format, block by block.
///
/// A document may come in parts: each is turned into bytes at once, so that a large one need not
/// be in memory as blocks.
public protocol DocumentWriter: Sendable {
  /// Begins a sheet; without one, all blocks are of one sheet without a name.
  mutating func beginSheet(_ name: String)

  /// Appends the blocks of a document, or of a part of one, to the sheet.
  ///
  /// - Throws: ``WriteError`` when merged cells make a table too large to be written out.
  mutating func append(_ document: Document) throws(WriteError)

  /// Takes the output that is complete, where it need not wait for the rest.
  mutating func takeFinished() -> ByteBuffer

  /// The whole output, or what was not taken of it.
  consuming func finish() -> ByteBuffer
}

extension DocumentWriter {
  /// Nothing: all waits for the end.
  public mutating func takeFinished() -> ByteBuffer { ByteBuffer() }

  /// Appends a sheet.
  public mutating func append(_ sheet: Sheet) throws(WriteError) {
    beginSheet(sheet.name)
    try append(sheet.document)
  }

  /// Appends sheets and gives the whole output.
  public consuming func write(_ sheets: [Sheet]) throws(WriteError) -> ByteBuffer {
    for sheet in sheets { try append(sheet) }
    return finish()
  }
}
