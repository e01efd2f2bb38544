internal import IR

/// Reads the row of totals of a self-evaluation: the sums of the weights and of the scores, in the order of
/// their columns.
enum TotalsRecognizer {
  /// Reads a row of totals into the form; a number alone is the sum of the scores, unless no indicator has one.
  static func read(
    _ row: Int, under header: ColumnAligner.Header, hasScores: Bool = true,
    of reading: inout FormReading
  ) {
    let tokens = reading.grid.rows[row].tokens
    guard let label = tokens.first else { return }
    reading[fate: label] = .label
    reading.noteSuffix(of: label)
    let others = tokens.dropFirst()
    if let both = others.first, others.count == 1,
      let points = RunTogetherCells.points(in: both, reading)
    {
      take(points, from: both, of: &reading)
      return
    }
    var total = Total()
    let numbers = others.filter { reading.measure([$0]).number != nil }
    let isScoreFirst = header.index(of: .score) ?? .max < header.index(of: .weight) ?? 0
    let ordered = numbers.count >= 2 && isScoreFirst ? numbers.prefix(2).reversed() : numbers
    let hasWeight = ordered.count >= 2 || !hasScores && header.index(of: .weight) != nil
    if hasWeight, let weight = ordered.first {
      total.weight = reading.measure([weight])
      reading.place([weight], at: "total/weight")
      reading.anchor(weight, at: .total(.weight))
    }
    if let score = hasWeight ? ordered.dropFirst().first : ordered.first {
      total.score = reading.measure([score])
      reading.place([score], at: "total/score")
      reading.anchor(score, at: .total(.score))
    }
    if total != Total() { reading.form.total = total }
  }

  /// Takes both sums from the one cell in which they ran together: 100 99.5.
  private static func take(_ points: [String], from token: Int, of reading: inout FormReading) {
    reading.form.total = Total(
      weight: Measure(reading: points[0].utf8Span.span),
      score: Measure(reading: points[1].utf8Span.span))
    for path in ["total/weight", "total/score"] { reading.place([token], at: path) }
    reading.anchor(token, at: .total(.weight))
    reading.report(
      .cellsRunTogether, token, path: "total/weight", before: reading.printed(token),
      after: points.joined(separator: " | "))
  }
}
