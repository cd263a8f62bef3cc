import Regulations
import TestSupport
import Testing

/// What an explanation says must be told first, and what would change the answer.
@Suite struct ExplanationTests {
  @Test(
    arguments: [
      ("thailand-mr55", ["width"]), ("philippines-water-code", ["land class"]),
      ("indonesia-pp38", ["land class", "dike", "depth", "basin area"]),
      ("nigeria-lagos-2017", ["channel class", "lining"]),
      ("india-telangana", ["channel class", "width", "land class"]),
      ("cambodia-prek-tnaot", []),
    ] as [(String, [String])])
  func needs(id: String, names: [String]) throws {
    let explanation = try RuleBook.builtIn(id).explanation(for: WaterBody())
    #expect(explanation.needed.map(\.attribute.name) == names)
    #expect(explanation.needed.allSatisfy { !$0.answers.isEmpty })
  }

  @Test(
    arguments: [
      ("thailand-mr55", nil, ["3 m if width below 10 m", "6 m if width from 10 m"]),
      ("thailand-mr55", 9.5, []), ("kenya-rule-116", 9.5, ["30 m if land government, class tidal"]),
      ("kenya-rule-116", 30, []),
      (
        "kenya-rule-116", nil,
        [
          "6 m if width up to 6 m", "a distance that grows with it if width above 6 m and below 30 m",
          "30 m if width from 30 m",
        ]
      ),
      (
        "philippines-water-code", nil,
        [
          "3 m if land class urban", "20 m if land class agricultural", "20 m if land class farm",
          "40 m if land class forest",
        ]
      ),
      (
        "nigeria-lagos-2023", nil,
        [
          "3 m if channel class secondary", "6 m if channel class named",
          "no number if channel class primary",
          "no number if channel class tertiary",
        ]
      ),
    ] as [(String, Double?, [String])])
  func changes(id: String, width: Double?, words: [String]) throws {
    let explanation = try RuleBook.builtIn(id).explanation(for: WaterBody(widthMetres: width))
    #expect(explanation.changes.map { "\($0.outcome) if \($0.value)" } == words)
  }

  /// A word that the book does not know asks for one that it knows, and for nothing else.
  @Test func anUnknownWord() throws {
    let explanation = try RuleBook.builtIn("philippines-water-code").explanation(
      for: WaterBody(landClass: "moon"))
    #expect(explanation.needed.map(\.attribute) == [.landClass])
    #expect(explanation.needed.first?.answers == "urban, agricultural, farm or forest")
  }

  /// Where no rule speaks because of a misspelt word, that word is asked for again.
  @Test func aMisspeltWord() throws {
    let water = try WaterBody(depthMetres: 2, landClass: "urbna", isDiked: false)
    let explanation = try RuleBook.builtIn("indonesia-pp38").explanation(for: water)
    #expect(explanation.answer.metres == nil)
    #expect(explanation.needed.map(\.answers) == ["urban or rural"])
    let lake = try RuleBook.builtIn("indonesia-pp38").explanation(for: WaterBody(form: .largeBody))
    #expect(lake.needed.isEmpty)
  }

  /// Whatever is told: the answer is the book's own, nothing is needed where there is one,
  /// and no change leaves it as it is.
  @Test func explanationsOfRandomWaters() throws {
    var random = SplitMix64(seed: 116)
    var decided = 0
    for id in RuleBook.builtInIdentifiers {
      let book = try RuleBook.builtIn(id)
      for _ in 0..<60 {
        let words = ["urban", "rural", "primary", "secondary", "canal", "a", "reurb_e", nil]
        let water = try WaterBody(
          form: Bool.random(using: &random) ? .channel : .largeBody,
          widthMetres: [nil, 5, 10, 50, 700].randomElement(using: &random) ?? nil,
          depthMetres: [nil, 3, 25].randomElement(using: &random) ?? nil,
          landClass: words.randomElement(using: &random) ?? nil,
          channelClass: words.randomElement(using: &random) ?? nil,
          isLined: [nil, true, false].randomElement(using: &random) ?? nil,
          isDiked: [nil, true, false].randomElement(using: &random) ?? nil)
        let explanation = book.explanation(for: water)
        #expect(explanation.answer == book.setback(for: water))
        if case .unknown(let missing, _) = explanation.answer {
          #expect(WaterAttribute(missing: missing) == nil || !explanation.needed.isEmpty, "\(id): \(missing)")
        } else {
          decided += 1
          #expect(explanation.needed.isEmpty)
        }
        for change in explanation.changes {
          if case .metres(let metres) = change.outcome {
            #expect(metres != explanation.answer.metres, "\(id)")
          }
        }
      }
    }
    #expect(decided > 100)
  }
}
