/// The layouts forms are read by, prepared once for any number of documents.
public struct LayoutSet: Sendable {
  /// The layouts, in the order they are preferred in.
  public let layouts: [Layout]
  /// Their labels.
  let vocabulary: Vocabulary

  /// The layouts that come with the library.
  public static let builtIn = LayoutSet(Layout.builtIn)

  /// Prepares layouts; this takes a fraction of a millisecond, so keep the set.
  public init(_ layouts: [Layout]) {
    self.layouts = layouts
    vocabulary = Vocabulary(layouts)
  }
}

extension LayoutSet {
  /// The layout with an identifier.
  public subscript(id: String) -> Layout? { layouts.first { $0.id == id } }
}
