public import IR

/// Draws forms as their layouts print them.
///
/// What is drawn is read back before it is handed out: as it is, and with merged cells split up as
/// markdown and TSV have them. Whatever the grid does not say stands in an appendix below it, so that
/// every form comes back whole.
public struct FormRenderer: Sendable {
  /// Why a form cannot be drawn.
  public enum RenderError: Error, Sendable, Hashable {
    /// The form's layout is none of those that are known.
    case unknownLayout(id: String, known: [String])
  }

  private let layouts: LayoutSet

  /// Creates a renderer of forms of some layouts.
  ///
  /// Whoever reads the forms again must know the same layouts.
  public init(layouts: LayoutSet = .builtIn) { self.layouts = layouts }

  /// Draws a form.
  ///
  /// - Returns: A sheet named after the project, with the title as its heading, the form as one
  ///   table, and the appendix where there is one.
  public func render(_ form: Form) throws(RenderError) -> Sheet {
    let known = layouts.layouts
    guard let number = known.firstIndex(where: { $0.id == form.layout }) else {
      throw .unknownLayout(id: form.layout, known: known.map(\.id))
    }
    let page = RenderedPage(form, layout: number, of: layouts.vocabulary)
    return Sheet(
      name: form.displayName, document: page.document, frozenRowCount: page.title == nil ? 0 : 1,
      frozenColumnCount: levelColumnCount(of: known[number]))
  }

  /// How many columns of the grid the caption and the levels take.
  private func levelColumnCount(of layout: Layout) -> Int {
    for case .indicators(let widths) in layout.drawing.blocks.map(\.content) {
      return zip(layout.columns, widths).reduce(0) { count, column in
        column.0.key <= .level2 ? count + column.1 : count
      }
    }
    return 0
  }
}
