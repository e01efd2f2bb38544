internal import IR

extension JSONShape {
  /// What a form carries from another layout.
  func carried(_ node: Int) throws(ReadError) -> Carried {
    var layout: String?
    // The fields and the money have the shapes they have in a form.
    var part = Form(kind: .targetDeclaration, layout: "")
    var carried = Carried(layout: "")
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "blank": carried.blank = try list(value) { node throws(ReadError) in try pointer(node) }
      case "emptyLevels":
        carried.emptyLevels = try list(value) { node throws(ReadError) in try emptyLevel(node) }
      case "funding": try readFunding(value, into: &part)
      case "goals": try readFields(value, of: .goals, into: &part)
      case "indicators":
        carried.indicators = try list(value) { node throws(ReadError) in
          try carriedIndicator(node)
        }
      case "layout": layout = try text(value)
      case "order":
        carried.order = try list(value) { node throws(ReadError) in
          try integer(node, in: 0...Int(Int32.max))
        }
      case "printed": carried.printed = try printed(value)
      case "project": try readFields(value, of: .project, into: &part)
      case "supplied":
        carried.supplied = try list(value) { node throws(ReadError) in try pointer(node) }
      case "title": carried.title = try text(value)
      case "total": carried.total = try total(value)
      default: throw unknownKey(value, "what a form carries")
      }
    }
    guard let layout else { throw missing("layout", in: node) }
    carried.layout = layout
    carried.fields = part.fields.sorted { $0.key.order < $1.key.order }
    carried.fundingUnit = part.fundingUnit
    carried.components = part.components
    carried.fundingRows = part.fundingRows
    return carried
  }

  private func carriedIndicator(_ node: Int) throws(ReadError) -> CarriedIndicator {
    var index: Int?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      if key == "index" { index = try integer(value, in: 0...Int(Int32.max)) }
    }
    guard let index else { throw missing("index", in: node) }
    return CarriedIndicator(index: index, indicator: try indicator(node, ignoring: "index"))
  }

  private func printed(_ node: Int) throws(ReadError) -> [PrintedValue] {
    var values: [PrintedValue] = []
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      values.append(PrintedValue(pointer: key, text: try text(value)))
    }
    return values
  }
}
