import Foundation
import IR
import TestSupport
import Testing
import Writers

/// Every part against the schemas of ECMA-376, through libxml2's validator.
@Suite(
  .enabled(
    if: Tools.has("/usr/bin/xmllint") && schemas != nil,
    "needs xmllint, which scripts/test installs, and the conformance cases"))
struct XLSXSchemaTests {
  @Test(arguments: SheetCase.allCases)
  func everyPartIsValid(_ sheet: SheetCase) throws {
    try validate(try XLSXWriter(properties: .full).parts(of: [sheet.sheet]))
  }

  @Test func everyPartOfAWorkbookOfAllIsValid() throws {
    try validate(try XLSXWriter().parts(of: [.form, .hostile, .form, .data]))
  }

  private func validate(_ parts: [PackagePart]) throws {
    let folder = try ScratchFolder()
    for part in parts {
      for (kind, content) in [("packed", part.content), ("lines", part.lines)] {
        let file = try folder.write(content.bytes, to: "\(kind)/\(part.path)")
        let schema = try #require(schemas).appending(path: schemaName(of: part.path)).path
        let run = try ToolRun(
          "/usr/bin/xmllint", ["--nonet", "--noout", "--schema", schema, file.path],
          in: folder.url)
        #expect(run.status == 0, "\(part.path) (\(kind)): \(run.output)")
      }
    }
  }

  private func schemaName(of path: String) -> String {
    switch path {
    case "[Content_Types].xml": "opc-contentTypes.xsd"
    case "docProps/core.xml": "opc-coreProperties-local.xsd"
    case "docProps/app.xml": "shared-documentPropertiesExtended.xsd"
    default: path.hasSuffix(".rels") ? "opc-relationships.xsd" : "sml-xmlspace.xsd"
    }
  }
}

private let schemas = Tools.conformance("xlsx/xsd")

extension DocumentProperties {
  static let full = DocumentProperties(
    title: "题 <&> \"名\"", subject: "一", creator: "二", date: "2024-01-31T08:00:00Z")
}
