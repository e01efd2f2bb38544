import Foundation
import Forms
import IR
import TestSupport
import Testing

/// Normalising a form and going back gives the form again, whatever is odd about it.
struct ReversibilityTests {
  private static let count =
    ProcessInfo.processInfo.environment["FORMCONVERT_FORMS"].flatMap { Int($0) } ?? 200

  @Test(arguments: [PrintLayout.legacy2019, .district2023])
  func generatedFormsComeBack(_ layout: PrintLayout) throws {
    var factory = FormFactory(layout: layout, seed: 20_190)
    let normalizer = FormNormalizer()
    for number in 0..<Self.count {
      var form = factory.makeForm().form
      if number > 0 { makeOdd(&form, &factory) }
      let there = try normalizer.normalize(form, to: "2024").form
      let back = try normalizer.normalize(there, to: form.layout).form
      let isSame = back.inOrder == form.inOrder
      #expect(isSame, "form \(number): \(Self.difference(back.inOrder, form.inOrder))")
      #expect(
        there.indicators.count + (there.carried?.indicators.count ?? 0) == form.indicators.count)
    }
  }

  /// The first member that differs.
  private static func difference(_ left: Form, _ right: Form) -> String {
    for (left, right) in zip(Mirror(reflecting: left).children, Mirror(reflecting: right).children)
    where "\(left.value)" != "\(right.value)" {
      return "\(left.label ?? ""): \(left.value) is not \(right.value)"
    }
    return ""
  }

  /// Does to a form what scans and people do.
  private func makeOdd(_ form: inout Form, _ factory: inout FormFactory) {
    for index in form.indicators.indices {
      if factory.random.chance(5) { form.indicators[index].name = nil }
      if factory.random.chance(5) { form.indicators[index].target = nil }
      if factory.random.chance(5) { form.indicators[index].level1 = nil }
      if factory.random.chance(5) { form.indicators[index].level2 = nil }
      if factory.random.chance(5) { form.indicators[index].level2 = "数量" }
      if factory.random.chance(5) {
        form.indicators[index].target = Measure(
          text: "≥ 5 万 (人)", relation: "≥", number: "5", unit: "万人")
      }
    }
    if factory.random.chance(30) { form.indicators.shuffle(using: &factory.random) }
    if factory.random.chance(20) { form.indicators = [] }
    if factory.random.chance(30) {
      form.emptyLevels = [
        EmptyLevel(level1: "影响力目标", level2: "满意度目标"), EmptyLevel(level1: "效果目标", level2: "满意度目标"),
      ]
    }
    if factory.random.chance(30), let field = form.fields.randomElement(using: &factory.random) {
      form.fields.removeAll { $0.key == field.key }
      if factory.random.chance(50) { form.blank.append("/" + field.key.rawValue) }
    }
    if factory.random.chance(10) { form.title = nil }
    if factory.random.chance(10) { form.year = nil }
    if factory.random.chance(10) { form.fundingUnit = "万元" }
    if factory.random.chance(10) {
      form.fields.removeAll { $0.key == .start }
      form.blank.removeAll { $0 == "/project/start" }
      form.fields.append(Field(.start, .date(DateReading(text: "未定"))))
    }
  }
}

extension Form {
  /// The form with its fields in the order of their keys, as it is written.
  fileprivate var inOrder: Form {
    var form = self
    form.fields.sort { $0.key.rawValue < $1.key.rawValue }
    form.blank.sort()
    return form
  }
}
