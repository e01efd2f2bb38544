/// The line at the end of tab-separated text that says that it has escapes.
///
/// Without it a backslash is a backslash, as in other people's `C:\new`. It stands at the end, so
/// that the first line is still the header for programs that know nothing of it.
public enum TSVMark {
  /// The line, without its end.
  public static let line = #"#escapes: \n \t \r \\"#
}
