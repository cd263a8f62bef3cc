internal import Planning
internal import Regulations
internal import Settlement

extension Refusal {
  /// Why no layout can be made, and what to add to the file.
  init(_ error: PlanningError, in intake: Intake) {
    let file = intake.sources.count == 1 ? intake.sources.first?.path : nil
    func refusal(_ remedy: String, _ code: ExitCode = .invalidInput) -> Refusal {
      Refusal(file: file, problem: error.description, remedy: remedy, code: code)
    }
    switch error {
    case .noSite:
      self = refusal("draw the land that may be planned as a Polygon with kind = site")
    case .noWater:
      self = refusal(
        "draw the canal with kind = canal: a Polygon, or a LineString with width_m; or name it with --kind")
    case .unknownSetback(let canal, let missing):
      self.init(
        canal,
        FeatureProblem(
          text: "the setback depends on the canal's \(missing), and that is not known",
          remedy: missing == "width"
            ? "give the canal its legal width in metres as width_m, or all canals with --canal-width"
            : "give it in the canal's properties\(WaterAttribute(missing: missing).map { " as \($0.rawValue)" } ?? "")"
        ))
    case .noSetbackNumber(let canal, let reason):
      self.init(
        canal,
        FeatureProblem(
          text: "the rule book gives no setback for this water: \(reason)",
          remedy: "take another rule book with --rules, or write one: klong rules new NAME"))
    case .nothingLeftToPlan:
      self = refusal("look at the site, the bank line and the canal's width: klong inspect shows them")
    case .noEntrance(nil):
      self = refusal(
        "draw the public road with kind = road, or a Point with kind = access where one may come in")
    case .noEntrance:
      self = refusal(
        "draw the road so that its edge touches the site, or a Point with kind = access on the site's edge")
    case .noWayIn:
      self = refusal(
        "draw the road so that it touches the land along more than a lane's width, or give a smaller --lane-width"
      )
    case .unusableSize: self = refusal("give another size", .usage)
    case .shape:
      self = refusal("run \"klong inspect\" on the file to find the shape and mend it")
    case .cancelled: self = refusal("give more time with --deadline", .limit)
    }
  }
}
