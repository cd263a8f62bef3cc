import Regulations
import Testing

/// Worked cases of the built-in book, on both sides of every break point (metres).
@Suite struct ThailandTests {
  static let book = Result { try RuleBook.builtIn("thailand-mr55") }

  @Test(arguments: [
    ("narrow", 0.0, 3.0), ("narrow", 3, 3), ("just under", 9.99, 3), ("the tie", 10, 6),
    ("just over", 10.01, 6),
    ("next below the tie", 10.0.nextDown, 3), ("next above the tie", 10.0.nextUp, 6), ("Lat Phrao", 38, 6),
  ])
  func canal(name: String, width: Double, required: Double) throws {
    let answer = try Self.book.get().setback(for: WaterBody(widthMetres: width))
    #expect(answer.metres == required, "\(name)")
    #expect(answer.rule?.id == "canal-setback")
  }

  @Test func theTieSaysWhy() throws {
    let book = try Self.book.get()
    guard case .required(6, let rule, let note?) = book.setback(for: try WaterBody(widthMetres: 10)) else {
      Issue.record("no note at exactly 10 m")
      return
    }
    #expect(rule.clause.contains("clause 42"))
    #expect(note.contains("disagree") && note.contains("3 m"))
    for width in [9.99, 10.01] {
      guard case .required(_, _, let note) = book.setback(for: try WaterBody(widthMetres: width)) else {
        Issue.record("no answer at \(width) m")
        continue
      }
      #expect(note == nil, "\(width) m is no tie")
    }
  }

  @Test func largeWaterNeedsNoWidth() throws {
    let answer = try Self.book.get().setback(for: WaterBody(form: .largeBody))
    #expect(answer.metres == 12)
    #expect(answer.rule?.id == "large-water-setback")
  }

  @Test func unknownWidthIsUnknown() throws {
    guard case .unknown("width", let rule?) = try Self.book.get().setback(for: WaterBody()) else {
      Issue.record("a canal without width must not get a number")
      return
    }
    #expect(rule.id == "canal-setback")
  }

  @Test(arguments: [
    "bridge", "dam", "embankment", "fence", "drain_pipe", "drain pipe", "Pier", "sign", "boat-yard",
    "slipway",
  ])
  func exempt(structure: String) throws {
    for water in [try WaterBody(), try WaterBody(widthMetres: 10), try WaterBody(form: .largeBody)] {
      guard case .exempt(_, let reason) = try Self.book.get().setback(for: water, structure: structure) else {
        Issue.record("\(structure) is exempt")
        continue
      }
      #expect(reason.contains("Clause 42"))
    }
  }

  @Test(arguments: ["house", "parking", "pie", ""])
  func notExempt(structure: String) throws {
    #expect(try Self.book.get().setback(for: WaterBody(widthMetres: 5), structure: structure).metres == 3)
  }

  @Test(arguments: [-0.001, -.infinity, .infinity, .nan])
  func refusedWidths(width: Double) {
    #expect(throws: InvalidWaterBody.self) { try WaterBody(widthMetres: width) }
    #expect(throws: InvalidWaterBody.self) { try WaterBody(depthMetres: width) }
  }

  @Test func rows() throws {
    let limits = try #require(try Self.book.get().rowLimits)
    #expect(limits.maximumUnits == 10)
    #expect(limits.maximumLengthMetres == 40)
    #expect(limits.gapMetres == 4)
    #expect(limits.gapBesideShorterRowMetres == 2)
    #expect(limits.gapBesideShorterRow?.rule.clause.contains("49(2)") == true)
    for rule in try Self.book.get().rules where rule.binds == .row {
      if case .row = rule.content { #expect(rule.level == .must, "\(rule.id)") }
    }
  }

  @Test(arguments: [
    ("row-open-front", Limit.Quantity.openSpaceInFront, 3.0), ("row-open-rear", .openSpaceBehind, 2),
    ("row-plot-area", .plotArea, 64), ("row-plot-width", .plotWidth, 4), ("twin-plot-area", .plotArea, 140),
    ("detached-plot-area", .plotArea, 200), ("plot-frontage", .plotFrontage, 4),
    ("estate-road-width", .laneWidth, 9),
  ])
  func norms(id: String, quantity: Limit.Quantity, minimum: Double) throws {
    let rule = try #require(try Self.book.get().rule(id))
    #expect(rule.level == .norm)
    guard case .limit(let limit) = rule.content else {
      Issue.record("\(id) is a limit")
      return
    }
    #expect(limit.quantity == quantity)
    #expect(limit.minimum == minimum)
  }

  @Test func limitsByHouseType() throws {
    let book = try Self.book.get()
    #expect(book.limits(on: .plotArea, for: .row).map(\.limit.minimum) == [64])
    #expect(book.limits(on: .plotArea).count == 3)
    #expect(book.limits(on: .plotFrontage, for: .twin).count == 1)
    #expect(book.plotMinima.allSatisfy { $0.rule.level == .norm })
  }

  /// Nobody has read the gazette: when somebody does, this row changes with the book.
  @Test func everyRuleSaysThatItIsUnverified() throws {
    let book = try Self.book.get()
    #expect(book.isUnverified)
    for rule in book.rules {
      #expect(!rule.clause.isEmpty && !rule.sources.isEmpty, "\(rule.id)")
      #expect(rule.confidence != .unsourced, "\(rule.id)")
    }
  }

  @Test func lifting() throws {
    let book = try Self.book.get()
    let lifted = try book.lifting(["row-plot-area", "canal-setback"])
    #expect(lifted.rule("row-plot-area")?.level == .must)
    #expect(lifted.rule("row-plot-width")?.level == .norm)
    #expect(lifted.rules.map(\.id) == book.rules.map(\.id))
    #expect(try book.lifting([]) == book)
  }

  @Test(arguments: [
    ("row-plot-aera", "did you mean \"row-plot-area\""), ("zzzzzzzz", "there are canal-setback"),
    ("low-income-relaxation", "reports state it anyway"),
  ])
  func liftingRefused(id: String, remedy: String) throws {
    let error = #expect(throws: RuleBookError.self) { try Self.book.get().lifting([id, "row-plot-area"]) }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.remedy.contains(remedy) == true, "\(error?.description ?? "")")
  }

  @Test func unknownBook() {
    let error = #expect(throws: RuleBookError.self) { try RuleBook.builtIn("thailand-mr5") }
    #expect(error?.description.contains("did you mean \"thailand-mr55\"") == true)
  }
}
