/// The limits that keep a hostile input from taking all time or memory.
///
/// Every one is named in the diagnostic or error that reports it.
public struct Limits: Sendable, Hashable {
  /// The most bytes one input may have.
  ///
  /// At most 2 GiB: offsets are 31 bits wide.
  public var inputBytes = 512 << 20
  /// The most columns a table may have.
  public var columns = 16_384
  /// The most tables that may be nested in HTML.
  public var depth = 5_000
  /// The most values that may be nested in JSON; our own has eight.
  public var jsonDepth = 64
  /// The widest `colspan` (WHATWG HTML, 4.9.11).
  public var columnSpan = 1_000
  /// The highest `rowspan` (WHATWG HTML, 4.9.11).
  public var rowSpan = 65_534
  /// The most slots of tables that are written out although no cell begins in them.
  ///
  /// Formats without spans need them; a few bytes of spans could ask for any number.
  public var emptySlots = 1 << 24

  /// The most bytes that the parts of a package may have once they are unpacked.
  public var packageBytes = 2 << 30
  /// The most parts a package may have.
  public var packageParts = 10_000
  /// How many times as large as its compressed form a part may be, where it is larger than
  /// ``freelyUnpackedBytes``; and what all cells show, beside the package.
  public var compressionRatio = 200
  /// Up to this size a part may have been compressed as far as it could be.
  public var freelyUnpackedBytes = 64 << 20

  /// The most ways a workbook's cells may look; spreadsheet programs have 64,000 or a little more.
  public var cellStyles = 65_536
  /// The most attributes an element of a package's parts may have, and the most namespaces that may
  /// be declared around one: each is compared with all others.
  public var xmlAttributes = 256
  /// The most bytes a tag of a package's parts may have.
  public var xmlTagBytes = 256 << 10

  /// The default limits.
  public init() {}
}
