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
  /// The most elements that may be nested in HTML.
  public var depth = 5_000
  /// The widest `colspan` (WHATWG HTML, 4.9.11).
  public var columnSpan = 1_000
  /// The highest `rowspan` (WHATWG HTML, 4.9.11).
  public var rowSpan = 65_534

  /// The default limits.
  public init() {}
}
