internal import IR

extension Layout {
  /// The layouts that come with the library.
  public static let builtIn: [Layout] = [
    layout2019, layout2020SelfEvaluation, layout2023, layout2024,
  ]
}
