import Regulations
import Testing

/// Every book inside the program: its worked cases, and what holds for all of them.
@Suite struct BuiltInBooksTests {
  @Test(arguments: BookTable.all)
  func workedCases(table: BookTable) throws {
    let book = try RuleBook.builtIn(table.book)
    for row in table.rows { row.verify(against: book) }
  }

  @Test func everyBookHasATable() {
    #expect(BookTable.all.map(\.book).sorted() == RuleBook.builtInIdentifiers)
    #expect(RuleBook.builtInIdentifiers.sorted() == RuleBook.builtInIdentifiers)
  }

  /// A break point without a case on it, below it and above it could move without a test failing.
  @Test(arguments: BookTable.all)
  func everyBreakPointHasThreeCases(table: BookTable) throws {
    for rule in try RuleBook.builtIn(table.book).setbackRules {
      guard case .setback(let setback) = rule.content else { continue }
      for (quantity, end) in setback.distance.breakPoints {
        let values = table.rows.compactMap { $0.water[quantity] }
        #expect(values.contains(end), "\(table.book): nothing at \(end)")
        #expect(values.contains { $0 < end && $0 > end - 1.5 }, "\(table.book): nothing just below \(end)")
        #expect(values.contains { $0 > end && $0 < end + 1 }, "\(table.book): nothing just above \(end)")
      }
    }
  }

  /// No number without a source, but for the one norm that says it comes from memory; and nobody has read a gazette.
  @Test(arguments: RuleBook.builtInIdentifiers)
  func grounds(id: String) throws {
    let book = try RuleBook.builtIn(id)
    #expect(book.id == id)
    #expect(book.isUnverified)
    for rule in book.rules {
      #expect(!rule.clause.isEmpty)
      #expect(rule.sources.isEmpty == (rule.id == "environmental-trigger"), "\(id) \(rule.id)")
      for source in rule.sources {
        #expect(source.address != nil || source.code == "S04", "\(id) \(source.code)")
      }
    }
  }

  /// The ordinance's clause on canals was not seen, so the only clause named is that of MR 55.
  @Test func bangkokNamesNoClauseThatWasNotSeen() throws {
    let book = try RuleBook.builtIn("thailand-bangkok")
    for rule in book.setbackRules {
      #expect(rule.clause.contains("its clause on canals is not known"))
      #expect(rule.confidence == .low)
      #expect(rule.clause.components(after: "clause ").filter { $0.first?.isNumber == true } == ["42"])
    }
    guard case .noNumber(let reason)? = book.rule("ordinance-canal-clause")?.content else {
      Issue.record("the gap must stand in the book as a rule of its own")
      return
    }
    #expect(!reason.contains { $0.isNumber })
  }

  @Test(arguments: [
    ("philippines-water-code", "easement", SetbackRule.StartLine.highWater),
    ("indonesia-pp38", "undiked-urban", .channelBedEdge), ("indonesia-pp38", "diked", .dikeFoot),
    ("vietnam-decree-43", "group-a", .bankEdge), ("kenya-rule-116", "watercourse", .bankTop),
    ("kenya-rule-116", "tidal-river", .highWater),
    ("brazil-law-12651", "preservation-strip", .channelBedEdge),
    ("india-telangana", "canal", .legalBoundary), ("india-bengaluru", "drain-buffer", .bankEdge),
    ("nigeria-lagos-2017", "channel-setback", .legalBoundary),
    ("cambodia-prek-tnaot", "riverbank", .bankEdge),
    ("thailand-bangkok", "canal-setback", .legalBoundary),
  ])
  func startLines(id: String, name: String, line: SetbackRule.StartLine) throws {
    guard case .setback(let setback)? = try RuleBook.builtIn(id).rule(name)?.content else {
      Issue.record("\(id) has no setback \(name)")
      return
    }
    #expect(setback.start == line)
  }
}

extension Distance {
  fileprivate var breakPoints: [(WaterQuantity, Double)] {
    switch self {
    case .fixed, .noNumber: []
    case .copied(let quantity, let least, let most): [least, most].compactMap { $0 }.map { (quantity, $0) }
    case .steps(let quantity, let steps):
      steps.filter { $0.range.lower > 0 }.map { (quantity, $0.range.lower) }
        + steps.flatMap(\.distance.breakPoints)
    case .cases(let cases, let otherwise):
      cases.flatMap(\.distance.breakPoints) + (otherwise?.breakPoints ?? [])
    }
  }
}

extension String {
  /// The words that follow each place where a text stands.
  fileprivate func components(after text: String) -> [String] {
    ranges(of: text).map {
      String(self[$0.upperBound...].prefix { !$0.isWhitespace && $0 != "," && $0 != ";" })
    }
  }
}
