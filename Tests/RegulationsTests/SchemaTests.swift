import JSON
import Testing

@testable import Regulations

/// Holds the published JSON Schema against the tables by which the reader goes.
@Suite struct SchemaTests {
  let schema: JSONValue

  init() throws {
    schema = try JSONDocument(parsing: RuleBook.schemaText).value
  }

  private func definition(_ name: String) throws -> JSONValue {
    try #require(schema["$defs"]?[name], "no definition \(name)")
  }

  private func words(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string).sorted()
  }

  @Test(arguments: ObjectShape.all.map(\.name))
  func members(name: String) throws {
    let shape = try #require(ObjectShape.all.first { $0.name == name })
    let definition = try definition(name)
    #expect(definition["properties"]?.object?.names.sorted() == shape.members.sorted())
    #expect(words(definition["required"]) == shape.required.sorted())
    #expect(definition["additionalProperties"] == false)
  }

  @Test(arguments: ObjectShape.all.filter { !$0.choice.isEmpty && $0.name != "row" }.map(\.name))
  func choices(name: String) throws {
    let shape = try #require(ObjectShape.all.first { $0.name == name })
    let branches = try definition(name)["oneOf"]?.array ?? []
    #expect(branches.compactMap { $0["required"]?.array?.last?.string }.sorted() == shape.choice.sorted())
  }

  @Test func rowTakesExactlyOne() throws {
    #expect(try definition("row")["minProperties"] == 1)
    #expect(try definition("row")["maxProperties"] == 1)
  }

  @Test(arguments: [
    ("rule", "level", Rule.Level.allCases.map(\.rawValue)),
    ("rule", "binds", Rule.Subject.allCases.map(\.rawValue)),
    ("rule", "confidence", Confidence.allCases.map(\.rawValue)),
    ("measured_from", "line", SetbackRule.StartLine.allCases.map(\.rawValue)),
    ("when", "form", WaterBody.Form.allCases.map(\.rawValue)),
    ("limit", "quantity", Limit.Quantity.allCases.map(\.rawValue)),
    ("limit", "unit", Limit.Unit.allCases.map(\.rawValue)),
  ])
  func words(name: String, property: String, known: [String]) throws {
    #expect(words(try definition(name)["properties"]?[property]?["enum"]) == known.sorted())
  }

  @Test func sharedWords() throws {
    #expect(words(try definition("quantity")["enum"]) == WaterQuantity.allCases.map(\.rawValue).sorted())
    #expect(try definition("metres")["maximum"]?.double == Distance.mostMetres)
    let types = try definition("limit")["properties"]?["house_types"]?["items"]?["enum"]
    #expect(words(types) == Limit.HouseType.allCases.map(\.rawValue).sorted())
  }

  @Test func whatTheReaderTakesTheSchemaTakes() throws {
    let validator = SchemaSubset(root: schema)
    let texts = RuleBook.builtInIdentifiers.compactMap(RuleBook.builtInText)
    #expect(texts.count == RuleBook.builtInIdentifiers.count)
    let starter = try RuleBook.starterText(id: "our-town")
    for text in texts + [starter, Array(manyPlaces.utf8), Array(MalformedBookTests.sound.utf8)] {
      #expect(validator.problems(of: try JSONDocument(parsing: text).value) == [])
    }
  }

  /// Faults of form, which an editor can show while somebody writes; those of meaning only the reader finds.
  @Test(arguments: [
    "typo in a member", "member missing", "member unknown in a step", "level misspelt", "confidence missing",
    "source without title", "step without a number", "step with two numbers", "negative distance",
    "absurd distance", "number as text", "steps by nothing", "steps by something else",
    "condition that asks for nothing", "form misspelt", "start line unknown", "name with capitals",
    "limit without number", "half a unit in a row", "rows of nothing", "two contents", "no content",
    "verified as text", "format of tomorrow", "a list for a book", "alternative that differs in nothing",
    "alternative from memory", "alternative without a reason", "leave without a source",
    "comments as one text",
  ])
  func faultsOfForm(name: String) throws {
    let fault = try #require(MalformedBookTests.faults.first { $0.name == name })
    let text = MalformedBookTests.sound.replacing(fault.find, with: fault.replace, maxReplacements: 1)
    let value = try JSONDocument(parsing: Array(text.utf8)).value
    #expect(!SchemaSubset(root: schema).problems(of: value).isEmpty)
  }
}
