import IR
import Readers
import Testing

/// Pages that office programs save, and workbooks that are such pages under another name.
@Suite struct OfficePageTests {
  /// A sheet as Excel saves it: conditional comments, text cut off at a border, a hidden last row.
  private static let excel = """
    <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
    <head>
    <meta http-equiv=Content-Type content="text/html; charset=utf-8">
    <meta name=Generator content="Microsoft Excel 15">
    <style><!--table {mso-displayed-decimal-separator:"\\."; mso-rotate:0;}
    .xl65 {mso-number-format:"\\@"; white-space:normal;} --></style>
    <!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>表</x:Name></x:ExcelWorkbook></xml><![endif]-->
    </head>
    <body link=blue>
    <!--[if !excel]>&nbsp;&nbsp;<![endif]-->
    <div id="表_1" align=center x:publishsource="Excel">
    <table border=0 cellpadding=0 width=288 style='border-collapse: collapse;table-layout:fixed'>
     <col width=72 style='mso-width-source:userset;width:54pt'><col width=72 span=3>
     <tr height=19 style='height:14.25pt'>
      <td colspan=4 height=19 class=xl65 style='mso-ignore:colspan'>项目支出绩效<span
      style='display:none'>目标表</span></td>
     </tr>
     <tr height=19>
      <td rowspan=2 height=38>金额</td>
      <td align=right x:num="1234.5">1,234.50<span style='mso-spacerun:yes'>&nbsp;</span></td>
      <td x:str>007</td>
      <td class=xl65 style='border-left:none'>第一行<br>
        第二行</td>
     </tr>
     <tr height=0><td x:num="0.5" align=right>50%</td><td></td><td x:fmla="=A1">A</td></tr>
     <![if supportMisalignedColumns]>
     <tr height=0 style='display:none'>
      <td width=72 style='width:54pt'></td><td width=72></td><td width=72></td><td width=72></td>
     </tr>
     <![endif]>
    </table>
    </div>
    </body>
    </html>
    """

  private static let rows = [
    ["项目支出绩效目标表"], ["金额", "1,234.50\u{A0}", "007", "第一行\n第二行"], ["50%", "", "A"],
    ["", "", "", ""],
  ]

  @Test(arguments: [nil, "表.htm", "表.xls", "表.csv"])
  func aSheetOfExcel(name: String?) throws {
    let reading = try Reading(Array(Self.excel.utf8), name: name)
    #expect(reading.document.source.format == .html)
    #expect(reading.tables == [Self.rows])
    #expect(reading.texts == [])
    #expect(reading.document.cells.map(\.rowSpan)[1] == 2)
    #expect(reading.codes == [])
  }

  /// WPS writes upper-case tags, quotes every attribute and declares its encoding as gb2312.
  @Test func aSheetOfWPS() throws {
    let text = """
      <HTML xmlns:et="urn:schemas-wps-cn:et"><HEAD>
      <META http-equiv="Content-Type" content="text/html; charset=gb2312"/>
      <META name="ProgId" content="ET.Sheet"/></HEAD>
      <BODY><TABLE border="0" et:fixed="1"><COLGROUP><COL width="72" span="2"/></COLGROUP><TBODY>
      <TR height="19"><TD class="et2" rowspan="1" colspan="2" x:str="">@</TD></TR>
      <TR><TD x:num="120">120.00</TD><TD/></TR></TBODY></TABLE></BODY></HTML>
      """
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      // 项目 in GB 2312.
      byte == UInt8(ascii: "@") ? [0xCF, 0xEE, 0xC4, 0xBF] : [byte]
    }
    let reading = try Reading(bytes, name: "表.xls")
    #expect(reading.document.source.encoding.rawValue == "gbk")
    #expect(reading.tables == [[["项目"], ["120.00", ""]]])
  }

  @Test func aPageOfFramesSaysSo() throws {
    let reading = try Reading(
      "<html><head><title>x</title></head><frameset><frame src=\"sheet001.htm\">"
        + "<noframes><body><p>此页使用了框架</p></body></noframes></frameset></html>")
    #expect(reading.tables == [] && reading.texts.joined().contains("此页使用了框架"))
  }
}
