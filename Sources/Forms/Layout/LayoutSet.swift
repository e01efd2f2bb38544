/// The layouts forms are read by, prepared once for any number of documents.
public struct LayoutSet: Sendable {
  /// The layouts, in the order they are preferred in.
  public let layouts: [Layout]
  /// Their labels, once a form is looked for: tables need none.
  private let prepared = Lazy<Vocabulary>()

  /// The layouts that come with the library.
  public static let builtIn = LayoutSet(Layout.builtIn)

  /// Creates a set of layouts; their labels are prepared for the first form, so keep the set.
  public init(_ layouts: [Layout]) { self.layouts = layouts }

  /// Their labels.
  var vocabulary: Vocabulary { prepared.value { Vocabulary(layouts) } }
}

extension LayoutSet {
  /// The layout with an identifier.
  public subscript(id: String) -> Layout? { layouts.first { $0.id == id } }
}
