internal import Geometry
internal import Regulations
internal import Settlement

/// The distance that the rule book asks between buildings and water.
enum SetbackCheck {
  /// The findings, and one judgement for each building.
  static func judged(on ground: Ground) -> (findings: [Finding], judgements: [SetbackJudgement]) {
    var findings: [Finding] = []
    var judgements: [SetbackJudgement] = []
    for subject in SetbackSubject.all(on: ground) {
      let (judgement, answers, worst) = judged(subject, on: ground)
      judgements.append(judgement)
      let listed = ground.listsAllCanals ? answers : worst.map { [$0] } ?? []
      findings += listed.filter { $0.verdict != .ok }.map { $0.finding(subject, on: ground) }
    }
    return (findings, judgements)
  }

  /// One building beside every canal in reach, and which of them counts.
  static func judged(
    _ subject: SetbackSubject, on ground: Ground
  ) -> (judgement: SetbackJudgement, answers: [WaterJudgement], worst: WaterJudgement?) {
    let answers = ground.canals.distances(from: subject.body)
      .map { WaterJudgement($0, of: subject, on: ground) }
    let worst = answers.dropFirst().reduce(answers.first) { worst, next in
      worst.map { next.isWorse(than: $0) ? next : $0 }
    }
    return (SetbackJudgement(subject, worst, ground.canals), answers, worst)
  }
}

extension SetbackJudgement {
  init(_ subject: SetbackSubject, _ worst: WaterJudgement?, _ canals: CanalMap) {
    feature = subject.reference
    verdict = worst?.verdict ?? .ok
    distanceMetres = worst?.distance.nearest.distance
    requiredMetres = worst?.requiredMetres
    canal = worst.flatMap { canals.canals[$0.distance.canal].name }
    isOverWater = worst?.distance.isOverWater ?? false
  }
}
