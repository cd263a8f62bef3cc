import Foundation
import Regulations
import Testing

/// A book with one change that makes it wrong, and what the reader must say of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let name: String
  let find: String
  let replace: String
  /// Line from 1; nil where the line does not matter.
  let line: Int?
  let member: String
  let says: String

  init(_ name: String, _ find: String, _ replace: String, line: Int?, _ member: String, _ says: String) {
    self.name = name
    self.find = find
    self.replace = replace
    self.line = line
    self.member = member
    self.says = says
  }

  var testDescription: String { name }
}

@Suite struct MalformedBookTests {
  static let sound = #"""
    {
      "format": 1, "id": "small", "title": "Small", "jurisdiction": "here", "edition": "1",
      "sources": {"A": {"title": "A law", "address": "law.example"}},
      "rules": [
        {"id": "water", "title": "Water", "level": "must", "binds": "building", "clause": "1",
          "sources": ["A"], "confidence": "high", "verified": true,
          "setback": {
            "when": {"form": "channel"},
            "measured_from": {"line": "bank_edge", "text": "the bank"},
            "distance": {"by": "width_m", "steps": [
              {"below": 10, "metres": 3},
              {"from": 10, "metres": 6, "tie": "the stricter"}
            ]}
          }},
        {"id": "area", "title": "Area", "level": "norm", "binds": "plot", "clause": "2",
          "sources": ["A"], "confidence": "low", "verified": false,
          "limit": {"quantity": "plot_area", "minimum": 20, "unit": "m2"}},
        {"id": "units", "title": "Units", "level": "must", "binds": "row", "clause": "3",
          "sources": ["A"], "confidence": "low", "verified": false,
          "row": {"maximum_units": 10}}
      ]
    }
    """#

  static let faults: [Fault] = [
    .init(
      "typo in a member", #""clause": "2""#, #""cluase": "2""#, line: 15, "rules[1].cluase",
      "did you mean \"clause\""),
    .init("member missing", #""clause": "2","#, "", line: 15, "rules[1]", "\"clause\" is missing"),
    .init(
      "member unknown in a step", #""below": 10"#, #""under": 10"#, line: 11,
      "rules[0].setback.distance.steps[0].under", "no member \"under\""),
    .init("level misspelt", #""norm""#, #""nrom""#, line: 15, "rules[1].level", "did you mean \"norm\""),
    .init(
      "confidence missing", #""confidence": "high", "#, "", line: 5, "rules[0]", "\"confidence\" is missing"),
    .init(
      "must from memory", #""confidence": "high""#, #""confidence": "unsourced""#, line: 6,
      "rules[0].confidence", "cannot rest on memory"),
    .init(
      "must without source", #"["A"], "confidence": "high""#, #"[], "confidence": "high""#, line: 6,
      "rules[0].sources", "no source is named"),
    .init(
      "norm without source", #"["A"], "confidence": "low", "verified": false,\#n      "limit""#,
      #"[], "confidence": "low", "verified": false,\#n      "limit""#, line: 16, "rules[1].sources",
      "no source"),
    .init(
      "unsourced, yet with a source", #""low", "verified": false,\#n      "limit""#,
      #""unsourced", "verified": false,\#n      "limit""#, line: 16, "rules[1].confidence",
      "calls itself unsourced"),
    .init(
      "unknown source", #"["A"], "confidence": "high""#, #"["B"], "confidence": "high""#, line: 6,
      "rules[0].sources[0]", "have no \"B\""),
    .init(
      "source named twice", #"["A"], "confidence": "high""#, #"["A", "A"], "confidence": "high""#, line: 6,
      "rules[0].sources[1]", "named twice"),
    .init("source without title", #"{"title": "A law", "#, "{", line: 3, "sources.A", "\"title\" is missing"),
    .init(
      "gap between steps", #""from": 10"#, #""from": 12"#, line: 12,
      "rules[0].setback.distance.steps[1]", "nobody says what holds from 10 to 12"),
    .init(
      "gap at one point", #""from": 10, "metres": 6, "tie": "the stricter""#, #""above": 10, "metres": 6"#,
      line: 12, "rules[0].setback.distance.steps[1]", "at exactly 10"),
    .init(
      "overlap", #""from": 10"#, #""from": 8"#, line: 12, "rules[0].setback.distance.steps[1]", "overlaps"),
    .init(
      "overlap at one point", #""below": 10"#, #""to": 10"#, line: 12, "rules[0].setback.distance.steps[1]",
      "overlaps"),
    .init(
      "first step does not start at 0", #"{"below": 10"#, #"{"from": 2, "below": 10"#, line: 11,
      "rules[0].setback.distance.steps[0]", "from 0 to 2"),
    .init(
      "last step ends", #""from": 10"#, #""from": 10, "below": 50"#, line: 12,
      "rules[0].setback.distance.steps[1]", "above 50"),
    .init(
      "steps out of order", #""below": 10"#, #""from": 20"#, line: nil, "rules[0].setback.distance.steps[1]",
      "overlaps"),
    .init(
      "two starts", #""from": 10"#, #""above": 10, "from": 10"#, line: 12,
      "rules[0].setback.distance.steps[1].above", "both name the same end"),
    .init(
      "empty range", #""from": 10"#, #""from": 10, "below": 10"#, line: 12,
      "rules[0].setback.distance.steps[1]", "no value lies between"),
    .init(
      "tie without an end inside", #""from": 10, "#, #""above": 10, "#, line: 12,
      "rules[0].setback.distance.steps[1].tie", "a tie needs"),
    .init(
      "step without a number", #""below": 10, "metres": 3"#, #""below": 10"#, line: 11,
      "rules[0].setback.distance.steps[0]", "says nothing"),
    .init(
      "step with two numbers", #""metres": 3"#, #""metres": 3, "copy": "width_m""#, line: 11,
      "rules[0].setback.distance.steps[0]", "contradicts itself"),
    .init(
      "negative distance", #""metres": 3"#, #""metres": -3"#, line: 11,
      "rules[0].setback.distance.steps[0].metres", "-3 is outside"),
    .init(
      "absurd distance", #""metres": 3"#, #""metres": 1e300"#, line: 11,
      "rules[0].setback.distance.steps[0].metres", "outside 0 to 10000"),
    .init(
      "number as text", #""metres": 3"#, #""metres": "3""#, line: 11,
      "rules[0].setback.distance.steps[0].metres", "a string stands where a number"),
    .init(
      "steps by nothing", #""by": "width_m", "#, "", line: 10, "rules[0].setback.distance",
      "\"by\" is missing"),
    .init(
      "steps by something else", #""width_m""#, #""width""#, line: 10, "rules[0].setback.distance.by",
      "did you mean \"width_m\""),
    .init(
      "clamp without copy", #""by": "width_m""#, #""at_most_m": 3, "by": "width_m""#, line: 10,
      "rules[0].setback.distance.at_most_m", "belongs to \"copy\""),
    .init(
      "condition that asks for nothing", #"{"form": "channel"}"#, "{}", line: 8, "rules[0].setback.when",
      "asks for nothing"),
    .init(
      "form misspelt", #""channel""#, #""chanel""#, line: 8, "rules[0].setback.when.form",
      "did you mean \"channel\""),
    .init(
      "start line unknown", #""bank_edge""#, #""bank_egde""#, line: 9, "rules[0].setback.measured_from.line",
      "did you mean \"bank_edge\""),
    .init(
      "overrides a rule below", #""when": {"form""#, #""overrides": ["area"], "when": {"form""#, line: 8,
      "rules[0].setback.overrides[0]", "no rule above"),
    .init(
      "alternative that differs in nothing", #""when": {"form""#,
      #""alternatives": [{"says": "s", "because": "b", "sources": ["A"], "confidence": "low"}], "when": {"form""#,
      line: 8, "rules[0].setback.alternatives[0]", "differs in nothing"),
    .init(
      "alternative from memory", #""when": {"form""#,
      #""alternatives": [{"says": "s", "because": "b", "sources": ["A"], "confidence": "unsourced", "distance": {"metres": 1}}], "when": {"form""#,
      line: 8, "rules[0].setback.alternatives[0].confidence", "cannot rest on memory"),
    .init(
      "alternative of an unknown source", #""when": {"form""#,
      #""alternatives": [{"says": "s", "because": "b", "sources": ["B"], "confidence": "low", "distance": {"metres": 1}}], "when": {"form""#,
      line: 8, "rules[0].setback.alternatives[0].sources[0]", "have no \"B\""),
    .init(
      "alternative without a reason", #""when": {"form""#,
      #""alternatives": [{"says": "s", "sources": ["A"], "confidence": "low", "distance": {"metres": 1}}], "when": {"form""#,
      line: 8, "rules[0].setback.alternatives[0]", "\"because\" is missing"),
    .init(
      "leave without a source", #""when": {"form""#,
      #""delegated": [{"says": "s", "clause": "c", "sources": []}], "when": {"form""#,
      line: 8, "rules[0].setback.delegated[0].sources", "the list is empty"),
    .init(
      "special case of nothing", #""when": {"form": "channel"}"#, #""only_where_stated": true"#, line: 8,
      "rules[0].setback.only_where_stated", "nothing has to be stated"),
    .init(
      "comments as one text", #""edition": "1""#, #""edition": "1", "comments": "c""#, line: 2, "comments",
      "where an array"),
    .init("same name twice", #""id": "area""#, #""id": "water""#, line: 15, "rules[1].id", "already taken"),
    .init(
      "name with capitals", #""id": "area""#, #""id": "Plot Area""#, line: 15, "rules[1].id", "small letters"),
    .init("limit without number", #""minimum": 20, "#, "", line: 17, "rules[1].limit", "has no number"),
    .init(
      "limit upside down", #""minimum": 20"#, #""minimum": 20, "maximum": 10"#, line: 17,
      "rules[1].limit.minimum", "more than the maximum"),
    .init("wrong unit", #""unit": "m2""#, #""unit": "m""#, line: 17, "rules[1].limit.unit", "convert"),
    .init(
      "half a unit in a row", #""maximum_units": 10"#, #""maximum_units": 9.5"#, line: 20,
      "rules[2].row.maximum_units", "whole number"),
    .init("rows of nothing", #"{"maximum_units": 10}"#, "{}", line: 20, "rules[2].row", "says nothing"),
    .init(
      "two contents", #""row": {"#, #""no_number": "x", "row": {"#, line: 18, "rules[2]", "contradicts itself"
    ),
    .init(
      "must without a number", #""row": {"maximum_units": 10}"#, #""no_number": "x""#, line: 18,
      "rules[2].level", "cannot break a plan"),
    .init(
      "no content", #","# + "\n      " + #""row": {"maximum_units": 10}"#, "", line: 18, "rules[2]",
      "says nothing"),
    .init("empty title", #""title": "Area""#, #""title": " ""#, line: 15, "rules[1].title", "empty"),
    .init(
      "verified as text", #""verified": true"#, #""verified": "yes""#, line: 6, "rules[0].verified",
      "true or false"),
    .init("rules as object", #""rules": ["#, #""rules": {"x": ["#, line: 22, "rules", "bracket"),
    .init("format of tomorrow", #""format": 1"#, #""format": 2"#, line: 2, "format", "format 2 is not known"),
    .init("a list for a book", sound, "[]", line: 1, "", "an array stands where an object"),
    .init("no JSON", sound, "rules: none", line: 1, "", "not a JSON value"),
    .init("empty file", sound, "", line: 1, "", "empty"),
    .init("cut off", #""row": {"maximum_units": 10}}"#, "", line: 19, "rules[2].verified", "comma"),
    .init(
      "same member twice", #""edition": "1""#, #""edition": "1", "edition": "2""#, line: 2, "edition",
      "two members"),
  ]

  @Test func theSoundBookIsRead() throws {
    let book = try RuleBook(parsing: Array(Self.sound.utf8), name: "small.json")
    #expect(book.rules.map(\.id) == ["water", "area", "units"])
    #expect(!book.isUnverified)
  }

  @Test(arguments: faults)
  func refused(fault: Fault) throws {
    // The literal above is indented by its delimiter, so the pieces are written without that indentation.
    try #require(Self.sound.contains(fault.find), "\(fault.name): nothing to replace")
    let text = Self.sound.replacing(fault.find, with: fault.replace, maxReplacements: 1)
    let error = try #require(throws: RuleBookError.self) {
      try RuleBook(parsing: Array(text.utf8), name: "small.json")
    }
    let found = error.problems.contains { problem in
      (fault.line == nil || problem.line == fault.line) && problem.member == fault.member
        && "\(problem.problem); \(problem.remedy)".contains(fault.says)
    }
    #expect(found, "\(fault.name):\n\(error)")
  }

  @Test func allProblemsAreTold() throws {
    let text = Self.sound.replacing(#""below": 10"#, with: #""under": 10"#)
      .replacing(#""norm""#, with: #""nrom""#).replacing(
        #""maximum_units": 10"#, with: #""maximum_units": 0"#)
    let error = try #require(throws: RuleBookError.self) {
      try RuleBook(parsing: Array(text.utf8), name: "small.json")
    }
    let members = error.problems.map(\.member)
    for member in [
      "rules[0].setback.distance.steps[0].under", "rules[1].level", "rules[2].row.maximum_units",
    ] {
      #expect(members.contains(member), "\(error)")
    }
    #expect(error.problems.map { $0.line ?? 0 } == error.problems.map { $0.line ?? 0 }.sorted())
    #expect(error.description.contains("small.json:15:"))
  }

  @Test func aBookOfMistakesEndsSoon() throws {
    let rules = (0..<900).map { "{\"id\": \"r\($0)\", \"wrong\": 1}" }.joined(separator: ",")
    let text = "{\"rules\": [\(rules)]}"
    let error = try #require(throws: RuleBookError.self) {
      try RuleBook(parsing: Array(text.utf8), name: "x")
    }
    #expect(error.problems.count == 101)
    #expect(error.problems.last?.problem.contains("more problems are not listed") == true)
  }

  @Test(arguments: [
    (
      "a case that is never reached",
      #"{"cases": [{"when": {"class": ["a", "b"]}, "metres": 1}, {"when": {"class": ["b"]}, "metres": 2}]}"#,
      "distance.cases[1]", "never reached"
    ),
    (
      "clamp upside down", #"{"copy": "width_m", "at_least_m": 30, "at_most_m": 6}"#, "distance.at_least_m",
      "contradicts"
    ),
    ("an area is no distance", #"{"copy": "area_ha"}"#, "distance.copy", "no distance"),
    (
      "too deep",
      String(repeating: #"{"cases": [{"when": {"lined": true}, "metres": 1}], "otherwise": "#, count: 5)
        + #"{"metres": 1}"# + String(repeating: "}", count: 5),
      "distance.otherwise.otherwise.otherwise.otherwise", "nested deeper"
    ),
    (
      "a declared gap is fine",
      #"{"by": "width_m", "steps": [{"to": 5, "metres": 1}, {"above": 5, "no_number": "?"}]}"#,
      nil, ""
    ),
  ])
  func distances(name: String, distance: String, member: String?, says: String) throws {
    let start = try #require(Self.sound.range(of: #"{"by": "width_m""#)?.lowerBound)
    let end = try #require(Self.sound.range(of: "]}")?.upperBound)
    let text = Self.sound.replacingCharacters(in: start..<end, with: distance)
    do throws(RuleBookError) {
      _ = try RuleBook(parsing: Array(text.utf8), name: "small.json")
      #expect(member == nil, "\(name) was accepted")
    } catch {
      let found = error.problems.contains {
        $0.member == member.map { "rules[0].setback.\($0)" } && $0.problem.contains(says)
      }
      #expect(found, "\(name): \(error)")
    }
  }
}
