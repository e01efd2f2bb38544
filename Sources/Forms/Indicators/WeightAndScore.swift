internal import IR

/// Decides whether the only number of a row is its weight or its score: the weights add up to
/// their total.
enum WeightAndScore {
  /// Puts the number of every row that has one only into its column, and says so.
  static func settle(_ rows: inout [IndicatorRow], of reading: inout FormReading) {
    guard reading.layout.columns.contains(where: { $0.key == .score }) else { return }
    for index in rows.indices {
      let weight = rows[index][.weight]
      let score = rows[index][.score]
      guard weight.isEmpty != score.isEmpty, let token = (weight + score).first else { continue }
      let others = rows.indices.filter { $0 != index }.flatMap { rows[$0][.weight] }
      if let isWeight = isWeight(token, besides: others, of: reading) {
        rows[index][.weight] = isWeight ? [token] : []
        rows[index][.score] = isWeight ? [] : [token]
      }
      reading.report(
        .valueColumnInferred, token,
        .text("column", reading.label(of: rows[index][.weight].isEmpty ? .score : .weight)))
    }
  }

  /// Whether the weights add up with a number, or without it; `nil` when neither tells.
  private static func isWeight(
    _ token: Int, besides others: [Int], of reading: FormReading
  ) -> Bool? {
    guard let total = decimal(reading.form.total?.weight),
      let own = decimal(reading.measure([token]))
    else { return nil }
    let weights =
      others.compactMap { decimal(reading.measure([$0])) }
      + reading.form.fundingRows.compactMap { decimal($0.weight) }
    guard let sum = ExactDecimal.sum(weights), let with = sum.adding(own) else { return nil }
    if with == total { return true }
    return sum == total ? false : nil
  }

  private static func decimal(_ measure: Measure?) -> ExactDecimal? {
    measure?.number.flatMap { ExactDecimal($0) }
  }
}
