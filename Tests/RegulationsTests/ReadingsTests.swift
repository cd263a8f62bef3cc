import Regulations
import Testing

/// Where sources conflict, both stand, and the answer says so; where an authority may set another number, too.
@Suite struct ReadingsTests {
  @Test(
    arguments: [
      ("thailand-bangkok", 10.0, nil, true), ("thailand-bangkok", 9.99, nil, false),
      ("thailand-bangkok", 10.01, nil, false), ("brazil-law-12651", 50, nil, true),
      ("brazil-law-12651", 49.99, nil, false), ("brazil-law-12651", 50.01, nil, false),
      ("brazil-law-12651", 200, nil, true), ("brazil-law-12651", 600, nil, false),
      ("kenya-rule-116", 9.5, nil, true), ("nigeria-lagos-2017", 9, "secondary", true),
      ("nigeria-lagos-2017", 9, "tertiary", false), ("nigeria-lagos-2023", 9, "secondary", true),
      ("nigeria-lagos-2023", 9, "named", true), ("india-bengaluru", 9, "tertiary", true),
      ("thailand-mr55", 9, nil, false),
    ] as [(String, Double, String?, Bool)])
  func conflicts(id: String, width: Double, channel: String?, isTold: Bool) throws {
    let book = try RuleBook.builtIn(id)
    let water = try WaterBody(widthMetres: width, channelClass: channel)
    guard case .required(_, _, let note) = book.setback(for: water) else {
      Issue.record("no number at \(width) m")
      return
    }
    #expect((note?.contains("The sources conflict: ") ?? false) == isTold, "\(note ?? "no note")")
    #expect(book.explanation(for: water).conflicts.isEmpty != isTold)
  }

  @Test func bothNumbersAreTold() throws {
    let water = try WaterBody(channelClass: "secondary")
    let earlier = try RuleBook.builtIn("nigeria-lagos-2017").explanation(for: water)
    #expect(earlier.answer.metres == 7)
    #expect(earlier.conflicts.map(\.metres) == [3, 6])
    let later = try RuleBook.builtIn("nigeria-lagos-2023").explanation(for: water)
    #expect(later.answer.metres == 3)
    #expect(later.conflicts.map(\.metres) == [7, 2.5])
    #expect(
      later.conflicts[0].words(taken: 3).contains("S96, medium confidence; here 7 m). 3 m is taken because"))
  }

  @Test(arguments: [(true, true), (false, false), (nil, true)] as [(Bool?, Bool)])
  func aProvinceMaySetLessBehindAnEmbankment(isDiked: Bool?, isTold: Bool) throws {
    let water = try WaterBody(landClass: "urban", channelClass: "a", isDiked: isDiked)
    let explanation = try RuleBook.builtIn("vietnam-decree-43").explanation(for: water)
    #expect(explanation.answer.metres == 10)
    #expect(explanation.delegations.isEmpty != isTold)
    guard case .required(_, _, let note?) = explanation.answer else { return }
    #expect(note.contains("province may set less (Decree 43/2015/ND-CP, article 9(1)(d)).") == isTold)
  }

  /// A special case never leaves the general answer in doubt, and is always named.
  @Test func aSpecialCaseWaitsToBeStated() throws {
    let book = try RuleBook.builtIn("kenya-rule-116")
    guard case .required(8, _, let note?) = book.setback(for: try WaterBody(widthMetres: 8)) else {
      Issue.record("8 m with a note expected")
      return
    }
    #expect(note.contains("rule tidal-river speaks too: 30 m"))
    let fresh = try WaterBody(widthMetres: 8, landClass: "private", channelClass: "river")
    guard case .required(8, _, let plain?) = book.setback(for: fresh) else { return }
    #expect(!plain.contains("tidal-river"))
  }

  @Test(arguments: [
    ("brazil-law-12651", 500.0), ("thailand-mr55", 12), ("kenya-rule-116", 30), ("nigeria-lagos-2023", 6),
    ("india-telangana", 100),
  ])
  func greatest(id: String, metres: Double) throws {
    #expect(try RuleBook.builtIn(id).greatestSetbackMetres == metres)
  }
}
