import IR
import Testing

@testable import Forms

/// Cells whose columns ran together in one, white space between their texts.
struct RunTogetherTests {
  @Test func headersRanTogetherInTheFirstOfTheirCells() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 二级指标 三级指标 | | | 指标方向 | 指标值 | 计量单位 | 权重
        产出指标 | 数量指标 | 修复文物 | ≥ | 210 | 件 | 60
        | 质量指标 | 修复合格率 | ＝ | 100 | % | 40
        """))
    #expect(reading.levels == ["数量指标 修复文物", "质量指标 修复合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥210件", "＝100%"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["60", "40"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A table of one column: each row is cut, and ends below the last header.
  @Test func aTableOfOneColumn() throws {
    let reading = try Reading(
      """
      项目支出绩效目标表

      | 项目名称 | 阵地建设 |
      |---|---|
      | 主管部门 | 县委组织部 |
      | 年度目标 | 新建中心5个。 |

      | 绩效指标 一级指标 二级指标 三级指标 指标值 |
      |---|
      | 产出指标 数量指标 新建中心 5个 |
      | 质量指标 验收合格率 100% |
      | 满意度指标 服务对象满意度指标 群众满意度 ≥90% |
      """, as: .markdown)
    #expect(reading.text(.annualGoal) == "新建中心5个。")
    #expect(reading.levels == ["数量指标 新建中心", "质量指标 验收合格率", "服务对象满意度指标 群众满意度"])
    #expect(reading.form.indicators.map(\.target?.text) == ["5个", "100%", "≥90%"])
    #expect(!reading.codes.contains(.conservationFailed))
  }

  /// A column breaks its header, and scanning took each line for a row.
  @Test func headersBrokenOverTwoRows() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        绩效 | 一级 | 二级 | 三级 | 年度 | 实际
        指标 | 指标 | 指标 | 指标 | 指标值 | 完成值
        | 产出指标 | 数量指标 | 整治内涝点 | 15个 | 14个
        | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥85% | 91%
        """))
    #expect(reading.levels == ["数量指标 整治内涝点", "服务对象满意度指标 居民满意度"])
    #expect(reading.form.indicators.map(\.target?.text) == ["15个", "≥85%"])
    #expect(reading.form.indicators.map(\.actual?.text) == ["14个", "91%"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.conservationFailed))
  }

  /// White space inside one header cuts nothing.
  @Test func aHeaderWithSpaces() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效 指标 | 一级 指标 | 二级 指标 | 三级 指标 | 年度 指标值
        | 产出指标 | 数量指标 | 新建中心 | 5个
        """))
    #expect(reading.levels == ["数量指标 新建中心"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The target's number may have run together with what was reached, its relation and its unit in cells of
  /// their own.
  @Test func aTargetInPartsAndWhatWasReached() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 分值 | 得分
        产出指标 | 数量指标 | 试点村 | ≥ | 12 14 | 个 | | 30 | 30
        | | 物联设备 | ≥ | 800 | 台 | 812 | 30 | 30
        满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥ | 90 | % | 93 | 30 | 30
        总分 | | | | | | | 100 | 100
        """))
    #expect(
      reading.values == [
        "试点村 ≥12个 14 30 30", "物联设备 ≥800台 812 30 30", "村民满意度 ≥90% 93 30 30",
      ])
    #expect(reading.warnings == [.cellsRunTogether])
    #expect(reading.diagnostics(.cellsRunTogether)[0].alternatives == ["≥12 14个"])
  }

  /// MinerU writes a relation that has a cell of its own as a formula.
  @Test func aRelationInLaTeX() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 度量单位
        产出指标 | 数量指标 | 发布公报 | $\\geq$ | 4 | 期
        | 时效指标 | 传输延迟 | $\\leqslant$ | 10 | 分钟
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥4期", "≤10分钟"])
    #expect(reading.further.isEmpty)
  }

  /// A number and its unit at the end of a name alone are its target; a parenthesis before a relation is part
  /// of the name.
  @Test func namesWithTheirTargets() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 选育良种4个 |
        | | | 示范林面积 | 2000亩
        | | 时效指标 | 项目（工程）完成及时率=100% |
        | | 成本指标 | 羊舍单位造价 | ≤21万元
        | 效益指标 | 社会效益指标 | 良种覆盖达到80个 |
        | | | 乡镇 | 有效
        """))
    #expect(
      reading.form.indicators.map(\.name) == [
        "选育良种", "示范林面积", "项目（工程）完成及时率", "羊舍单位造价", "良种覆盖达到80个乡镇",
      ])
    #expect(
      reading.form.indicators.map(\.target?.text) == ["4个", "2000亩", "=100%", "≤21万元", "有效"])
  }

  /// A text in a column of their own says that two rows are two indicators, name and target of one in a cell.
  @Test func aNameWithItsTargetBesideAFurtherText() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值设定依据
        产出指标 | 数量指标 | 抢修水毁路段38处 | | 现场核查
        | | 清理塌方 | ≥5.6万立方米 | 测量报告
        | 时效指标 | 抢修完成时限2024年10月31日前 | | 会议纪要
        """))
    #expect(reading.levels == ["数量指标 抢修水毁路段", "数量指标 清理塌方", "时效指标 抢修完成时限"])
    #expect(reading.form.indicators.map(\.target?.text) == ["38处", "≥5.6万立方米", "2024年10月31日前"])
    #expect(
      reading.further == ["指标值设定依据 现场核查", "指标值设定依据 测量报告", "指标值设定依据 会议纪要"])
  }
}
