internal import IR

/// Reads the row of totals of a self-evaluation: the sum of the weights, then of the scores.
enum TotalsRecognizer {
  /// Reads a row of totals into the form.
  static func read(_ row: Int, of reading: inout FormReading) {
    let tokens = reading.grid.rows[row].tokens
    guard let label = tokens.first else { return }
    reading[fate: label] = .label
    reading.noteSuffix(of: label)
    var total = Total()
    let numbers = tokens.dropFirst().filter { reading.measure([$0]).number != nil }
    if numbers.count >= 2, let weight = numbers.first {
      total.weight = reading.measure([weight])
      reading.place([weight], at: "total/weight")
      reading.anchor(weight, at: .total(.weight))
    }
    if let score = numbers.count >= 2 ? numbers.dropFirst().first : numbers.first {
      total.score = reading.measure([score])
      reading.place([score], at: "total/score")
      reading.anchor(score, at: .total(.score))
    }
    if total != Total() { reading.form.total = total }
  }
}
