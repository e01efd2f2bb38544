import IR
import Readers
import Testing

/// Tables as pandoc writes them into its own markdown.
struct PandocTableTests {
  private func reading(_ lines: String) throws -> Reading {
    try Reading(lines + "\n", as: .markdown)
  }

  // MARK: Between lines of dashes

  @Test func simpleTableWithHeader() throws {
    let reading = try reading(
      """
      甲

      项目名称   年度
      ---------- ------
      热线运行   2024
                 2025

      乙
      """)
    #expect(reading.tables == [[["项目名称", "年度"], ["热线运行", "2024"], ["", "2025"]]])
    #expect(reading.document.cells.map(\.isHeader) == [true, true, false, false, false, false])
    #expect(reading.texts == ["甲", "乙"])
  }

  /// Without a header a second line of dashes ends the table; what stands above is text.
  @Test func simpleTableWithoutHeader() throws {
    let reading = try reading(
      """
      ::: table
        ---------- ------ --------
        项目名称   年度   a\\|b
                          ≥95%
        ---------- ------ --------
      :::
      """)
    #expect(reading.tables == [[["项目名称", "年度", "a|b"], ["", "", "≥95%"]]])
    #expect(reading.texts == ["::: table", ":::"])
  }

  @Test func rowsOfSeveralLines() throws {
    let table = """
        ---------- ------
        项目目标   第一\\
                   第二

        满意度     95%
        ---------- ------
      """
    #expect(try reading(table).tables == [[["项目目标", "第一\n第二"], ["满意度", "95%"]]])
    let header = """
        -----------------
        项目       年度
        名称
        ---------- ------
        热线       2024
        运行

        采购       2025
        -----------------
      """
    let reading = try reading(header)
    #expect(
      reading.tables == [[["项目\n名称", "年度"], ["热线\n运行", "2024"], ["采购", "2025"]]])
    #expect(reading.document.cells.map(\.isHeader) == [true, true, false, false, false, false])
    #expect(reading.texts.isEmpty)
  }

  @Test(arguments: [
    "- - -", "---", "a\n\n- b", "---- ----", "---- ----\n---- ----", "---- ----\n甲   乙",
    // A word stands across the border of two columns.
    "---- ----\na word\n---- ----", "  a    b\n---- ----",
  ])
  func otherLinesOfDashes(text: String) throws {
    #expect(try reading(text).tables.isEmpty)
  }

  // MARK: Grids

  @Test func gridTable() throws {
    let reading = try reading(
      """
      甲

      +----------+--------+
      | 项目名称 | 年度   |
      +==========+:======:+
      | 热线     | a\\|b   |
      |          |        |
      | 运行     |        |
      +----------+--------+
      | 采购     | 2025   |
      +----------+--------+

      乙
      """)
    #expect(reading.tables == [[["项目名称", "年度"], ["热线\n运行", "a|b"], ["采购", "2025"]]])
    #expect(reading.document.cells.map(\.isHeader) == [true, true, false, false, false, false])
    #expect(reading.texts == ["甲", "乙"])
  }

  /// A cell over two columns leaves a line without one of its bars; the text is kept as it is.
  @Test(arguments: [
    "+---+---+\n| a     |\n+---+---+", "+---+---+\n| a | b |", "+---+---+",
    "+---+---+\n| a | b |\n+---+", "+---+---+\n+---+---+",
  ])
  func otherGrids(text: String) throws {
    let reading = try reading(text)
    #expect(reading.tables.isEmpty)
    #expect(reading.texts == [text])
  }
}
