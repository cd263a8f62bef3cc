internal import Regulations

/// What one canal asks of a building, in figures alone.
struct SetbackDemand: Sendable {
  enum Kind: Sendable {
    case exempt
    /// Not to be judged before something else is known.
    case unknown
    case metres(Double, whenBroken: Verdict)
  }

  var kind: Kind
  /// How far from the legal line a building can matter.
  var reachMetres: Double
  var requiredMetres: Double?

  init(_ answer: SetbackAnswer, reachMetres: Double, isCulvert: Bool) {
    self.reachMetres = reachMetres
    requiredMetres = answer.metres
    kind =
      switch answer {
      case _ where isCulvert: .exempt
      case .exempt: .exempt
      case .unknown, .noNumber: .unknown
      case .required(let metres, let rule, _):
        .metres(metres, whenBroken: RuleCitation(rule).verdictWhenBroken)
      }
  }
}

/// How a building stands to one canal.
struct WaterStanding {
  var canal: Int
  var distanceMetres: Double
  var isOverWater: Bool
  var requiredMetres: Double?
  var verdict: Verdict

  init(
    canal: Int, distanceMetres: Double, isOverWater: Bool, demand: SetbackDemand, shortfallMetres: Double,
    accuracyMetres: Double
  ) {
    self.canal = canal
    self.distanceMetres = distanceMetres
    self.isOverWater = isOverWater
    requiredMetres = demand.requiredMetres
    // Far enough from any water that the rule could mean.
    guard isOverWater || distanceMetres < demand.reachMetres + accuracyMetres else {
      verdict = .ok
      return
    }
    switch demand.kind {
    case .exempt: verdict = .exempt
    case .unknown: verdict = .unknown
    case .metres(let required, let whenBroken):
      if accuracyMetres > shortfallMetres, abs(distanceMetres - required) <= accuracyMetres {
        verdict = .tooClose
        return
      }
      let isKept = distanceMetres >= required - shortfallMetres && !isOverWater
      verdict = isKept ? .ok : whenBroken
    }
  }

  /// What the building lacks, in metres; nothing where no number is asked for.
  private var shortfall: Double { requiredMetres.map { $0 - distanceMetres } ?? -.infinity }

  func isWorse(than other: WaterStanding) -> Bool {
    if verdict != other.verdict { return verdict.severity > other.verdict.severity }
    if isOverWater != other.isOverWater { return isOverWater }
    if shortfall != other.shortfall { return shortfall > other.shortfall }
    return distanceMetres < other.distanceMetres
  }
}
