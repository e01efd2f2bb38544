internal import IR

/// Numbers that stand in a cell of their own before the item of a goal: 目标1 | 完成改造.
enum ItemMark {
  private static let marks = WordSet(
    """
    目标1 目标2 目标3 目标4 目标5 目标6 目标7 目标8 目标9 目标一 目标二 目标三 目标四 目标五 目标六 任务1 任务2 任务3 任务4 任务5 任务6 任务一 任务二 任务三 任务四 \
    1 2 3 4 5 6 7 8 9 1. 2. 3. 4. 5. 6. 7. 8. 9. 1、 2、 3、 4、 5、 6、 7、 8、 9、 (1) (2) (3) (4) (5) (6) ① ② ③ ④ ⑤ ⑥ 一、 二、 三、 四、 五、
    """)

  /// The values of a row, each with the number that stands before it.
  ///
  /// - Parameter reading: Not changed; a call with a copy of it would take longer than all else.
  static func items(_ values: [Int], of reading: inout FormReading) -> [[Int]] {
    var items: [[Int]] = []
    var mark: Int?
    for value in values {
      if let last = mark {
        items[items.count - 1] = [last, value]
        mark = nil
      } else {
        items.append([value])
        if isMark(value, of: &reading) { mark = value }
      }
    }
    return items
  }

  private static func isMark(_ token: Int, of reading: inout FormReading) -> Bool {
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    if marks.contains(key) { return true }
    // With a colon behind it.
    return key.count > 1 && key[key.count - 1] == UInt8(ascii: ":")
      && marks.contains(key.extracting(..<(key.count - 1)))
  }
}
