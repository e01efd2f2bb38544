internal import IR

extension Layout {
  /// The layouts that come with the library, the newest first: a form that reads alike in several
  /// is taken for the newest.
  public static let builtIn: [Layout] = [
    layout2024, layout2023, layout2020SelfEvaluation, layout2019,
  ]
}
