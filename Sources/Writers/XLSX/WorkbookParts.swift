internal import IR

/// The parts of a package beside its sheets, styles and strings.
struct WorkbookParts {
  let worksheets: [Worksheet]
  let hasStrings: Bool
  let properties: DocumentProperties

  // Packages name their root parts first (ECMA-376-2, 10).

  /// The part `[Content_Types].xml`.
  var contentTypes: ByteBuffer {
    var part = begin("Types", XMLNames.contentTypes)
    part.append(
      """
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>
      """)
    append("/xl/workbook.xml", "\(XMLNames.spreadsheetType).sheet.main+xml", to: &part)
    for number in 1...worksheets.count {
      append(
        "/" + PackagePart.sheetPath(number), "\(XMLNames.spreadsheetType).worksheet+xml", to: &part)
    }
    append("/xl/styles.xml", "\(XMLNames.spreadsheetType).styles+xml", to: &part)
    if hasStrings {
      append("/xl/sharedStrings.xml", "\(XMLNames.spreadsheetType).sharedStrings+xml", to: &part)
    }
    append(
      "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", to: &part)
    append(
      "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml", to: &part)
    part.append("</Types>")
    return part
  }

  private func append(_ path: String, _ type: String, to part: inout ByteBuffer) {
    part.append("<Override PartName=\"\(path)\" ContentType=\"\(type)\"/>")
  }

  /// The part `_rels/.rels`.
  var packageRelationships: ByteBuffer {
    let types = XMLNames.relationships
    return relationships([
      ("\(types)/officeDocument", "xl/workbook.xml"),
      (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ),
      ("\(types)/extended-properties", "docProps/app.xml"),
    ])
  }

  /// The part `xl/_rels/workbook.xml.rels`.
  var workbookRelationships: ByteBuffer {
    let types = XMLNames.relationships
    var targets = (1...worksheets.count).map {
      ("\(types)/worksheet", "worksheets/sheet\($0).xml")
    }
    targets.append(("\(types)/styles", "styles.xml"))
    if hasStrings { targets.append(("\(types)/sharedStrings", "sharedStrings.xml")) }
    return relationships(targets)
  }

  private func relationships(_ targets: [(type: String, target: String)]) -> ByteBuffer {
    var part = begin("Relationships", XMLNames.packageRelationships)
    for (index, (type, target)) in targets.enumerated() {
      part.append("<Relationship Id=\"rId\(index + 1)\" Type=\"\(type)\" Target=\"\(target)\"/>")
    }
    part.append("</Relationships>")
    return part
  }

  /// The part `xl/workbook.xml` (ECMA-376-1, 18.2).
  var workbook: ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append(
      """
      <workbook xmlns="\(XMLNames.main)" xmlns:r="\(XMLNames.relationships)">\
      <bookViews><workbookView/></bookViews><sheets>
      """)
    for (index, worksheet) in worksheets.enumerated() {
      part.append("<sheet name=\"")
      part.append(attribute: worksheet.name)
      part.append("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
    }
    part.append("</sheets>")
    appendDefinedNames(to: &part)
    part.append("</workbook>")
    return part
  }

  /// What is printed, repeated and filtered, under the names Excel knows it by (18.2.5).
  private func appendDefinedNames(to part: inout ByteBuffer) {
    var names: [(name: String, sheet: Int, attributes: String, areas: [String])] = []
    for (index, worksheet) in worksheets.enumerated() {
      if let area = worksheet.filterArea {
        names.append(("_xlnm._FilterDatabase", index, " hidden=\"1\"", [area.absoluteText]))
      }
      if worksheet.sheet.isDerived {
        names.append((Sheet.derivedName, index, " hidden=\"1\"", ["$A$1"]))
      }
      if let area = worksheet.usedArea {
        names.append(("_xlnm.Print_Area", index, "", [area.absoluteText]))
      }
      let titles = worksheet.repeatedTitles
      if !titles.isEmpty { names.append(("_xlnm.Print_Titles", index, "", titles)) }
    }
    guard !names.isEmpty else { return }
    part.append("<definedNames>")
    for (name, sheet, attributes, areas) in names {
      part.append("<definedName name=\"\(name)\" localSheetId=\"\(sheet)\"\(attributes)>")
      let worksheet = quoted(worksheets[sheet].name)
      part.append(xml: areas.map { "\(worksheet)!\($0)" }.joined(separator: ",").utf8.span)
      part.append("</definedName>")
    }
    part.append("</definedNames>")
  }

  /// The name of a sheet in a formula: always quoted, quotes doubled.
  private func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The part `docProps/core.xml` (ECMA-376-2, 11).
  var coreProperties: ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append(
      """
      <cp:coreProperties xmlns:cp="\(XMLNames.coreProperties)" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      """)
    if let title = properties.title { part.append(element: "dc:title", title) }
    if let subject = properties.subject { part.append(element: "dc:subject", subject) }
    part.append(element: "dc:creator", properties.creator)
    if let date = properties.date {
      part.append("<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
      part.append(xml: date.utf8.span)
      part.append("</dcterms:created>")
    }
    part.append("</cp:coreProperties>")
    return part
  }

  /// The part `docProps/app.xml` (ECMA-376-1, 22.2).
  var applicationProperties: ByteBuffer {
    var part = begin("Properties", XMLNames.extendedProperties)
    part.append(element: "Application", properties.creator)
    part.append("</Properties>")
    return part
  }

  private func begin(_ element: String, _ namespace: String) -> ByteBuffer {
    var part = ByteBuffer()
    part.append(XMLNames.declaration)
    part.append("<\(element) xmlns=\"\(namespace)\">")
    return part
  }
}
