import IR
import Testing

@testable import Forms

/// Targets: their columns and their parts.
struct TargetColumnsTests {
  @Test func targetsOfTheWholeProjectAndOfTheYear() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        总目标绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 建成小区 | 120个
        | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥95%
        本年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 建成小区 | 40个
        | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥94%
        """))
    #expect(reading.form.indicators.map { $0.overallTarget?.text } == ["120个", "≥95%", nil, nil])
    #expect(reading.form.indicators.map { $0.target?.text } == [nil, nil, "40个", "≥94%"])
    #expect(reading.warnings.isEmpty)
  }

  /// The parts of a target are put together whatever the number's own header is called.
  @Test(arguments: ["指标值", "指捐值", "本年绩效指标值", "拟达到数值"])
  func thePartsOfATargetUnderAnyHeader(header: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指际性质 | \(header) | 绩郊度量单位
        | 产出指标 | 数量指标 | 开放天数 | ≥ | 310 | 天
        | 满意度指标 | 服务对象满意度指标 | 观众满意率 | ≥ | 90 | %
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥310天", "≥90%"])
    #expect(reading.further.isEmpty)
  }

  @Test func aNameAndItsTargetStandInOneCell() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数≥50人 |
        | | | 编印教材 | =2000册
        | | 质量指标 | 考试通过率 ≥ 90% |
        | 效益指标 | 社会效益指标 | 响应时间（≤30分钟）达标率 | 100%
        """))
    #expect(
      reading.targets == ["培训人数 ≥50人", "编印教材 =2000册", "考试通过率 ≥90%", "响应时间（≤30分钟）达标率 100%"])
    #expect(reading.form.indicators[0].target?.unit == "人")
    #expect(reading.diagnostics(.targetInNameCell).count == 2)
    #expect(reading.warnings.isEmpty)
  }

  @Test func theTargetsAreToldByTheirLook() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 二级指标 | 三级指标 | 绩效标准 | 拟达到的数值
        | 数量指标 | 日常维修次数 | 反映维修情况 | ≥280次
        | 质量指标 | 维修合格率 | 反映维修质量 | ≥92%
        | 满意度指标 | 入驻单位满意度 | 反映满意情况 | ≥95%
        """))
    #expect(reading.targets == ["日常维修次数 ≥280次", "维修合格率 ≥92%", "入驻单位满意度 ≥95%"])
    #expect(reading.further == ["绩效标准 反映维修情况", "绩效标准 反映维修质量", "绩效标准 反映满意情况"])
    #expect(reading.warnings == [.columnInferred])
  }

  @Test func thePartsOfATargetAreHeadedWithOneWordMore() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位
        | 产出指标 | 数量指标 | 采购图书 | ≥ | 10000 | 册
        | 效益指标 | 社会效益指标 | 文献保障能力 | 定性 | 优良中低差 |
        """))
    #expect(reading.targets == ["采购图书 ≥10000册", "文献保障能力 优良中低差"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A table that merges no cells leaves the places of the header empty that its second row divides.
  @Test func aSecondRowOfTheHeaderNamesThePeriods() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
        | | | | 实施期 | 年度
        | 产出指标 | 数量指标 | 高标准农田面积 | ≥24万亩 | ≥6万亩
        | | 质量指标 | 验收合格率 | 100% | 100%
        """))
    #expect(reading.levels == ["数量指标 高标准农田面积", "质量指标 验收合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6万亩", "100%"])
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["≥24万亩", "100%"])
  }

  @Test func unitsHaveAColumnWithoutAHeader() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 一键报警装置 | ≥6 | 套
        | | 质量指标 | 验收合格率 | ＝100 | ％
        | 成本指标 | 经济成本指标 | 项目成本 | ≤42.5 | 万元
        | 效益指标 | 社会效益指标 | 校园安全 | 提升 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6套", "＝100％", "≤42.5万元", "提升"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Whatever the header says, a column of signs beside the targets has their relations.
  @Test(arguments: ["指标值类型", "指标方向", "算符"])
  func relationsAreToldByTheirLook(header: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | \(header) | 年度指标值 | 数量单位 | 历史值
        产出指标 | 数量指标 | 更新车辆数 | ＝ | 18 | 辆 | 12辆
        | 时效指标 | 采购完成时间 | ≤ | 9 | 月 | 10月
        成本指标 | 生态环境成本指标 | 报废车辆处置 | 定性 | 合规处置 | | 合规处置
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["＝18辆", "≤9月", "合规处置"])
    #expect(reading.further == ["历史值 12辆", "历史值 10月", "历史值 合规处置"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func aRowIsShiftedBesideTheirColumn() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值类型 | 年度指标值 | 计量单位
        产出指标 | 数量指标 | 更新车辆数 | ＝ | 18 | 辆
        | 质量指标 | 车辆合格率 | ＝ | 100 | %
        时效指标 | 采购完成时间 | ≤ | 9 | 月 |
        效益指标 | 社会效益指标 | 机械化清扫率 | ≥ | 92 | %
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["＝18辆", "＝100%", "≤9月", "≥92%"])
  }

  @Test func numbersBesideTargetsAreNoUnits() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 报警装置 | ≥6套 | 2/3
        | | 质量指标 | 验收合格率 | 100% | 1/3
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥6套", "100%"])
    #expect(reading.warnings.contains(.textUnplaced))
  }

  @Test func theUnitStandsBehindTheName() throws {
    let reading = try Reading(
      Page(
        """
        部门项目支出绩效目标表

        项目名称 | 疫苗冷链配送 | 单位：万元
        主管部门 | 某局 | 实施单位 | 某中心
        实施周期 | 1年 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 配送次数 | ≥24次"))
    #expect(reading.text(.name) == "疫苗冷链配送")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.text(.duration) == "1年")
    #expect(!reading.warnings.contains(.dateUnreadable))
  }

  @Test func aTargetInThreeColumns() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        | 产出指标 | 数量指标 | 兑付企业数 | ≥ | 260 | 家
        | | | 入库机构数 | ≥ | 80 | 家
        | 质量指标 | 审核合格率 | ＝ | 100 | %
        | 效益指标 | 社会效益指标 | 创新意识 | 定性 | 显著增强 |
        """))
    #expect(reading.targets == ["兑付企业数 ≥260家", "入库机构数 ≥80家", "审核合格率 ＝100%", "创新意识 显著增强"])
    let first = reading.form.indicators.first?.target
    #expect(first == Measure(text: "≥260家", relation: "≥", number: "260", unit: "家"))
    #expect(reading.warnings.isEmpty)
  }

  /// Where the form has no year, it is likely the first of those it declares.
  @Test func yearsBesideTheTargetOfAllOfThem() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表\n\n项目名称 | 流域治理 | |\n主管部门 | 某局 | |\n").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 总体目标值 | 2024年 | 2025年
        产出指标 | 数量指标 | 治理长度 | 26公里 | 12公里 | 14公里
        """))
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["26公里"])
    #expect(reading.form.indicators.map(\.target?.text) == ["12公里"])
    #expect(reading.further == ["2025年 14公里"])
    #expect(reading.warnings == [.columnInferred])
  }

  /// The relation may be a word, or a sign that only looks like one.
  @Test(arguments: [("大于等于", "大于等于95%"), ("═", "═95%"), ("≧", "≧95%")])
  func relationsInACellOfTheirOwn(_ relation: String, _ target: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 设备购置 | | | | |
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位
        产出指标 | 质量指标 | 设备验收合格率 | 正向 | \(relation) | 95 | %
        效益指标 | 社会效益指标 | 工作效率 | 定性 | | 有效提升 |
        """))
    #expect(reading.form.indicators.map(\.target?.text) == [target, "有效提升"])
    #expect(
      reading.form.indicators.map { $0.further.map { "\($0.label) \($0.text)" } } == [
        ["指标性质 正向"], ["指标性质 定性"],
      ])
  }

  /// Targets before and after a change: those in force are the targets.
  @Test func targetsThatWereChanged() throws {
    let reading = try Reading(
      Page.equipment(
        """
        一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 | 调整原因
        产出指标 | 数量指标 | 采购编织袋 | ≥20万条 | ≥32万条 | 汛情偏重
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥32万条"])
    #expect(reading.further == ["调整前指标值 ≥20万条", "调整原因 汛情偏重"])
    #expect(reading.warnings.isEmpty)
  }

  /// Which way an indicator is good is none of the parts of its target, where these have headers of their own.
  @Test func theDirectionBesideTheRelation() throws {
    let reading = try Reading(
      Page.equipment(
        """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 指标方向
        产出指标 | 数量指标 | 新增藏书 | ≥ | 3 | 万册 | 60 | 正向
        满意度指标 | 服务对象满意度指标 | 投诉次数 | ≤ | 5 | 次 | 40 | 反向
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥3万册", "≤5次"])
    #expect(reading.further == ["指标方向 正向", "指标方向 反向"])
    #expect(reading.warnings.isEmpty)
  }

  /// What was reached is told in a few words, and stands where it is printed.
  @Test func whatWasReachedStaysInItsColumn() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 造林面积 | 2.4万亩 | 2.4万亩 | 40 | 40 |
        | 效益指标 | 生态效益指标 | 森林覆盖率 | 稳步提高 | 提高0.2个百分点 | 50 | 50 |
        """))
    #expect(reading.form.indicators.map(\.actual?.text) == ["2.4万亩", "提高0.2个百分点"])
    #expect(reading.form.indicators.allSatisfy { $0.deviation == nil })
  }

  /// The lower row of the header divides the targets into their parts.
  @Test func partsStandBelowTheHeaderOfTheTargets() throws {
    let reading = try Reading(
      """
      <h2>项目绩效自评表</h2><table>
      <tr><td>项目名称</td><td colspan="7">高龄津贴</td></tr>
      <tr><td rowspan="2">一级指标</td><td rowspan="2">二级指标</td><td rowspan="2">三级指标</td>
      <td colspan="3">预期指标值</td><td rowspan="2">实际完成值</td><td rowspan="2">得分</td></tr>
      <tr><td>符号</td><td>值</td><td>单位（文字描述）</td></tr>
      <tr><td>产出指标</td><td>数量指标</td><td>发放人数</td><td>&gt;=</td><td>98</td><td>人</td>
      <td>99人</td><td>50</td></tr>
      <tr><td>满意度指标</td><td>服务对象满意度指标</td><td>老人满意度</td><td>≥</td><td>95</td><td>%</td>
      <td>96%</td><td>40</td></tr>
      </table>
      """, as: .html)
    #expect(reading.values == ["发放人数 >=98人 99人 - 50", "老人满意度 ≥95% 96% - 40"])
    #expect(reading.further.isEmpty)
  }

  /// Each place has its target, and none is that of all.
  @Test(arguments: ["城关镇 | 河东乡 | 李家村", "新罗区 | 上杭县 | 漳平市"])
  func targetsOfPlaces(_ places: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标方向 | \(places)
        产出指标 | 数量指标 | 修复水渠（条） | ≥ | 1 | 2 | 3
        | 质量指标 | 验收合格率 | ≥ | 95% | 96% | 97%
        """))
    #expect(reading.form.indicators.map(\.name) == ["修复水渠（条）", "验收合格率"])
    #expect(reading.form.indicators.allSatisfy { $0.target == nil })
    let names = places.split(separator: " | ")
    #expect(
      reading.further == [
        "指标方向 ≥", "\(names[0]) 1", "\(names[1]) 2", "\(names[2]) 3",
        "指标方向 ≥", "\(names[0]) 95%", "\(names[1]) 96%", "\(names[2]) 97%",
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// The targets of the beginning of the year are left empty, those that were adjusted are not.
  @Test func adjustedTargetsBesideEmptyOnes() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年初指标值 | 调整指标值 | 全年完成值 | 分值 | 得分
        产出指标 | 数量指标 | 维护路灯 | | 300盏 | 310盏 | 60 | 60
        | 质量指标 | 亮灯率 | | 98% | 99% | 30 | 30
        总分 | | | | | | 100 | 100
        """))
    #expect(reading.values == ["维护路灯 300盏 310盏 60 60", "亮灯率 98% 99% 30 30"])
    #expect(reading.warnings.isEmpty)
  }
}
