internal import Compliance
internal import Regulations
internal import Settlement

/// What a later bank line takes: plots of the plan and houses of today that would stand too near or over the water.
struct BankLoss {
  struct Taken {
    var feature: FeatureReference
    /// The number of a plot, the number of a house.
    var name: String?
    var distanceMetres: Double?
    var requiredMetres: Double?
    var isOverWater: Bool
    /// Whether it broke the setback by the older line too.
    var wasTakenBefore: Bool

    /// How much nearer than allowed it stands, in metres; over the water at least the whole setback.
    var shortMetres: Double? {
      requiredMetres.flatMap { required in distanceMetres.map { max(0, required - $0) } }
    }
  }

  let lines: [BankLine]
  let replaced: [BankLine]
  /// Whether there is a plan from which it could take plots.
  let hasPlots: Bool
  private(set) var plots: [Taken] = []
  private(set) var houses: [Taken] = []

  /// - Parameters:
  ///   - intake: with the later lines.
  ///   - before: the same settlement with the lines that it had.
  init(_ intake: Intake, before: Settlement, book: RuleBook, banks: LaterBanks) throws {
    lines = intake.settlement.banks.filter { banks.paths.contains($0.reference.file ?? "") }
    replaced = intake.replacedBanks
    let plan = try CheckedFiles(intake).layout
    hasPlots = !plan.plan.plots.isEmpty
    let names = Dictionary(
      intake.settlement.houses.map { ($0.reference, $0.houseNumber) }
        + intake.settlement.plots.map { ($0.reference, $0.number.map(String.init)) },
      uniquingKeysWith: { first, _ in first })
    let checker = Checker(book: book)
    func taken(_ layout: CheckedLayout) throws -> [Taken] {
      var earlier = layout
      earlier.settlement.banks = before.banks
      let already = try Set(Self.breaches(earlier, by: checker).map(\.feature))
      return try Self.breaches(layout, by: checker).map { judgement in
        Taken(
          feature: judgement.feature, name: names[judgement.feature] ?? nil,
          distanceMetres: judgement.distanceMetres, requiredMetres: judgement.requiredMetres,
          isOverWater: judgement.isOverWater, wasTakenBefore: already.contains(judgement.feature))
      }
    }
    if hasPlots {
      let own = Set(plan.plan.plots.map(\.reference))
      plots = try taken(plan).filter { own.contains($0.feature) }
    }
    var today = intake.settlement
    today.plots = []
    houses = try taken(CheckedLayout(settlement: today))
  }

  private static func breaches(_ layout: CheckedLayout, by checker: Checker) throws -> [SetbackJudgement] {
    try checker.check(layout).setbacks.filter { $0.verdict == .breach }
  }
}
