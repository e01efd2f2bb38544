internal import IR

/// Labels above the indicators that one wrong character keeps from being found.
extension FormReading {
  /// The part that a damaged label plays, and the label it is near to; `nil` where a text is near
  /// to none, or to several that stand for different things.
  ///
  /// What another label of the form stands for in full is out of the question: 年目总目标 beside
  /// 项目总目标 is 年度总目标, and 分项名称 below 项目名称 no label at all.
  func damagedRole(_ token: Int) -> (role: RowLabels.Role, label: Vocabulary.LabelID)? {
    let core = labelCore(of: token)
    let near = labels.nearFields.near(grid.keys.span.extracting(core))
    // A formula heads a column, whatever it is called: 预算到位（D/A×100%）.
    guard !near.isEmpty,
      !grid.keys[grid.tokens[token].key][core.upperBound...].contains(UInt8(ascii: "%"))
    else { return nil }
    var found: (role: RowLabels.Role, label: Vocabulary.LabelID)?
    for label in near {
      guard let role = labels.role(of: label), role != found?.role else { continue }
      // 其他资金 is printed twice, left and right.
      let isPrintedOnce =
        role.fields.count == 1 || role.fundingRow != nil || role.fields.isEmpty && near.count > 1
      if isPrintedOnce, isPrintedInFull(role) { continue }
      guard found == nil else { return nil }
      found = (role, label)
    }
    return found
  }

  /// Whether a label that a layout takes as a synonym is not the one of its field here, since the
  /// form prints the layout's own elsewhere, or any in its table where this one stands above it:
  /// 填报单位 above a form that has 实施单位.
  func isSupplanted(_ keys: [FieldKey], by token: Int) -> Bool {
    guard keys.count == 1, !facts(token).contains(.ownWording) else { return false }
    return fieldLabels.containOwnWording(of: keys[0])
      || fieldLabels.containInTable(keys[0]) && isLine(token)
  }

  /// Whether a token stands in no table, or in a row of one that is a line of captions.
  private func isLine(_ token: Int) -> Bool {
    let row = grid.tokens[token].row
    return grid.rows[row].table == nil || grid.isOneText(row)
      || grid.tokens[token].label < 0 && isCaptionLine(row)
  }

  /// Whether a row above that of the project's name has nothing but captions with what they say:
  /// 填报单位：某局 | 填报日期：2024年3月.
  func isCaptionLine(_ row: Int) -> Bool {
    for token in grid.rows[row].tokens {
      // A label alone says nothing.
      guard grid.tokens[token].label < 0,
        grid.keys[grid.tokens[token].key].dropLast().contains(UInt8(ascii: ":"))
      else { return false }
    }
    return fieldLabels.contain(.name, belowRow: row)
  }

  /// Whether a label of the form, in full, stands for the same: of two things that a damaged label may
  /// stand for, it is the other one.
  private func isPrintedInFull(_ role: RowLabels.Role) -> Bool {
    fieldLabels.labels.contains { Self.says(labels.meanings[$0], role) }
  }

  private static func says(_ meanings: ArraySlice<Meaning>, _ role: RowLabels.Role) -> Bool {
    switch role {
    case .field(let keys): keys.allSatisfy { meanings.contains(.field($0)) }
    case .other(let meaning): meanings.contains(meaning)
    case .fieldAndValue, .unknown, .value: false
    }
  }
}
