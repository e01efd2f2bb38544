/// The fields of a form that hold one value each.
///
/// The raw value is the field's JSON pointer within the form, without the leading slash. The fields of
/// a section are in the order of their keys.
public enum FieldKey: String, Sendable, Hashable, CaseIterable {
  case basis = "project/basis"
  case category = "project/category"
  case centralDepartment = "project/centralDepartment"
  case code = "project/code"
  case contact = "project/contact"
  case department = "project/department"
  case duration = "project/duration"
  case end = "project/end"
  case fundUses = "project/fundUses"
  case implementingUnit = "project/implementingUnit"
  case leader = "project/leader"
  case name = "project/name"
  case nature = "project/nature"
  case necessity = "project/necessity"
  case overview = "project/overview"
  case phone = "project/phone"
  case plan = "project/plan"
  case remarks = "project/remarks"
  case reportingUnit = "project/reportingUnit"
  case safeguards = "project/safeguards"
  case start = "project/start"
  case types = "project/types"

  case annualAppropriation = "funding/annualAppropriation"
  case annualCarryover = "funding/annualCarryover"
  case annualCentral = "funding/annualCentral"
  case annualLocal = "funding/annualLocal"
  case annualOther = "funding/annualOther"
  case annualProvincial = "funding/annualProvincial"
  case annualTotal = "funding/annualTotal"
  case central = "funding/central"
  case currentYearBudget = "funding/currentYearBudget"
  case fiscal = "funding/fiscal"
  case local = "funding/local"
  case other = "funding/other"
  case priorYearBudget = "funding/priorYearBudget"
  case priorYearExecution = "funding/priorYearExecution"
  case provincial = "funding/provincial"
  case total = "funding/total"
  case totalBudget = "funding/totalBudget"

  case actualGoal = "goals/actual"
  case annualGoal = "goals/annual"
  case overallGoal = "goals/overall"
  case overallPeriod = "goals/overallPeriod"
  case plannedGoal = "goals/planned"

  /// The object of the form the field is in.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case funding, goals, project
  }

  /// What the field's value is.
  public enum Kind: Sendable, Hashable {
    /// A short text: white space beside a wide character is OCR's and goes.
    case text
    /// One or more paragraphs.
    case prose
    /// A date with its printed precision.
    case date
    /// An amount of money.
    case amount
    /// Options with a check box each.
    case options
  }

  /// The object of the form the field is in.
  public var section: Section {
    switch rawValue.utf8.first {
    case UInt8(ascii: "f"): .funding
    case UInt8(ascii: "g"): .goals
    default: .project
    }
  }

  /// The key within its section's object.
  public var key: Substring {
    // All is ASCII; counting bytes is cheaper than counting characters.
    Substring(rawValue.utf8.dropFirst(section.rawValue.utf8.count + 1))
  }

  /// What the field's value is.
  public var kind: Kind {
    switch self {
    case .start, .end: .date
    case .types, .fundUses: .options
    case .overview, .basis, .necessity, .safeguards, .plan: .prose
    case .actualGoal, .annualGoal, .overallGoal, .plannedGoal: .prose
    case .annualAppropriation, .annualCarryover, .annualCentral, .annualLocal, .annualOther,
      .annualProvincial, .annualTotal, .central, .currentYearBudget, .fiscal, .local, .other,
      .priorYearBudget, .priorYearExecution, .provincial, .total, .totalBudget:
      .amount
    case .category, .centralDepartment, .code, .contact, .department, .duration,
      .implementingUnit, .leader, .name, .nature, .phone, .remarks, .reportingUnit, .overallPeriod:
      .text
    }
  }
}
