import Foundation
import TestSupport

/// The folder of answer sheets that readers made without this project, where there is one.
enum AnswerSheets {
  /// The folder: `FORMCONVERT_TRUTH`, or `shared/truth` beside the package.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["FORMCONVERT_TRUTH"] {
      return URL(filePath: path)
    }
    return Fixture.package.deletingLastPathComponent().appending(path: "shared/truth")
  }()

  /// The sheets, each named by the first characters of its document's name.
  static let all: [URL] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }()

  /// The file of the corpus a sheet is about.
  static func source(of sheet: URL) -> CorpusFile? {
    let prefix = sheet.deletingPathExtension().lastPathComponent + "_"
    return CorpusCase.all.first { $0.folder.lastPathComponent.hasPrefix(prefix) }?.sourceFile
  }
}

/// One form of an answer sheet, its values by the names they have in the canonical JSON.
///
/// Values are texts without white space and with compatible characters folded, as answer sheets
/// compare.
struct AnswerForm {
  /// The values by their pointer in the form.
  private(set) var values: [String: JSONValue] = [:]

  private static let types = [
    "targetDeclaration": "target-declaration", "selfEvaluation": "self-evaluation",
  ]
  private static let fields = [
    "projectName": "/project/name", "projectNature": "/project/nature",
    "projectCategory": "/project/category", "competentDepartment": "/project/department",
    "implementingUnit": "/project/implementingUnit", "reportingUnit": "/project/reportingUnit",
    "projectLeader": "/project/leader", "contact": "/project/contact", "phone": "/project/phone",
    "startDate": "/project/start", "endDate": "/project/end", "overview": "/project/overview",
    "basis": "/project/basis", "necessity": "/project/necessity",
    "safeguards": "/project/safeguards", "plan": "/project/plan", "remarks": "/project/remarks",
    "overallGoal": "/goals/overall", "overallGoalPeriod": "/goals/overallPeriod",
    "annualGoal": "/goals/annual", "expectedGoal": "/goals/planned",
    "actualResult": "/goals/actual",
  ]
  private static let options = [
    "projectType": "/project/types", "fundUse": "/project/fundUses",
  ]

  /// Reads a form of an answer sheet.
  init(sheet: JSONValue) {
    values["/type"] = sheet["type"]?.text.flatMap { Self.types[$0] }.map(JSONValue.string)
    values["/layout"] = sheet["layout"]
    values["/title"] = sheet["title"].map(Self.folded)
    values["/year"] = sheet["year"]
    for (name, value) in sheet["fields"]?.members ?? [:] {
      values[Self.fields[name] ?? "/unknown/\(name)"] = Self.folded(value)
    }
    for (name, value) in sheet["options"]?.members ?? [:] {
      values[Self.options[name] ?? "/unknown/\(name)"] = Self.folded(value)
    }
    for (name, value) in sheet["funding"]?.members ?? [:] {
      values["/funding/\(name)"] = Self.folded(value)
    }
    values["/components"] = sheet["components"].map(Self.folded)
    values["/total"] = sheet["total"].map(Self.folded)
    values["/indicators"] = sheet["indicators"].map(Self.folded)
    values = values.filter { $0.value != .array([]) && $0.value != .object([:]) }
  }

  /// Reads a form of the canonical JSON in the shape of an answer sheet.
  init(form: JSONValue) {
    for key in ["type", "layout", "year"] { values["/\(key)"] = form[key] }
    values["/title"] = form["title"].map(Self.folded)
    for section in ["project", "goals", "funding"] {
      for (key, value) in form[section]?.members ?? [:] {
        values["/\(section)/\(key)"] = Self.folded(Self.printed(value))
      }
    }
    values["/funding/unit"] = nil
    values["/components"] = values.removeValue(forKey: "/funding/components")
    values["/total"] = form["total"].map { Self.folded(Self.printed($0)) }
    values["/indicators"] = form["indicators"].map { Self.folded(Self.printed($0)) }
  }

  /// The value with every reading replaced by its text, and pairs written as the sheets do.
  private static func printed(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(printed))
    case .object(let members):
      if let label = members["label"], let checked = members["checked"] {
        return .array([label, checked])
      }
      if let name = members["name"], let amount = members["amount"], members.count == 2 {
        return .array([name, printed(amount)])
      }
      if let text = members["text"] { return text }
      var members = members
      members["note"] = members.removeValue(forKey: "deviation")
      return .object(members.mapValues(printed))
    default: return value
    }
  }

  private static func folded(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      .string(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
    case .array(let elements): .array(elements.map(folded))
    case .object(let members): .object(members.mapValues(folded))
    default: value
    }
  }
}
