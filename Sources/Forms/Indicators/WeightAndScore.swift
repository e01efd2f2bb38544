internal import IR

/// Decides whether the only number of a row is its weight or its score: the weights add up to
/// their total.
enum WeightAndScore {
  /// Puts the number of every row that has one only into its column, and says so.
  static func settle(_ rows: inout [IndicatorRow], of reading: inout FormReading) {
    guard reading.layout.columns.contains(where: { $0.key == .score }) else { return }
    let doubtful = rows.indices.filter {
      rows[$0].isEmpty(.weight) != rows[$0].isEmpty(.score)
        && !rows[$0].runTogether.contains { $0.left.column == .weight }
    }
    guard !doubtful.isEmpty else { return }
    let sum = sumOfWeights(rows, of: reading)
    for index in doubtful {
      let score = rows[index][.score]
      guard let token = (rows[index][.weight] + score).first else { continue }
      let isWeight = isWeight(token, isCounted: score.isEmpty, in: sum, of: reading)
      // A number that stands exactly under its header, as the whole row does, is what that says
      // unless the sum says otherwise.
      if rows[index].isInPlace, (isWeight ?? score.isEmpty) == score.isEmpty { continue }
      if let isWeight {
        rows[index][.weight] = isWeight ? [token] : []
        rows[index][.score] = isWeight ? [] : [token]
      }
      reading.report(
        .valueColumnInferred, token,
        .text("column", reading.label(of: rows[index][.weight].isEmpty ? .score : .weight)))
    }
  }

  /// The sum of the weights as they are bound, that of the funding table included.
  private static func sumOfWeights(
    _ rows: [IndicatorRow], of reading: FormReading
  ) -> ExactDecimal? {
    let weights = rows.lazy.flatMap { $0[.weight] }.compactMap { reading.measure([$0]).decimal }
    return ExactDecimal.sum(
      Array(weights) + reading.form.fundingRows.compactMap { $0.weight?.decimal })
  }

  /// Whether the weights add up with a number, or without it; `nil` when neither tells.
  ///
  /// - Parameter isCounted: Whether the number is in the sum.
  private static func isWeight(
    _ token: Int, isCounted: Bool, in sum: ExactDecimal?, of reading: FormReading
  ) -> Bool? {
    guard let total = reading.form.total?.weight?.decimal, let sum,
      let own = reading.measure([token]).decimal,
      let with = isCounted ? sum : sum.adding(own),
      let without = isCounted ? sum.subtracting(own) : sum
    else { return nil }
    if with == total { return true }
    return without == total ? false : nil
  }
}
