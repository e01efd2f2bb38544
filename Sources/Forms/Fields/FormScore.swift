internal import IR

/// The score of the whole form where it stands with the fields: 自评得分 | 98.
extension FormReading {
  /// Takes the number behind the label of the score of the whole form, where no row of totals gives it.
  mutating func takeScore(of parts: [RowLabels.Part]) {
    guard form.kind == .selfEvaluation, parts.count > 1, form.total == nil else { return }
    for (label, value) in zip(parts, parts.dropFirst()) where isLabelOfScore(label.token) {
      guard self[fate: value.token] == .open, measure([value.token]).number != nil,
        !hasTotals(besidesRow: grid.tokens[value.token].row)
      else { continue }
      form.total = Total(score: measure([value.token]))
      self[fate: label.token] = .label
      place([value.token], at: "total/score")
      anchor(value.token, at: .total(.score))
      return
    }
  }

  /// Whether another row begins with the label of the totals.
  private func hasTotals(besidesRow row: Int) -> Bool {
    rows.contains { other in
      other != row && grid.rows[other].tokens.first.map { facts($0).contains(.total) } ?? false
    }
  }

  private func isLabelOfScore(_ token: Int) -> Bool {
    meanings(token).contains { meaning in
      switch meaning {
      case .total, .column(.score), .fundingColumn(.score): true
      default: false
      }
    }
  }
}
