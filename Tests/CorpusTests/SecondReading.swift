import Foundation
import TestSupport

/// The second reading of the documents, kept outside the tree, where it is there.
enum SecondReading {
  /// The folder: `FORMCONVERT_TRUTH`, or `shared/truth` beside the package.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["FORMCONVERT_TRUTH"] {
      return URL(filePath: path)
    }
    return Fixture.package.deletingLastPathComponent().appending(path: "shared/truth")
  }()

  /// Its files, each named by the first characters of its document's name.
  static let all: [URL] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }()

  /// The file of the corpus a file of it is about.
  static func source(of reading: URL) -> CorpusFile? {
    let prefix = reading.deletingPathExtension().lastPathComponent + "_"
    return CorpusCase.all.first { $0.folder.lastPathComponent.hasPrefix(prefix) }?.sourceFile
  }
}

/// One form of a second reading, its values by the names they have in the canonical JSON.
///
/// Values are texts without white space and with compatible characters folded.
struct SecondForm {
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

  /// Reads a form of a second reading.
  init(reading: JSONValue) {
    values["/type"] = reading["type"]?.text.flatMap { Self.types[$0] }.map(JSONValue.string)
    values["/layout"] = reading["layout"]
    values["/title"] = reading["title"].map(Self.folded)
    values["/year"] = reading["year"]
    for (name, value) in reading["fields"]?.members ?? [:] {
      values[Self.fields[name] ?? "/unknown/\(name)"] = Self.folded(value)
    }
    for (name, value) in reading["options"]?.members ?? [:] {
      values[Self.options[name] ?? "/unknown/\(name)"] = Self.folded(value)
    }
    for (name, value) in reading["funding"]?.members ?? [:] {
      values["/funding/\(name)"] = Self.folded(value)
    }
    values["/components"] = reading["components"].map(Self.folded)
    values["/total"] = reading["total"].map(Self.folded)
    values["/indicators"] = reading["indicators"].map(Self.folded)
    values = values.filter { $0.value != .array([]) && $0.value != .object([:]) }
  }

  /// Reads a form of the canonical JSON in the shape of a second reading.
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

  /// The value with every reading replaced by its text, and pairs written as in a second reading.
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
