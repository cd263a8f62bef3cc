import Foundation
import JSON

/// As much of JSON Schema 2020-12 as the rule book's schema uses; a keyword that it does not know is a problem.
struct SchemaSubset {
  let root: JSONValue

  func problems(of value: JSONValue) -> [String] {
    problems(of: value, ["$ref": root["$ref"] ?? .null], at: "")
  }

  private func problems(of value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard let keywords = schema.object else { return ["\(place): no schema"] }
    return keywords.flatMap { keyword in
      let found =
        shape(value, keyword.name, keyword.value, keywords, place)
        ?? bounds(value, keyword.name, keyword.value)
      return (found ?? ["the test does not know \(keyword.name)"]).map { "\(place): \($0)" }
    }
  }

  /// The keywords that lead to other schemas, or speak of members; nil for another keyword.
  private func shape(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ schema: JSONObject, _ place: String
  ) -> [String]? {
    let members = value.object ?? [:]
    let branches = argument.array ?? []
    switch keyword {
    case "description", "title": return []
    case "$ref":
      let name = String(argument.string?.split(separator: "/").last ?? "")
      return problems(of: value, root["$defs"]?[name] ?? .null, at: place)
    case "required": return branches.compactMap(\.string).filter { value.object != nil && members[$0] == nil }
    case "properties":
      return members.flatMap { member in
        argument[member.name].map { problems(of: member.value, $0, at: "\(place)/\(member.name)") } ?? []
      }
    case "additionalProperties":
      let others = members.filter { schema["properties"]?[$0.name] == nil }
      if argument == false { return others.map(\.name) }
      return others.flatMap { problems(of: $0.value, argument, at: "\(place)/\($0.name)") }
    case "items":
      return (value.array ?? []).enumerated().flatMap { problems(of: $1, argument, at: "\(place)/\($0)") }
    case "oneOf", "anyOf":
      let fitting = branches.filter { problems(of: value, $0, at: place).isEmpty }.count
      return fitting == 1 || (fitting > 1 && keyword == "anyOf") ? [] : ["\(fitting) choices fit"]
    default: return nil
    }
  }

  /// The keywords that speak of the value alone.
  private func bounds(_ value: JSONValue, _ keyword: String, _ argument: JSONValue) -> [String]? {
    let limit = argument.double ?? .nan
    let isKept: Bool
    switch keyword {
    case "type": isKept = isOf(argument.string ?? "", value)
    case "const": isKept = value.double == limit
    case "enum": isKept = argument.array?.contains(value) ?? false
    case "pattern":
      isKept =
        value.string.map { $0.range(of: argument.string ?? "", options: .regularExpression) != nil } ?? true
    case "uniqueItems": isKept = value.array.map { Set($0).count == $0.count } ?? true
    case "minimum": isKept = value.double.map { $0 >= limit } ?? true
    case "maximum": isKept = value.double.map { $0 <= limit } ?? true
    case "exclusiveMinimum": isKept = value.double.map { $0 > limit } ?? true
    case "minLength": isKept = value.string.map { Double($0.count) >= limit } ?? true
    case "maxLength": isKept = value.string.map { Double($0.count) <= limit } ?? true
    case "minItems": isKept = value.array.map { Double($0.count) >= limit } ?? true
    case "maxItems": isKept = value.array.map { Double($0.count) <= limit } ?? true
    case "minProperties": isKept = value.object.map { Double($0.count) >= limit } ?? true
    case "maxProperties": isKept = value.object.map { Double($0.count) <= limit } ?? true
    default: return nil
    }
    return isKept ? [] : ["breaks \(keyword)"]
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "boolean": value.bool != nil
    case "number": value.double != nil
    case "integer": value.double.map { $0 == $0.rounded() } ?? false
    default: false
    }
  }
}
