import Regulations
import TestSupport
import Testing

/// A number given although something was missing must be the number for whatever the missing thing turns out to be.
@Suite struct UnknownsTests {
  static let book = Result {
    try RuleBook(parsing: Array(overriding.utf8), name: "overriding.json")
  }

  /// Rules that overlap, override each other and agree here and there.
  static let overriding = """
    {
      "format": 1, "id": "overriding", "title": "Overriding", "jurisdiction": "nowhere", "edition": "test",
      "sources": {"T": {"title": "A test, not a law"}},
      "rules": [
        \(rule("base", #"{"by": "width_m", "steps": [{"below": 5, "metres": 6}, {"from": 5, "metres": 8}]}"#)),
        \(rule("low", #"{"metres": 2}"#, when: #""lined": false"#)),
        \(rule("dike", #"{"metres": 4}"#, when: #""diked": true"#, more: #", "overrides": ["base"]"#)),
        \(rule("town", #"{"cases": [{"when": {"lined": true}, "metres": 7}], "otherwise": {"metres": 7}}"#,
          when: #""land": ["urban"]"#, more: #", "overrides": ["base", "dike"]"#)),
        \(rule("main", #"{"copy": "width_m", "at_least_m": 5, "at_most_m": 9}"#, when: #""class": ["main"]"#)),
        \(rule("norm", #"{"metres": 50}"#, level: "norm"))
      ]
    }
    """

  private static func rule(
    _ id: String, _ distance: String, when: String? = nil, level: String = "must", more: String = ""
  ) -> String {
    """
    {"id": "\(id)", "title": "\(id)", "level": "\(level)", "binds": "building", "clause": "c",
     "sources": ["T"], "confidence": "low", "verified": false,
     "setback": {\(when.map { "\"when\": {\($0)}, " } ?? "")
       "measured_from": {"line": "bank_edge", "text": "t"}, "distance": \(distance)\(more)}}
    """
  }

  private struct Facts {
    var width: Double?
    var land: String?
    var channel: String?
    var lined: Bool?
    var diked: Bool?

    func water() throws -> WaterBody {
      try WaterBody(
        widthMetres: width, landClass: land, channelClass: channel, isLined: lined, isDiked: diked)
    }

    static func random(_ random: inout SplitMix64) -> Facts {
      Facts(
        width: [1, 4.99, 5, 5.01, 7, 9, 12].randomElement(using: &random),
        land: ["urban", "farm"].randomElement(using: &random),
        channel: ["main", "side"].randomElement(using: &random),
        lined: Bool.random(using: &random), diked: Bool.random(using: &random))
    }

    func blanked(_ random: inout SplitMix64) -> Facts {
      Facts(
        width: Bool.random(using: &random) ? width : nil, land: Bool.random(using: &random) ? land : nil,
        channel: Bool.random(using: &random) ? channel : nil,
        lined: Bool.random(using: &random) ? lined : nil, diked: Bool.random(using: &random) ? diked : nil)
    }
  }

  @Test func aNumberGivenInDoubtIsTheNumber() throws {
    let book = try Self.book.get()
    var random = SplitMix64(seed: 55)
    var givenInDoubt = 0
    for _ in 0..<4000 {
      let facts = Facts.random(&random)
      let blanked = facts.blanked(&random)
      let whole = book.setback(for: try facts.water())
      #expect(whole.metres != nil, "nothing is missing: \(facts)")
      guard let metres = book.setback(for: try blanked.water()).metres else { continue }
      givenInDoubt += 1
      #expect(metres == whole.metres, "\(blanked) against \(facts)")
    }
    #expect(givenInDoubt > 400)
  }

  @Test(
    arguments: [
      ("base", nil, nil, nil, 3.0, "6"), ("base, width unknown", false, "side", "farm", nil, "unknown"),
      ("diked", true, "side", "farm", 3, "4"), ("urban over dike", true, "side", "urban", nil, "7"),
      ("main: the greater of two", false, "main", "farm", 9, "9"),
      ("dike unknown", nil, "side", "farm", 3, "unknown"),
    ] as [(String, Bool?, String?, String?, Double?, String)])
  func worked(name: String, diked: Bool?, channel: String?, land: String?, width: Double?, required: String)
    throws
  {
    let water = try WaterBody(
      widthMetres: width, landClass: land ?? "farm", channelClass: channel ?? "side", isLined: true,
      isDiked: name == "base" ? false : diked)
    let metres = try Self.book.get().setback(for: water).metres
    #expect((metres.map { "\(Int($0))" } ?? "unknown") == required, "\(name)")
  }

  /// A typing error in a norm of 50 m would otherwise move every house.
  @Test func aNormNeverOutweighsAMust() throws {
    let answer = try Self.book.get().setback(
      for: WaterBody(widthMetres: 9, landClass: "farm", channelClass: "side", isLined: true, isDiked: false))
    #expect(answer.metres == 8)
    #expect(answer.rule?.id == "base")
  }
}
