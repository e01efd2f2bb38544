import IR
import Testing

@testable import Forms

/// Targets whose second line of print scanning took for a row of its own.
struct WrappedCellsTests {
  /// The indicators, each as its name, its target and what was reached.
  private static func values(_ reading: Reading) -> [String] {
    reading.form.indicators.map { indicator in
      [indicator.name, indicator.target?.text, indicator.actual?.text].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// A page with a target in two rows, the second without a name.
  private static func reading(of first: String, above second: String) throws -> Reading {
    try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 监测样本量 | \(first)
        | | | | \(second)
        | | 质量指标 | 样本合格率 | ≥95%
        """))
  }

  @Test func aRelationAndItsNumber() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 疏浚河道长度 | ≥
        | | | | 12公里
        | | | 清淤方量 | ≥8.5
        | | | | 万方
        | | 质量指标 | 断面合格率 | ≥95%
        """))
    #expect(Self.values(reading) == ["疏浚河道长度 ≥12公里", "清淤方量 ≥8.5万方", "断面合格率 ≥95%"])
    #expect(reading.form.indicators.map(\.target?.unit) == ["公里", "万方", "%"])
    #expect(reading.codes.filter { $0 == .rowsJoined }.count == 2)
    #expect(reading.warnings.isEmpty)
  }

  @Test func wordsThatCannotEndATarget() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 巡河人次 | 每周不少于
        | | | | 3人次
        | | 质量指标 | 堤防等级 | 达到省级
        | | | | 一类标准
        | | 时效指标 | 险情处置时间 | 接报后
        | | | | 2小时内
        | | | 汛前检查时间 | 2024年
        | | | | 4月底前
        """))
    #expect(
      Self.values(reading) == [
        "巡河人次 每周不少于3人次", "堤防等级 达到省级一类标准", "险情处置时间 接报后2小时内", "汛前检查时间 2024年4月底前",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func theTargetAndWhatWasReachedGoOnTogether() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 采样头数 | ≥5000 | 5120 | 40 | 40
        | | | | 头 | 头 | |
        | | 时效指标 | 反馈时间 | 检出后 | 检出后 | 50 | 50
        | | | | 15日内 | 12日内 | |
        总分 | | | | | | 100 | 99
        """))
    #expect(Self.values(reading) == ["采样头数 ≥5000头 5120头", "反馈时间 检出后15日内 检出后12日内"])
  }

  /// The page ends between the lines; the header is printed again.
  @Test func aTargetOfTwoPages() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 维修座数 | ≥")
        .line("第 1 页").indicators(
          """
          | | | | 36座
          | | 质量指标 | 维修合格率 | 100%
          """))
    #expect(Self.values(reading) == ["维修座数 ≥36座", "维修合格率 100%"])
  }

  @Test func aLabelOnTheSecondLine() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | | | 巡查里程 | 每月不低于
        | 产出指标 | 数量指标 | | 64公里
        | | 质量指标 | 隐患处置率 | 100%
        """))
    #expect(Self.values(reading) == ["巡查里程 每月不低于64公里", "隐患处置率 100%"])
    #expect(reading.levels == ["数量指标 巡查里程", "质量指标 隐患处置率"])
  }

  @Test func theNameGoesOnToo() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 上门照护失能老年 | 每月不少于
        | | | 人服务频次 | 4次
        | | 时效指标 | 补贴资金拨付 | 每季度首月
        | | | 及时性 | 20日前
        """))
    #expect(Self.values(reading) == ["上门照护失能老年人服务频次 每月不少于4次", "补贴资金拨付及时性 每季度首月20日前"])
  }

  @Test func theUnitOfATargetInParts() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        | 产出指标 | 数量指标 | 栽植面积 | ≥ | 8600 | 平方
        | | | | | | 米
        | | 质量指标 | 成活率 | ≥ | 90 | %
        """))
    #expect(Self.values(reading) == ["栽植面积 ≥8600平方米", "成活率 ≥90%"])
  }

  /// A target that may end where it does is not joined to another one.
  @Test(arguments: [("5000份", "6000份"), ("及时", "12月底前"), ("≥90%", "≥95%"), ("5000", "6000")])
  func twoTargets(_ first: String, _ second: String) throws {
    let reading = try Self.reading(of: first, above: second)
    #expect(Self.values(reading) == ["监测样本量 \(first)", second, "样本合格率 ≥95%"])
    #expect(reading.warnings == [.targetUncertain])
    #expect(reading.diagnostics(.targetUncertain).map(\.alternatives) == [[first + second]])
  }

  /// A line of print may end anywhere, in a number as well as before a unit.
  @Test(arguments: [
    ("≥26", "0件"), ("≤0.3元/", "吨"), ("≤0.3元", "/吨"), ("≤1.", "8万元/公里"), ("2024年12月", "底前"),
    ("2024年8", "月底前"),
    ("≥820人", "次"), ("≥2亿", "元"), ("明显", "提升"), ("2024", "年5月"), ("达到二级（含", "）以上"), ("90", "%以上"),
  ])
  func linesThatEndAnywhere(_ first: String, _ second: String) throws {
    let reading = try Self.reading(of: first, above: second)
    #expect(Self.values(reading) == ["监测样本量 \(first)\(second)", "样本合格率 ≥95%"])
    #expect(reading.warnings.isEmpty)
  }

  /// 1年 and 3月底前 are whole targets, each with a name.
  @Test func twoTimes() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 时效指标 | 项目实施安排 | 1年
        | | | 工程开工安排 | 3月底前
        """))
    #expect(Self.values(reading) == ["项目实施安排 1年", "工程开工安排 3月底前"])
  }

  /// The values stand beside the second line of the name, which has no text there.
  @Test func valuesBelowTheirName() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 时效指标 | 工程完工时间 | | | |
        | | | | 2024年10月底 | 9月底 | 50 | 50
        | | | 资料移交时间 | 11月 | 11月 | 40 | 40
        总分 | | | | | | 100 | 99
        """))
    #expect(Self.values(reading) == ["工程完工时间 2024年10月底 9月底", "资料移交时间 11月 11月"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["50", "40"])
    #expect(reading.warnings.isEmpty)
  }

  /// A name merged over two rows, each with values of its own.
  @Test func valuesBesideAMergedName() throws {
    let reading = try Reading(
      """
      <p>2023年度项目支出绩效自评表</p><table>
      <tr><td>项目名称</td><td colspan="6">食堂改造</td></tr>
      <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td>
      <td>得分</td></tr>
      <tr><td rowspan="2">产出指标</td><td rowspan="2">数量指标</td><td rowspan="2">改造食堂面积</td>
      <td>城区1200平方米</td><td>1200平方米</td><td>50</td><td>50</td></tr>
      <tr><td>乡镇3600平方米</td><td>3500平方米</td><td>50</td><td>49</td></tr>
      <tr><td colspan="5">总分</td><td>100</td><td>99</td></tr>
      </table>
      """, as: .html)
    #expect(Self.values(reading) == ["改造食堂面积 城区1200平方米 1200平方米", "乡镇3600平方米 3500平方米"])
    #expect(reading.form.indicators.map(\.score?.text) == ["50", "49"])
    #expect(reading.levels.map { $0.prefix(4) } == ["数量指标", "数量指标"])
    #expect(reading.warnings == [.targetUncertain])
  }

  @Test func theRestOfALabel() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训期数 | ≥12期
        | 满意度指标 | 服务对象满意 | 学员满意度 | ≥92%
        | | 度指标 | 家长满意度 | ≥90%
        """))
    #expect(reading.levels == ["数量指标 培训期数", "服务对象满意度指标 学员满意度", "服务对象满意度指标 家长满意度"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Two names are two indicators, though the first lacks the number of its target.
  @Test func twoNames() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 清运垃圾数量 | ≥
        | | | 处理污水数量 | 50万吨
        """))
    #expect(Self.values(reading) == ["清运垃圾数量 ≥", "处理污水数量 50万吨"])
  }

  /// A row that is shifted to the right has its name where targets stand.
  @Test func aShiftedName() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 改造户数 | 达到省级
        | | | | 房屋安全鉴定覆盖率
        | | 质量指标 | 改造合格率 | ≥95%
        """))
    #expect(reading.form.indicators.map(\.name) == ["改造户数", "房屋安全鉴定覆盖率", "改造合格率"])
    #expect(reading.warnings == [.targetAbsent])
  }

  /// The parenthesis of a unit is opened in one row and closed in the next, beside the rest of a name.
  @Test func aUnitThatIsCutInItsParentheses() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 居民公共活动空间 | ≥2400(平
        | | | 增加面积 | 方米)
        | | 质量指标 | 工程合格率 | =100(%)
        """))
    #expect(Self.values(reading) == ["居民公共活动空间增加面积 ≥2400(平方米)", "工程合格率 =100(%)"])
    #expect(reading.warnings.isEmpty)
  }

  /// A parenthesis that nothing closes: the rest of the target went elsewhere.
  @Test func aTargetWithAnOpenParenthesisIsTold() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 活动空间面积 | ≥2400(平
        | | 质量指标 | 工程合格率 | =100(%)
        """))
    #expect(reading.diagnostics(.textClipped).map(\.pointer) == ["/forms/0/indicators/0/target"])
  }
}
