internal import IR

extension Form.Kind {
  /// What forms of the kind are called.
  func title(_ language: Language) -> String {
    switch self {
    case .targetDeclaration: LocalizedText(en: "target declaration", zh: "绩效目标申报")(language)
    case .selfEvaluation: LocalizedText(en: "self-evaluation", zh: "绩效自评")(language)
    }
  }
}
