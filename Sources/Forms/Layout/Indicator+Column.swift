internal import IR

extension Indicator {
  /// Sets what a column of values has of the indicator.
  mutating func set(_ column: Layout.Column, to value: Measure) {
    switch column {
    case .overallTarget: overallTarget = value
    case .target: target = value
    case .actual: actual = value
    case .weight: weight = value
    case .score: score = value
    case .caption, .level1, .level2, .name, .deviation, .remark: break
    }
  }

  /// Sets what a column of texts has of the indicator.
  mutating func set(_ column: Layout.Column, to text: String) {
    switch column {
    case .name: name = text
    case .deviation: deviation = text
    case .remark: remark = text
    case .caption, .level1, .level2, .overallTarget, .target, .actual, .weight, .score: break
    }
  }

  /// What a column of the indicator table prints of the indicator.
  func text(of column: Layout.Column) -> String? {
    switch column {
    case .caption: nil
    case .level1: level1
    case .level2: level2
    case .name: name
    case .overallTarget: overallTarget?.text
    case .target: target?.text
    case .actual: actual?.text
    case .weight: weight?.text
    case .score: score?.text
    case .deviation: deviation
    case .remark: remark
    }
  }
}
