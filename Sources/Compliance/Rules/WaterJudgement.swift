internal import Geometry
internal import Regulations
internal import Settlement

/// One building beside one canal.
struct WaterJudgement {
  var distance: WaterDistance
  var answer: SetbackAnswer
  var verdict: Verdict
  var requiredMetres: Double?

  init(_ distance: WaterDistance, of subject: SetbackSubject, on ground: Ground) {
    self.distance = distance
    let law = ground.canals.laws[distance.canal]
    answer = law.answer
    if let structure = subject.structure, let water = law.water {
      let special = ground.book.setback(for: water, structure: structure)
      if case .exempt = special { answer = special }
    }
    requiredMetres = answer.metres
    verdict = Self.verdict(distance, answer, law, ground)
  }

  private static func verdict(
    _ distance: WaterDistance, _ answer: SetbackAnswer, _ law: CanalLaw, _ ground: Ground
  ) -> Verdict {
    let metres = distance.nearest.distance
    let accuracy = ground.accuracyMetres ?? 0
    // Far enough from any water that the rule could mean.
    guard distance.isOverWater || metres < law.reachMetres + accuracy else { return .ok }
    if law.isCulvert { return .exempt }
    switch answer {
    case .exempt: return .exempt
    case .unknown, .noNumber: return .unknown
    case .required(let required, let rule, _):
      if accuracy > ground.tolerances.shortfallMetres, abs(metres - required) <= accuracy { return .tooClose }
      let isKept = metres >= required - ground.tolerances.shortfallMetres && !distance.isOverWater
      return isKept ? .ok : RuleCitation(rule).verdictWhenBroken
    }
  }

  /// What the building lacks, in metres; nothing where no number is asked for.
  private var shortfall: Double { requiredMetres.map { $0 - distance.nearest.distance } ?? -.infinity }

  func isWorse(than other: WaterJudgement) -> Bool {
    if verdict != other.verdict { return verdict.severity > other.verdict.severity }
    if distance.isOverWater != other.distance.isOverWater { return distance.isOverWater }
    if shortfall != other.shortfall { return shortfall > other.shortfall }
    return distance.nearest.distance < other.distance.nearest.distance
  }
}
