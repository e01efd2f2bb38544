import IR
import TestSupport
import Testing

@testable import Forms

/// Fields that the layout does not have.
struct FurtherFieldsTests {
  /// A declaration with some rows below those of the project.
  private func reading(_ rows: String) throws -> Reading {
    try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        项目名称 | 河道整治 | 主管部门 | 某局
        计划开始日期 | 2024-01-01 | 计划完成日期 | 2024-12-31
        \(rows)
        年度总体目标 | 整治河道3公里。 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 整治长度 | ≥3公里
        """))
  }

  private func field(_ label: String, _ text: String) -> LabelledText {
    LabelledText(label: label, text: text)
  }

  @Test func labelsStandWhereLabelsDo() throws {
    let reading = try reading("工程地点 | 某镇 | 主管部门编码 | 603012\n项目级次： | 本级 | 实施单位 | 某站")
    #expect(
      reading.form.further == [field("工程地点", "某镇"), field("主管部门编码", "603012"), field("项目级次", "本级")]
    )
    #expect(reading.text(.implementingUnit) == "某站")
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
    #expect(
      reading.diagnostics(.fieldUnknown).map(\.pointer)
        == (0...2).map { "/forms/0/further/\($0)" })
  }

  /// Where merged cells have no spans, empty ones stand between a label and its value.
  @Test func cellsThatWereMergedLeaveGaps() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        项目名称 | | 河道整治 | | 主管部门 | 某局
        债券期限 | | 15年 | | 还款来源 | 水费
        一级指标 | 二级指标 | 三级指标 | | 指标值 |
        产出指标 | 数量指标 | 整治长度 | | ≥3公里 |
        """))
    #expect(reading.form.further == [field("债券期限", "15年"), field("还款来源", "水费")])
    #expect(reading.warnings.isEmpty)
  }

  /// A label whose cell is empty takes no label for its value, whatever it asks for.
  @Test func valuesEndAtLabels() throws {
    let reading = try reading(
      """
      项目负责人 | | 监督电话 | 0551-62
      立项依据 | | 债券期限 | 2024年
      资金总额 | | 项目级次 | 市级
      项目属性 | 新增项目 | 政策依据 | 某号文
      政策期限 | 3年 | 验收方式 | 自行验收
      """)
    #expect(
      reading.form.further == [
        field("监督电话", "0551-62"), field("债券期限", "2024年"), field("项目级次", "市级"),
        field("政策依据", "某号文"), field("政策期限", "3年"), field("验收方式", "自行验收"),
      ])
    #expect(reading.text(.nature) == "新增项目")
    #expect(reading.form.year == 2024 && reading.text(.annualGoal) == "整治河道3公里。")
    #expect(
      Set(reading.form.fields.map(\.key))
        == [.name, .department, .nature, .start, .end, .annualGoal])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// A text that ends as labels do is a value where no other one stands behind it.
  @Test func valuesMayEndAsLabelsDo() throws {
    let reading = try reading("实施单位 | | 某市信访情况 | \n项目类型 | | 运转类 | 项目属性 | 延续项目")
    #expect(reading.text(.implementingUnit) == "某市信访情况")
    #expect(reading.form.further.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// Labels of money are told by the numbers behind them, below the label of them all.
  @Test func amountsByTheirKinds() throws {
    let reading = try reading(
      """
      按收入性质分： | | 按支出性质分： |
      其中：一般公共预算 | 1,260 | 其中：基本支出 | 986.2
      政府性基金 | — | 项目支出 | 273.8
      部门职能概述 | 承担全县的水利工作。 | |
      项目负责人 | 某人 | |
      资金构成 | 市级部分 | 30 |
      | 县级部分 | 50 |
      """)
    #expect(
      reading.form.further == [
        field("按收入性质分/其中：一般公共预算", "1,260"), field("按支出性质分/其中：基本支出", "986.2"),
        field("按收入性质分/政府性基金", "—"), field("按支出性质分/项目支出", "273.8"),
        field("部门职能概述", "承担全县的水利工作。"), field("资金构成/市级部分", "30"), field("资金构成/县级部分", "50"),
      ])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// A label may follow a pair of a known one wherever it stands, and one with a colon may have an empty cell.
  @Test func labelsFollowPairs() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        项目名称 | 河道整治 | | | |
        主管部门 | 某局 | | | 部门预算编码 | 230001
        实施单位 | 某站 | 补助区域 | 某县 | |
        是否为专项资金： | | | | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 整治长度 | ≥3公里
        """))
    #expect(
      reading.form.further == [
        field("部门预算编码", "230001"), field("补助区域", "某县"), field("是否为专项资金", ""),
      ])
    #expect(reading.warnings.isEmpty && reading.form.unplaced.isEmpty)
  }

  /// What has a formula behind it heads a column, and is no misread 预算单位.
  @Test func formulasAreNoPartOfLabels() throws {
    let reading = try reading("行次 | 预算到位（D/A×100%） | 全年执行资金（E） | |")
    #expect(reading.form[.implementingUnit] == nil)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// The department's code is not the department with its code, a label of its own.
  @Test func aCodeIsNoDepartment() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        项目名称 | 河道整治 | 实施单位 | 某站
        工程地点 | 某镇 | 主管部门编码 | 603012
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 整治长度 | ≥3公里
        """))
    #expect(reading.form.further == [field("工程地点", "某镇"), field("主管部门编码", "603012")])
    #expect(reading.form[.department] == nil)
  }

  @Test func aLabelMayHaveNoValue() throws {
    let reading = try reading("监督电话 | | 实施单位 | 某站")
    #expect(reading.form.further == [field("监督电话", "")])
    #expect(reading.warnings.isEmpty)
  }

  /// Below the totals too.
  @Test func fieldsStandBelowTheIndicators() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表（2024年度）

        项目名称 | 热线运行 | 实施单位 | 某中心
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 热线接听量 | ≥1000(次) | 1000次 | 100 | 100
        总分 | | | | | 100 | 100
        档案编号 | A12 | 整改期限 | 2024年3月
        """))
    #expect(reading.form.further == [field("档案编号", "A12"), field("整改期限", "2024年3月")])
    #expect(reading.form.indicators.count == 1)
  }

  /// Each of these is told as what it is: texts without a place.
  @Test(arguments: [
    // The value of a lost label.
    "| 张三 | 实施单位 | 某站",
    // Headers of columns, and what stands below them.
    "任务名称 | 主要内容\n河道清淤 | 清淤3公里",
    // No label has a number, or is a sentence.
    "3公里 | 河道 | 实施单位 | 某站",
    "完成清淤，修复护岸 | 河道 | 实施单位 | 某站",
    // An address that a scan cut in pieces.
    "工程地点 | 某镇 | 某村 | 某组",
    // 年度资金申请总额, two of its characters misread, one as a character that no label has.
    "实施单位 | 某站 | 年度资佥甲请总额 | 一百",
  ])
  func otherTextsAreNone(_ rows: String) throws {
    let reading = try reading(rows)
    #expect(!reading.warnings.isEmpty)
    #expect(reading.form.further.isEmpty)
  }

  /// A row of the funding table says by its column which amount its number is, and no field does.
  @Test func rowsOfAmountsAreNone() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表（2024年度）

        项目名称 | 热线运行 | | 实施单位 | 某中心
        项目资金 | | 年初预算数 | 全年预算数 | 全年执行数
        | 年度资金总额 | 100 | 120 | 110
        | 镇级配套资金 | | 20 |
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 数量指标 | 热线接听量 | ≥1000(次) | 1000次
        """))
    #expect(reading.form.further.isEmpty)
    #expect(!reading.warnings.isEmpty)
  }

  /// What a form says of a field comes back from every drawing of it, also in words that no label has.
  @Test(arguments: ["主管部门编码", "级次", "1—7月执行数", "项目名称"])
  func fieldsComeBack(_ label: String) throws {
    var form = try reading("实施单位 | 某站 | 项目类别 | 其他").form
    form.further = [field(label, "603012"), field("还款来源", "")]
    #expect(try RoundTrip(form).failures.isEmpty)
  }

  @Test func labelsAreDrawnAboveTheGoals() throws {
    let form = try reading("工程地点 | 某镇 | 主管部门编码 | 603012").form
    let drawn = try RoundTrip(form)
    #expect(drawn.failures.isEmpty && drawn.appendixRows.isEmpty)
  }

  @Test func aCorrectionMayChangeTheText() throws {
    var form = try CorrectedForm(reading("工程地点 | 某镇 | 主管部门编码 | 603012").form)
    try form.apply("/further/1", "603012", "603013")
    #expect(form.form.further == [field("工程地点", "某镇"), field("主管部门编码", "603013")])
  }

  @Test func anotherLayoutKeepsThem() throws {
    var form = Form(kind: .targetDeclaration, layout: "2019")
    form.further = [field("工程地点", "某镇"), field("监督电话", "")]
    let normalizer = FormNormalizer()
    let normalized = try normalizer.normalize(form, to: "2024").form
    #expect(normalized.further == form.further)
    #expect(try normalizer.normalize(normalized, to: "2019").form == form)
  }

  /// Cells that were merged to the right leave empty ones, behind each label of a row alike.
  @Test func labelsOfMergedCells() throws {
    let reading = try reading("部门名称 | | 某市水务局 | | | 部门预算编码 | | 230001")
    #expect(reading.form.further == [field("部门预算编码", "230001")])
    #expect(reading.warnings.isEmpty)
  }

  /// A further person has a telephone too, which is not that of the first.
  @Test func aTelephoneIsPrintedTwice() throws {
    let reading = try reading(
      "项目负责人 | 某甲 | 联系电话 | 2293555\n绩效管理联络员 | 某乙 | 联系电话 | 2296818")
    #expect(reading.text(.phone) == "2293555")
    #expect(reading.form.further == [field("绩效管理联络员", "某乙"), field("联系电话", "2296818")])
    #expect(reading.diagnostics(.fieldRepeated).count == 1 && reading.form.unplaced.isEmpty)
  }

  @Test func longLabelsEndAsLabelsDo() throws {
    let label = "单位已有的（或拟订的）保障项目实施的制度、措施"
    let reading = try reading("\(label) | 建立了项目概算管理制度和财务管理制度 | |")
    #expect(
      reading.form.further == [field(label, "建立了项目概算管理制度和财务管理制度")] && reading.warnings.isEmpty)
  }
}
