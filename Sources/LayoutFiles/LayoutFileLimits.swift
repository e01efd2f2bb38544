/// The limits that keep a hostile layout file from taking all time or memory.
///
/// Real files are far below: the four built-in layouts take 30 KB together.
public enum LayoutFileLimits {
  /// The most bytes a file may have.
  public static let bytes = 1 << 20
  /// The most files read together.
  public static let files = 1_000
  /// How deep lists and mappings may be nested.
  public static let depth = 32
  /// The most values a file may have once its aliases stand for what they name.
  public static let values = 100_000
  /// The most layouts, the built-in ones included.
  public static let layouts = 250
  /// The most different labels of all layouts.
  public static let labels = 20_000
  /// The most characters of a label, or of any other text.
  public static let textLength = 500
  /// The most level-2 labels of a layout, and as many level-1 labels.
  ///
  /// The recogniser tells so many apart.
  public static let levels = 64
  /// The most problems that are told of one file.
  public static let problems = 100
}
