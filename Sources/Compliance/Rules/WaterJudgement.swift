internal import Geometry
internal import Regulations
internal import Settlement

/// One building beside one canal.
struct WaterJudgement {
  var distance: WaterDistance
  var answer: SetbackAnswer
  private let standing: WaterStanding

  var verdict: Verdict { standing.verdict }
  var requiredMetres: Double? { standing.requiredMetres }

  init(_ distance: WaterDistance, of subject: SetbackSubject, on ground: Ground) {
    self.distance = distance
    let law = ground.canals.laws[distance.canal]
    answer = law.answer
    if let structure = subject.structure, let water = law.water {
      let special = ground.book.setback(for: water, structure: structure)
      if case .exempt = special { answer = special }
    }
    standing = WaterStanding(
      canal: distance.canal, distanceMetres: distance.nearest.distance, isOverWater: distance.isOverWater,
      demand: SetbackDemand(answer, reachMetres: law.reachMetres, isCulvert: law.isCulvert),
      shortfallMetres: ground.tolerances.shortfallMetres, accuracyMetres: ground.accuracyMetres ?? 0)
  }

  func isWorse(than other: WaterJudgement) -> Bool { standing.isWorse(than: other.standing) }
}
