import IR
import Testing

@testable import Forms

/// What lists of projects call their columns, and where units stand in them.
struct ProjectListWordingsTests {
  @Test func aUnitStandsAboveItsProjects() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表（本级）
        单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        某州图书馆 | | | | |
        免费开放补助 | 免费开放300天。 | 产出指标 | 数量指标 | 免费开放天数 | ≥300天
        | | 效益指标 | 社会效益指标 | 接待读者 | ≥10万人次
        古籍修复经费 | 修复古籍200叶。 | 产出指标 | 数量指标 | 修复古籍数量 | ≥200叶
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("免费开放补助"), .text("古籍修复经费")])
    #expect(forms.map { $0[.annualGoal] } == [.text("免费开放300天。"), .text("修复古籍200叶。")])
    #expect(forms.map(\.indicators.count) == [2, 1])
    #expect(forms.map { $0[.implementingUnit] } == [.text("某州图书馆"), .text("某州图书馆")])
    #expect(reading.warnings.isEmpty)
  }

  /// The unit in each row of a list says more than the department above it.
  @Test func theUnitOfAProjectIsThatOfItsRow() throws {
    let reading = try Reading(
      Page(
        """
        2025年部门项目支出绩效目标表

        部门名称：某退役军人事务局

        单位名称 | 项目名称 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        509001-局本级 | 优抚补助 | 按时发放。 | 产出指标 | 数量指标 | 发放人数 | ≥3260人
        509002-军休中心 | 军休服务 | 做好服务。 | 产出指标 | 数量指标 | 服务人数 | 37人
        """))
    let units = reading.recognition.forms.map { form in
      if case .text(let text) = form[.implementingUnit] { text } else { "-" }
    }
    #expect(units == ["509001-局本级", "509002-军休中心"])
    #expect(reading.warnings.isEmpty)
  }

  /// A list may call the projects no more than that.
  @Test func aListOfProjects() throws {
    let reading = try Reading(
      Page("部门预算项目绩效目标表\n\n").adding(
        """
        项目 | 资金（万元） | 年度目标 | 绩效指标 | | |
        | | | 一级指标 | 二级指标 | 三级指标 | 指标值
        饮水维护 | 86 | 维护42处。 | 产出指标 | 数量指标 | 维护工程 | 42处
        | | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        山洪防治 | 54.5 | 更新30处。 | 产出指标 | 数量指标 | 更新雨量站 | 30处
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("饮水维护"), .text("山洪防治")])
    #expect(forms.map { $0[.annualGoal] } == [.text("维护42处。"), .text("更新30处。")])
    #expect(forms.map { $0.indicators.map(\.name) } == [["维护工程", "群众满意度"], ["更新雨量站"]])
  }

  /// Beside other columns the same word heads anything.
  @Test func anotherTable() throws {
    let reading = try Reading(
      Page("水质监测情况\n\n").adding(
        """
        项目 | 指标名称 | 目标值 | 单位
        河道 | 溶解氧 | 5 | 毫克/升
        水库 | 总磷 | 0.05 | 毫克/升
        """))
    #expect(reading.recognition.forms.isEmpty)
  }

  /// A list that says nothing of what was reached is none of self-evaluations, whatever the labels of its money.
  @Test func aListWithWeights() throws {
    let reading = try Reading(
      Page().adding(
        """
        序号 | 项目单位 | 项目名称 | 年度资金总额 | 其中：财政拨款 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重
        1 | 镇政府 | 公共服务维护 | 56 | 56 | 保障运行。 | 产出指标 | 数量指标 | 维护数量 | 14个 | 60
        | | | | | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 40
        2 | 镇政府 | 森林防火 | 18 | 18 | 降低发生率。 | 产出指标 | 数量指标 | 巡查次数 | ≥200次 | 100
        """))
    #expect(reading.recognition.forms.map(\.kind) == [.targetDeclaration, .targetDeclaration])
    #expect(reading.warnings.isEmpty)
  }
}
